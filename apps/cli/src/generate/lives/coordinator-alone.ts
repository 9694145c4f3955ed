import { Coordinated } from '../coordinating.js';
import { applied, closed, decided, type Item, mapped, registered } from '../course.js';
import { inCrisis } from '../crisis-plan.js';
import type { Life } from '../life.js';

/** A coordinator and no plan: a right of its own (pbrl § 2-5b). */
export async function coordinatorAlone(life: Life): Promise<void> {
  const { chance } = life;
  const subjectId = await registered(life, [18, 95]);
  const items: readonly Item[] = ['COORDINATOR'];
  const caseId = await applied(life, { subjectId }, items);
  life.pass(1, 8);
  if (chance.percent(60)) await mapped(life, caseId);
  life.pass(1, 10);
  await decided(life, caseId, items, 'GRANTED');
  const coordinated = new Coordinated(life, subjectId, caseId);
  life.pass(1, 14);
  await coordinated.consent();
  await coordinated.coordinator();
  if (chance.percent(25)) await inCrisis(life, subjectId, coordinated.isBy(life.caseworker));
  for (let years = chance.between(1, 3); years > 0; years -= 1) {
    life.pass(200, 330);
    if (chance.percent(50)) await coordinated.coordinator();
    if (chance.percent(70)) await coordinated.review();
  }
  await coordinated.release('NEED_CEASED');
  if (chance.percent(70)) await closed(life, caseId, 'COMPLETED');
}
