import { Coordinated } from '../coordinating.js';
import { applied, decided, type Item, mapped, needTold, registered } from '../course.js';
import type { Life } from '../life.js';
import { remark } from '../texts.js';

/** The child has a say in it, or does not want to. */
async function heard(life: Life, caseId: string): Promise<void> {
  const { chance } = life;
  const mode = chance.of(['CONVERSATION', 'WITH_PARENTS', 'OBSERVED', 'NO_WISH'] as const);
  const childView = mode === 'NO_WISH' ? {} : { childView: remark(chance, 2) };
  await life.step('ChildHeard', { caseId, mode, ...childView });
}

/** A child's guardian applies for a child coordinator and a plan (pbrl § 2-5c). */
export async function child(life: Life): Promise<void> {
  const { chance } = life;
  const subjectId = await registered(life, [1, 9]);
  const items: readonly Item[] = ['INDIVIDUAL_PLAN', 'CHILD_COORDINATOR'];
  const need = await needTold(life, subjectId, 'YES');
  life.pass(2, 20);
  const caseId = await applied(life, { caseId: need }, items, 'GUARDIAN');
  life.pass(1, 8);
  await mapped(life, caseId);
  life.pass(1, 10);
  if (chance.percent(60)) await heard(life, caseId);
  await decided(life, caseId, items, 'GRANTED', ['GUARDIAN']);
  const coordinated = new Coordinated(life, subjectId, caseId, 'CHILD');
  life.pass(1, 14);
  await coordinated.consent('GUARDIAN');
  await coordinated.coordinator();
  life.pass(5, 40);
  await coordinated.plan();
  for (let members = chance.between(3, 6); members > 0; members -= 1) await coordinated.join();
  for (let years = chance.between(2, 5); years > 0; years -= 1) {
    life.pass(200, 330);
    if (chance.percent(40)) await coordinated.coordinator();
    await coordinated.leave('LEFT_POSITION');
    if (chance.percent(70)) await coordinated.review();
    await coordinated.join();
  }
  await coordinated.close('NEED_CEASED');
  await coordinated.release('NEED_CEASED');
}
