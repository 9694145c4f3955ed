import {
  type FollowUpStepType,
  RecordFollowUpStepCommand,
  type ToldFollowUpStep,
} from '#follow-up/application/index';
import { dayAfter, workingDay } from './calendar.js';
import type { Life } from './life.js';
import { remark } from './texts.js';
import type { Member } from './town.js';

const step = <Type extends FollowUpStepType>(life: Life, type: Type, told: ToldFollowUpStep<Type>) =>
  life.tell(told, (context) => new RecordFollowUpStepCommand(type, told, context));

const noticeDays = 10;

/** People meet around a person, with the person; somebody promises something there, and most keep it (A2, A11). */
export async function met(life: Life, subjectId: string, coordinator: Member): Promise<void> {
  const { chance } = life;
  const { meetingId } = await step(life, 'CoordinationMeetingCalled', {
    subjectId,
    meetsOn: workingDay(dayAfter(life.today, noticeDays)),
    matters: remark(chance, 1),
    invitedAs: 'SUBJECT',
    preparedWithPerson: chance.of(['YES', 'YES', 'YES', 'NO', 'DECLINED']),
  });
  life.pass(noticeDays, noticeDays);
  await step(life, 'CoordinationMeetingHeld', {
    subjectId,
    meetingId,
    participation: chance.of(['PRESENT', 'PRESENT', 'PRESENT', 'REMOTE', 'REPRESENTED']),
    coordinatorsPresent: [coordinator.partyId],
    present: [],
  });
  await step(life, 'CoordinationMinutesWritten', { subjectId, meetingId, text: remark(chance) });
  const { promiseId } = await step(life, 'PromiseMade', {
    subjectId,
    meetingId,
    what: remark(chance, 1),
    by: 'PARTY',
    partyId: coordinator.partyId,
    dueOn: dayAfter(life.today, chance.between(5, 40)),
  });
  life.pass(3, 45);
  if (chance.percent(80)) await step(life, 'PromiseKept', { subjectId, promiseId });
}
