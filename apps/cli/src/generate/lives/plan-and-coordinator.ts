import { Coordinated } from '../coordinating.js';
import { applied, closed, decided, type Item, mapped, needTold, registered } from '../course.js';
import type { Life } from '../life.js';

/** A plan and a coordinator are granted; a group gathers, people come and go for years, and it all ends. */
export async function planAndCoordinator(life: Life): Promise<void> {
  const { chance } = life;
  const subjectId = await registered(life, [18, 95]);
  const items: readonly Item[] = ['INDIVIDUAL_PLAN', 'COORDINATOR'];
  const about = chance.percent(70) ? { caseId: await needTold(life, subjectId, 'YES') } : { subjectId };
  life.pass(2, 20);
  const caseId = await applied(life, about, items);
  life.pass(1, 8);
  await mapped(life, caseId);
  life.pass(1, 10);
  await decided(life, caseId, items, chance.percent(90) ? 'GRANTED' : 'PARTLY');

  const coordinated = new Coordinated(life, subjectId, caseId);
  life.pass(1, 14);
  await coordinated.consent();
  await coordinated.coordinator();
  life.pass(5, 40);
  await coordinated.plan();
  for (let members = chance.between(2, 5); members > 0; members -= 1) {
    life.pass(0, 6);
    await coordinated.join();
  }
  await coordinated.write();
  for (let years = chance.between(1, 5); years > 0; years -= 1) {
    life.pass(120, 330);
    if (chance.percent(40)) await coordinated.meet();
    if (chance.percent(40)) await coordinated.coordinator();
    if (chance.percent(50)) await coordinated.leave('LEFT_POSITION');
    if (chance.percent(70)) await coordinated.review();
    if (chance.percent(40)) await coordinated.join();
    if (chance.percent(8)) {
      await coordinated.release('LEFT_POSITION');
      life.pass(10, 60);
      await coordinated.coordinator();
    }
  }
  const reason = chance.of(['NEED_CEASED', 'NEED_CEASED', 'MOVED', 'TRANSFERRED', 'DECEASED'] as const);
  await coordinated.close(reason);
  await coordinated.release(reason);
  await closed(life, caseId, reason === 'NEED_CEASED' ? 'COMPLETED' : reason);
}
