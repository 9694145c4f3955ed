import {
  type EnquiryStepType,
  RecordEnquiryStepCommand,
  type ToldEnquiryStep,
} from '#enquiry/application/index';
import { isNamedAmong, type TargetGroup } from '#vocabulary';
import { needTold, registered } from '../course.js';
import type { Life } from '../life.js';
import { fullName, remark } from '../texts.js';
import { units } from '../town.js';

const ways = ['PHONE', 'EMAIL', 'IN_PERSON', 'SERVICE_OFFICE', 'E_MESSAGE'] as const;
const callers = ['USER', 'NEXT_OF_KIN', 'MUNICIPAL_SERVICE', 'OUTSIDE_SERVICE', 'OTHER'] as const;

const step = <Type extends EnquiryStepType>(life: Life, type: Type, told: ToldEnquiryStep<Type>) =>
  life.tell(told, (context) => new RecordEnquiryStepCommand(type, told, context));

/** As the municipality speaks of them. */
const named = ({ town }: Life, caller: TargetGroup): TargetGroup =>
  isNamedAmong(town.settings.targetGroups, caller) ? caller : 'OTHER';

/** Somebody calls: most are answered, some passed on first, and of a few it becomes a case (H7). */
export async function enquiry(life: Life): Promise<void> {
  const { chance } = life;
  const { enquiryId } = await step(life, 'EnquiryReceived', {
    channel: chance.of(ways),
    sourceType: named(life, chance.of(callers)),
    text: remark(chance),
    ...(chance.percent(60) && { callerName: fullName(chance) }),
  });
  if (chance.percent(25)) {
    life.pass(0, 2);
    await step(life, 'EnquiryPassedOn', { enquiryId, unit: chance.of(units) });
  }
  life.pass(0, 5);
  await step(life, 'EnquiryAnswered', { enquiryId, channel: 'PHONE', answer: remark(chance) });
  if (chance.percent(30)) {
    life.pass(1, 10);
    const caseId = await needTold(life, await registered(life, [18, 90]), 'YES');
    await step(life, 'EnquiryBecameCase', { enquiryId, caseId });
  }
  life.pass(1, 20);
  await step(life, 'EnquiryClosed', { enquiryId, reasonCode: 'SETTLED' });
}
