import { type PlanStepType, RecordPlanStepCommand, type ToldPlanStep } from '#plan/application/index';
import { dayAfter } from './calendar.js';
import type { Life } from './life.js';
import { remark } from './texts.js';
import type { Member } from './town.js';

const step = <Type extends PlanStepType>(life: Life, type: Type, told: ToldPlanStep<Type>) =>
  life.tell(told, (context) => new RecordPlanStepCommand(type, told, context));

const sections = ['WHAT_MATTERS', 'RESOURCES', 'NEEDS', 'HOW', 'COOPERATION'] as const;
const halfAYear = 180;

/** A plan, by whom it is written, with whom it is shared under which consent. */
export interface Writing {
  readonly planId: string;
  readonly coordinator: Member;
  readonly reader: Member;
  readonly consentId: string;
}

/** What stands in a plan from its first weeks on: the person's own words, a goal, a measure that a leader may have to clear, and who may read of it. */
export async function written(
  life: Life,
  { planId, coordinator, reader, consentId }: Writing,
): Promise<void> {
  const { chance, today } = life;
  const text = () => remark(chance, 2);
  if (chance.percent(60)) await step(life, 'OwnStoryTold', { planId, text: text(), author: 'PERSON' });
  const author = { author: 'COORDINATOR', authorId: coordinator.partyId } as const;
  for (const section of chance.some(sections, chance.between(1, 3))) {
    await step(life, 'PlanEntryWritten', { planId, section, text: text(), ...author });
  }
  const goal = { planId, kind: 'MAIN', text: text(), author: 'PERSON' } as const;
  const { goalId } = await step(life, 'GoalSet', goal);
  const hasCost = chance.percent(30);
  const { unit } = reader;
  const agreed = {
    planId,
    text: text(),
    goalId,
    responsible: 'UNIT',
    unit,
    startsOn: today,
    hasCost,
  } as const;
  const { measureId } = await step(life, 'MeasureAgreed', { ...agreed, dueOn: dayAfter(today, halfAYear) });
  if (hasCost) await asked(life, planId, measureId);
  const nextReviewOn = dayAfter(today, halfAYear);
  await step(life, 'PlanPeriodSet', { planId, until: dayAfter(today, 4 * halfAYear), nextReviewOn });
  await step(life, 'PlanRevised', { planId });
  if (chance.percent(70)) {
    await step(life, 'PlanApprovedByOwner', { planId, approvedBy: 'SUBJECT', way: 'SIGNED' });
  }
  if (!chance.percent(60)) return;
  const shared = { partyId: reader.partyId, sections: ['GOALS', 'MEASURES'], consentId } as const;
  await step(life, 'ParticipantAccessGranted', { planId, ...shared, until: dayAfter(today, 4 * halfAYear) });
}

/** The leader of the unit is asked about what a measure costs (F4), and most answer. */
async function asked(life: Life, planId: string, measureId: string): Promise<void> {
  const { chance } = life;
  const { clearanceId } = await step(life, 'MeasureCostClearanceRequested', { planId, measureId });
  if (chance.percent(15)) return;
  const answer = { planId, measureId, clearanceId, leaderId: chance.of(life.town.staff).partyId };
  const type = chance.percent(85) ? 'MeasureCostClearanceGranted' : 'MeasureCostClearanceDeclined';
  await step(life, type, answer);
}

/** The plan is gone through with the person, and goes on. */
export const reviewed = (life: Life, planId: string) =>
  step(life, 'PlanReviewed', {
    planId,
    outcome: 'GOES_ON',
    withSubject: life.chance.percent(90),
    nextReviewOn: dayAfter(life.today, halfAYear),
  });
