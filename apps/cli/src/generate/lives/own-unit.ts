import { registered } from '../course.js';
import { dayAfter } from '../calendar.js';
import type { Life } from '../life.js';
import { remark } from '../texts.js';

/** A unit has a plan of its own and reports it (S9); most of these are confirmed, and their ends are told (S10). */
export async function ownUnit(life: Life): Promise<void> {
  const { chance, town } = life;
  const subjectId = await registered(life, [6, 90]);
  const coordinator = chance.of(town.staff);
  const { reportId } = await life.coordinate('PlanReportedByUnit', {
    subjectId,
    unit: coordinator.unit,
    ...(chance.percent(90) && { leaderId: chance.of(town.staff).partyId }),
    ...(chance.percent(95) && { coordinatorId: coordinator.partyId }),
    begunOn: dayAfter(life.today, -chance.between(5, 200)),
    ...(chance.percent(60) && { answeredOn: life.today }),
    ...(chance.percent(30) && { remark: remark(chance, 2) }),
  });
  life.pass(5, 40);
  if (chance.percent(8)) {
    await life.coordinate('UnitReportWithdrawn', { subjectId, reportId, reasonCode: 'NO_PLAN' });
    return;
  }
  life.pass(150, 700);
  await life.coordinate('PlanClosureReportedToKe', {
    subjectId,
    reportId,
    closedOn: life.today,
    reasonCode: 'NEED_CEASED',
    personAgrees: true,
  });
}
