import { conditionsOf } from '#casework';
import type { ToldStep } from '#casework/application/index';
import { LinkIdentityCommand, RegisterSubjectCommand } from '#subject/application/index';
import { isNamedAmong } from '#vocabulary';
import { approvedByBoard, takenUp } from './meeting.js';
import { dayAfter } from './calendar.js';
import type { Life } from './life.js';
import { amiss } from './slips.js';
import { familyName, givenName, remark } from './texts.js';
import { units } from './town.js';

export type Item = ToldStep<'ApplicationReceived'>['items'][number];
export type Outcome = ToldStep<'DecisionMade'>['items'][number]['outcome'];

const channels = ['FORM', 'FORM', 'FORM', 'LETTER', 'DIGITAL_POST', 'PHONE', 'IN_PERSON'] as const;
const legalBases = { INDIVIDUAL_PLAN: 'HOL_7_1', COORDINATOR: 'HOL_7_2', CHILD_COORDINATOR: 'HOL_7_2A' };
/** A child coordinator has been a right of its own since August 2022. */
export const basisOn = (day: string, item: keyof typeof legalBases) =>
  item === 'CHILD_COORDINATOR' && day < '2022-08-01' ? legalBases.COORDINATOR : legalBases[item];

/** A person of about this age becomes known to the unit; some without a number, which some of them get later. */
export async function registered(life: Life, age: readonly [least: number, most: number]): Promise<string> {
  const { chance, numbers } = life;
  const birthDate = dayAfter(life.today, -chance.between(age[0] * 365 + 30, age[1] * 365));
  const number = numbers.bornOn(birthDate);
  const comesLater = chance.percent(10);
  const told = {
    givenName: givenName(chance),
    familyName: familyName(chance),
    ...(number === undefined || comesLater ? { birthDate } : { identityNumber: number }),
    protectedAddress: chance.percent(1),
  };
  const { subjectId, receipt } = await life.tell(
    told,
    (context) => new RegisterSubjectCommand(told, context),
  );
  await amiss(life, 2, { subjectId, receipt, changed: { familyName: familyName(chance) } });
  if (comesLater && number !== undefined && chance.percent(70)) {
    life.pass(0, 5);
    const linked = { subjectId, identityNumber: number };
    await life.tell(linked, (context) => new LinkIdentityCommand(linked, context));
  }
  return subjectId;
}

/** Somebody of the unit has the case from now on; now and then somebody stands in, or takes over. */
async function caseworkerOf(life: Life, caseId: string): Promise<void> {
  const { chance, town, caseworker } = life;
  const give = (caseworkerId: string, standsIn = false) =>
    life.step('CaseworkerAssigned', { caseId, caseworkerId, standsIn });
  await give(caseworker.partyId);
  if (!chance.percent(10)) return;
  life.pass(1, 5);
  await give(chance.of(town.staff).partyId, chance.percent(50));
}

/** Kin are somebody else where the municipality does not speak of them. */
function notifiedBy({ chance, town }: Life) {
  const role = chance.of(['EMPLOYEE', 'EMPLOYEE', 'SPECIALIST_SERVICE', 'NEXT_OF_KIN'] as const);
  return role === 'NEXT_OF_KIN' && !isNamedAmong(town.settings.targetGroups, role) ? 'OTHER' : role;
}

/** Somebody tells of a need; the case that it opens. */
export async function needTold(
  life: Life,
  subjectId: string,
  subjectWishes: 'YES' | 'NO' | 'NOT_ASKED',
): Promise<string> {
  const { chance } = life;
  const { caseId, receipt } = await life.step('NeedNotified', {
    subjectId,
    channel: chance.of(channels),
    notifierRole: notifiedBy(life),
    notifierUnit: chance.of(units),
    informedOn: life.today,
    subjectWishes,
    ...(subjectWishes === 'YES' && { need: remark(chance) }),
  });
  if (subjectWishes === 'YES') await amiss(life, 3, { caseId, receipt, changed: { need: remark(chance) } });
  await caseworkerOf(life, caseId);
  return caseId;
}

