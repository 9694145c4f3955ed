import {
  type CrisisPlanStepType,
  RecordCrisisPlanStepCommand,
  type ToldCrisisPlanStep,
} from '#crisis-plan/application/index';
import { dayAfter } from './calendar.js';
import type { Life } from './life.js';
import { remark } from './texts.js';

const step = <Type extends CrisisPlanStepType>(life: Life, type: Type, told: ToldCrisisPlanStep<Type>) =>
  life.tell(told, (context) => new RecordCrisisPlanStepCommand(type, told, context));

/**
 * A crisis plan is drawn up with whoever is coordinated, printed, given to somebody or not, gone through a while after, and once in a while read in an
 * emergency, by somebody who may not read it anyhow.
 */
export async function inCrisis(life: Life, subjectId: string, mayRead: boolean): Promise<void> {
  const { chance } = life;
  const written = () => ({
    warningSigns: remark(chance, 2),
    whatHelps: remark(chance, 2),
    whatToDo: remark(chance, 2),
    whomToCall: remark(chance, 1),
    withSubject: chance.percent(90),
    nextReviewOn: dayAfter(life.today, 180),
  });
  await step(life, 'CrisisPlanDrawnUp', { subjectId, ...written() });
  const { copyId } = await step(life, 'CrisisPlanCopyHandedOut', {
    subjectId,
    form: chance.of(['PAGE', 'WALLET']),
    holder: 'Personen selv',
  });
  if (chance.percent(20) && !mayRead) await read(life, subjectId);
  const recipientId = chance.percent(60) ? await given(life, subjectId) : undefined;
  life.pass(100, 200);
  if (recipientId !== undefined && chance.percent(30)) {
    await step(life, 'CrisisPlanTakenBack', { subjectId, recipientId });
  }
  if (chance.percent(50)) {
    const nextReviewOn = dayAfter(life.today, 180);
    await step(life, 'CrisisPlanReviewed', { subjectId, withSubject: true, nextReviewOn });
  } else {
    await step(life, 'CrisisPlanRevised', { subjectId, ...written() });
    await step(life, 'CrisisPlanCopyCalledIn', { subjectId, copyId, end: 'RETURNED' });
  }
}

/** To another of the staff, whom a consent names. */
async function given(life: Life, subjectId: string) {
  const { partyId } = life.chance.of(life.town.staff.filter((one) => one !== life.caseworker));
  const { consentId } = await life.coordinate('ConsentGiven', {
    subjectId,
    givenBy: 'SUBJECT',
    scopes: ['SHARE'],
    sections: ['CRISIS_PLAN'],
    recipientIds: [partyId],
  });
  const told = { subjectId, partyId, consentId, until: dayAfter(life.today, 300) };
  const { recipientId } = await step(life, 'CrisisPlanGiven', told);
  return recipientId;
}

/** By one of the unit; the person is told, and another looks at it. */
async function read(life: Life, subjectId: string): Promise<void> {
  life.pass(5, 60);
  const told = { subjectId, readerId: life.caseworker.partyId, reason: remark(life.chance, 1) };
  const { readingId } = await step(life, 'CrisisPlanReadInEmergency', told);
  life.pass(1, 1);
  await step(life, 'CrisisPlanReadingTold', { subjectId, readingId });
  await life.byAnother(() =>
    step(life, 'CrisisPlanReadingReviewed', {
      subjectId,
      readingId,
      judgement: 'JUSTIFIED',
      leaderId: life.caseworker.partyId,
    }),
  );
}