/** The person answers the need, weeks after it was told. */
export async function needAnswered(life: Life, caseId: string, subjectWishes: 'YES' | 'NO'): Promise<void> {
  const { chance } = life;
  const { receipt } = await life.step('NeedAnswered', {
    caseId,
    subjectWishes,
    answeredBy: 'SUBJECT',
    channel: chance.of(channels),
    ...(chance.percent(40) && { answer: remark(chance) }),
  });
  await amiss(life, 2, { caseId, receipt, changed: { answer: remark(chance) } });
}

/** An application comes in, on the need where there is one; what it lacked comes after it. */
export async function applied(
  life: Life,
  about: { readonly subjectId: string } | { readonly caseId: string },
  items: readonly Item[],
  applicantRole: 'SUBJECT' | 'GUARDIAN' | 'REPRESENTATIVE' = 'SUBJECT',
): Promise<string> {
  const { chance } = life;
  const channel = chance.of(channels);
  const signed = channel !== 'PHONE' && chance.percent(80);
  const { caseId, receipt } = await life.step('ApplicationReceived', {
    ...(about as { readonly caseId: string }),
    items,
    receivedOn: life.today,
    channel,
    written: channel !== 'PHONE' && channel !== 'IN_PERSON',
    signed,
    applicantRole,
    ...(chance.percent(70) && { wish: remark(chance) }),
  });
  await amiss(life, 4, { caseId, receipt, changed: { wish: remark(chance) } });
  if ('subjectId' in about) await caseworkerOf(life, caseId);
  if (!signed && chance.percent(80)) {
    life.pass(3, 15);
    await life.step('ApplicationCompleted', { caseId, what: ['SIGNATURE'] });
  }
  return caseId;
}

/** Whoever applied is told that it takes time, and mostly until when. */
async function repliedFirst(life: Life, caseId: string): Promise<void> {
  const { chance } = life;
  await life.step('PreliminaryReplySent', {
    caseId,
    recipients: ['SUBJECT'],
    channel: chance.of(['LETTER', 'DIGITAL_POST']),
    reasonCode: chance.of(['AWAITING_MAPPING', 'AWAITING_MAPPING', 'AWAITING_MEETING', 'CAPACITY']),
    ...(chance.percent(90) && { expectedOn: dayAfter(life.today, chance.between(20, 60)) }),
  });
}

/** The need is mapped by somebody who was asked. */
export async function mapped(life: Life, caseId: string): Promise<void> {
  const { chance, town } = life;
  const assignee = chance.of(town.staff);
  const { assignmentId, receipt } = await life.step('MappingAssigned', {
    caseId,
    assigneeId: assignee.partyId,
    unit: assignee.unit,
    dueOn: dayAfter(life.today, 21),
  });
  await amiss(life, 2, { caseId, receipt, changed: { dueOn: dayAfter(life.today, 28) } });
  if (chance.percent(30)) {
    life.pass(1, 5);
    await repliedFirst(life, caseId);
  }
  life.pass(5, 25);
  const done = await life.step('MappingCompleted', {
    caseId,
    assignmentId,
    performerId: assignee.partyId,
    competenceBasis: chance.of(['PROFESSION', 'PROFESSION', 'TRAINING', 'EXPERIENCE', 'GUIDED']),
    summary: `${remark(chance, 6)} ${remark(chance, 6)}`,
  });
  await amiss(life, 3, { caseId, receipt: done.receipt, changed: { summary: remark(chance, 6) } });
}

/** Why a case came to its end. */
export type Closure = ToldStep<'CaseClosed'>['reasonCode'];

/** The case is closed; now and then it is reopened, and closed for good some weeks later. */
export async function closed(life: Life, caseId: string, reasonCode: Closure): Promise<void> {
  const { chance } = life;
  const end = () =>
    life.step('CaseClosed', {
      caseId,
      reasonCode,
      ...(reasonCode === 'NO_NEED' && { personAgrees: true }),
      ...(chance.percent(50) && { reason: remark(chance, 2) }),
    });
  const { receipt } = await end();
  if (await amiss(life, 2, { caseId, receipt })) await end();
  if (!chance.percent(8)) return;
  life.pass(2, 40);
  await life.step('CaseReopened', { caseId, reason: remark(chance, 2) });
  life.pass(5, 40);
  await end();
}

/** The conditions of these items on that day, each once. */
export const conditionsOn = (items: readonly Item[], day: string) => [
  ...new Set(items.flatMap((item) => conditionsOf(item, day))),
];
const isOverTime = (criterion: string) => criterion === 'LONG_TERM' || criterion === 'CHILD_LONG_TERM';

/**
 * Mostly the right to complain is told of with the answer, and it is known when that arrived, which is answered: such a case is ready for a complaint. By the case's own id,
 * so that no other life changes.
 */
async function toldOfComplaint(
  life: Life,
  {
    recipient,
    ...sent
  }: Pick<ToldStep<'AnswerDelivered'>, 'recipient' | 'dispatchId'> & { readonly caseId: string },
): Promise<boolean> {
  const { caseId } = sent;
  const lot = Number.parseInt(caseId.slice(-2), 16);
  if (lot % 4 !== 0) {
    const told = { topics: ['COMPLAINT'], recipients: [recipient], ways: ['BROCHURE'] } as const;
    await life.step('InformationGiven', { caseId, ...told });
  }
  const isProven = lot % 3 !== 0;
  if (isProven) await life.step('AnswerDelivered', { ...sent, recipient, proof: 'CONFIRMED' });
  return isProven;
}

/** Every item is answered, by the body that decides here; the answer goes out. */
export async function decided(
  life: Life,
  caseId: string,
  items: readonly Item[],
  outcome: Outcome,
  recipients: ToldStep<'DecisionNotified'>['recipients'] = ['SUBJECT'],
): Promise<{ readonly decisionId: string; readonly isProven: boolean }> {
  const { chance, town } = life;
  const decidedBy = town.settings.deciderBody;
  let met: { readonly meetingId?: string; readonly decidedOn?: string } = {};
  if (decidedBy === 'KE_MEETING') {
    const invitedUnits = chance.some(units, chance.between(2, 4));
    met = await takenUp(life, caseId, invitedUnits);
  }
  const isGranted = outcome !== 'REFUSED';
  const answers = items.map((item) => ({
    item,
    outcome,
    ...((outcome !== 'GRANTED' || chance.percent(30)) && { reason: remark(chance) }),
  }));
  const assessedOn = (day: string) =>
    conditionsOn(items, day).map((criterion) => ({
      criterion,
      // The need over time is not what a refusal is for, more often than not.
      met: isGranted || (isOverTime(criterion) && chance.percent(50)),
      reason: remark(chance),
    }));
  const recommended = { items: answers, criteria: assessedOn(life.today) };
  if (decidedBy === 'BOARD') met = await approvedByBoard(life, caseId, recommended);
  const decidedOn = met.decidedOn ?? life.today;
  const made = await life.step('DecisionMade', {
    caseId,
    items: answers.map((one) => ({
      ...one,
      ...(one.item !== 'GROUP' && { legalBasis: basisOn(decidedOn, one.item) }),
    })),
    criteria: assessedOn(decidedOn),
    decidedBy,
    ...met,
  });
  life.pass(1, 10);
  const told = () =>
    life.step('DecisionNotified', { caseId, recipients, channel: chance.of(['LETTER', 'DIGITAL_POST']) });
  const notified = await told();
  const sent = (await amiss(life, 2, { caseId, receipt: notified.receipt })) ? await told() : notified;
  const dispatchId = String(sent.receipt.events.at(-1)?.data['dispatchId']);
  const isProven = await toldOfComplaint(life, { caseId, dispatchId, recipient: recipients[0] ?? 'SUBJECT' });
  return { decisionId: String(made.receipt.events.at(-1)?.data['decisionId']), isProven };
}
