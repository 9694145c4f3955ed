import {
  type Answered as Asked,
  type Basis,
  type CommandRunner,
  type Standing,
  standingOf,
  streamName,
} from '#event-sourcing';
import {
  type Answered,
  type BoardOutcome,
  type Decision,
  decisionsIn,
  declinedSince,
  type Disqualified,
  isGrant,
  usedUpOn,
} from './domain/case.js';
import type { ActsOn, ItemCode } from '#vocabulary';
import { caseDecider } from './domain/decide.js';
import { isUnasked } from './domain/course.js';
import { runsUntil, standingIn } from './domain/deadlines/standing.js';
import { type CaseEvent, caseEvents, stepOf, type StepType } from './domain/events.js';
import { consentOnFormOf, type FormConsent } from './domain/form-consent.js';
import { notifiedOn } from './domain/steps/notification.js';
import { numberIn } from './domain/steps/references.js';

type Log = Pick<CommandRunner, 'look'>;

/** On whose authority, and in what, a step of this type is taken; undefined where it acts on none. */
export const authorityOfCaseStep = (type: string): ActsOn | undefined =>
  Object.hasOwn(caseEvents.declared, type) ? stepOf(type as StepType).actsOn : undefined;

export const caseStream = (tenant: string, caseId: string) => streamName(caseEvents.category, tenant, caseId);

/** What is answered to each item from the day of one of a case's decisions on. */
export interface Grants {
  /** Items granted, wholly or in part, each since the decision that first answered it so. */
  readonly granted: readonly Answered[];
  readonly refused: readonly ItemCode[];
  readonly decidedOn: string | undefined;
}

const grantsOf = (decision: Decision | undefined): Grants => ({
  granted: decision?.answers.filter(isGrant) ?? [],
  refused: decision?.answers.filter((one) => !isGrant(one)).map(({ item }) => item) ?? [],
  decidedOn: decision?.decidedOn,
});

/**
 * What a case's decision in force grants and refuses, what those before it did that it amended, and from when the grant is used up with the
 * case, as the log has it now: nothing while it is undecided, no person where there is no case.
 */
export async function grantFor(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<
  Grants & {
    readonly subjectId: string | undefined;
    /** From the first on. */
    readonly before: readonly Grants[];
    readonly usedUpOn: string | undefined;
    /** When the answer of the one in force first went to the person, or to who speaks for them, and did not come back. */
    readonly notifiedOn: string | undefined;
    readonly basis: readonly Basis[];
  }
> {
  const { state, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  const decisions = decisionsIn(state);
  return {
    ...grantsOf(decisions.at(-1)),
    before: decisions.slice(0, -1).map(grantsOf),
    subjectId: state.status === 'absent' ? undefined : state.subjectId,
    usedUpOn: state.status === 'absent' ? undefined : usedUpOn(state),
    notifiedOn: state.status === 'notified' ? notifiedOn(state) : undefined,
    basis,
  };
}

/** What stands in the way of a case's being over: the event that opened it, until it is closed, withdrawn, declined, or decided and the decision sent. */
export async function openIn(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<{ readonly standing: readonly Standing[]; readonly basis: readonly Basis[] }> {
  const { state, effective, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  const [opening] = effective;
  const isOver =
    state.status === 'absent' ||
    state.closed !== undefined ||
    ['withdrawn', 'notified'].includes(state.status) ||
    declinedSince(state) !== undefined;
  return { standing: isOver || opening === undefined ? [] : [standingOf(opening)], basis };
}

/** What a meeting may know of a case: whose it is, whether it may be taken up at one, whether the unit has recommended an answer to the board, and who is disqualified. */
export async function caseForMeeting(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<
  Asked<{
    readonly subjectId: string | undefined;
    readonly waits: boolean;
    readonly isRecommended: boolean;
    /** Those who take no part in it, each from a day on (fvl § 6). */
    readonly disqualified: readonly Disqualified[];
  }>
> {
  const { state, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  if (state.status === 'absent') {
    return { answer: { subjectId: undefined, waits: false, isRecommended: false, disqualified: [] }, basis };
  }
  const isRecommended =
    state.status !== 'needNotified' &&
    state.status !== 'withdrawn' &&
    state.recommendation !== undefined &&
    state.board === undefined;
  // What is decided may be taken up again, to be amended.
  const waits =
    state.status !== 'withdrawn' &&
    state.closed === undefined &&
    declinedSince(state) === undefined &&
    !isUnasked(state);
  const { subjectId, disqualified } = state;
  return { answer: { subjectId, waits, isRecommended, disqualified }, basis };
}

/** A step of a case that rests on what a meeting came to in it. */
interface RestingOnMeeting extends Standing {
  readonly caseId: string;
  readonly on: string;
  readonly treatment: 'TREATED' | BoardOutcome;
  readonly isApproved: boolean;
}

const outcomesByStep = {
  BoardApproved: 'APPROVED',
  BoardReturned: 'RETURNED',
  BoardRejected: 'REJECTED',
} as const;

/** What of these cases rests on that meeting, as the log has it now. */
export async function restingOnMeeting(
  log: Log,
  tenant: string,
  meetingId: string,
  caseIds: readonly string[],
): Promise<Asked<readonly RestingOnMeeting[]>> {
  const cases = await Promise.all(
    caseIds.map(async (caseId) => {
      const { effective, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
      const answer = effective.flatMap((event): RestingOnMeeting[] => {
        const { type, data } = event;
        if (!('meetingId' in data) || data.meetingId !== meetingId) return [];
        const resting = { ...standingOf(event), caseId };
        if (type === 'DecisionMade' || type === 'DecisionAmended') {
          const { decidedBy, decidedOn: on } = data;
          return decidedBy === 'BOARD' ? [] : [{ ...resting, on, treatment: 'TREATED', isApproved: false }];
        }
        if (type !== 'BoardApproved' && type !== 'BoardReturned' && type !== 'BoardRejected') return [];
        return [{ ...resting, on: data.concludedOn, treatment: outcomesByStep[type], isApproved: true }];
      });
      return { answer, basis };
    }),
  );
  return {
    answer: cases.flatMap(({ answer }) => answer),
    basis: cases.flatMap(({ basis }) => basis),
  };
}

/** The last day of the first deadline that runs in a case, of which nothing is noted yet; undefined where none runs. */
export async function nextDeadline(log: Log, tenant: string, caseId: string): Promise<string | undefined> {
  const { effective } = await log.look(caseDecider, caseStream(tenant, caseId));
  const days = [...standingIn(effective).values()].map(runsUntil);
  return days.filter((day) => day !== undefined).toSorted()[0];
}

const letterIn = (effective: readonly CaseEvent[], letterId: string) =>
  effective.flatMap(({ type, data }) =>
    type === 'LetterIssued' && data.letterId === letterId ? [data] : [],
  )[0];

/** A letter of the case as it was issued; undefined where none was under that id. */
export async function letterOf(log: Log, tenant: string, caseId: string, letterId: string) {
  const { effective } = await log.look(caseDecider, caseStream(tenant, caseId));
  const letter = letterIn(effective, letterId);
  if (letter === undefined) return undefined;
  const { subjectId: _, ...told } = letter;
  return told;
}

/** How far the case's stream goes now, but for what the system notes beside it: the overview's row passes that over too. */
export async function caseRevision(log: Log, tenant: string, caseId: string): Promise<bigint | undefined> {
  const { history } = await log.look(caseDecider, caseStream(tenant, caseId));
  return history.findLast(({ type }) => caseEvents.all[type]?.isNotice !== true)?.revision;
}

/** Whether there is such a case, as the log has it now. */
export async function caseIsKnown(log: Log, tenant: string, caseId: string): Promise<Asked<boolean>> {
  const { state, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  return { answer: state.status !== 'absent', basis };
}

/** Whose case it is, and the consent that its form bears, as the log has it now. */
export async function consentOnForm(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<Asked<FormConsent | undefined> & { readonly subjectId: string | undefined }> {
  const { effective, history, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  const owner = history[0]?.data['subjectId'];
  return {
    answer: consentOnFormOf(effective),
    subjectId: typeof owner === 'string' ? owner : undefined,
    basis,
  };
}

/** The number that a case is known by, as the log has it now. */
export async function caseNumberOf(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<{ readonly number: string | undefined; readonly revision: bigint }> {
  const { effective, revision } = await log.look(caseDecider, caseStream(tenant, caseId));
  return { number: numberIn(effective), revision: revision ?? -1n };
}

/** A time that a letter went out, as the log has it now: to whom, and whether it came back; undefined where it stands no more. */
export async function dispatchedAs(log: Log, tenant: string, caseId: string, dispatchId: string) {
  const { effective } = await log.look(caseDecider, caseStream(tenant, caseId));
  const sent = effective.flatMap(({ type, data }) =>
    type === 'LetterDispatched' && data.dispatchId === dispatchId ? [data] : [],
  )[0];
  const letter = sent && letterIn(effective, sent.letterId);
  if (sent === undefined || letter === undefined) return undefined;
  const { matter, recipient, copyTo, documentId } = letter;
  const { letterId, channel, dispatchedOn, subjectId } = sent;
  const isReturned = effective.some(
    ({ type, data }) => type === 'LetterReturned' && data.dispatchId === dispatchId,
  );
  return { letterId, matter, recipient, copyTo, documentId, channel, dispatchedOn, subjectId, isReturned };
}

/** A letter that the program is to lay in the outbox, this time that it goes out, as the log has it now; undefined where it is not. */
export async function letterForOutbox(log: Log, tenant: string, caseId: string, dispatchId: string) {
  const { effective } = await log.look(caseDecider, caseStream(tenant, caseId));
  for (const { type, data } of effective) {
    if (type !== 'LetterDispatched' && type !== 'DecisionNotified') continue;
    if (data.dispatchId !== dispatchId || data.throughOutbox !== true) continue;
    const letter = data.letterId === undefined ? undefined : letterIn(effective, data.letterId);
    if (letter === undefined) return undefined;
    const { letterId, matter, language, recipient, documentId } = letter;
    const dispatchedOn = type === 'LetterDispatched' ? data.dispatchedOn : data.notifiedOn;
    return {
      letterId,
      dispatchId,
      matter,
      language,
      recipient,
      documentId,
      channel: data.channel,
      dispatchedOn,
    };
  }
  return undefined;
}

/** Of which time that a letter went out an entry tells, or which it set right. */
export async function dispatchToldBy(
  log: Log,
  tenant: string,
  caseId: string,
  data: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  if (typeof data['dispatchId'] === 'string') return data['dispatchId'];
  const { history } = await log.look(caseDecider, caseStream(tenant, caseId));
  const set = history.find(({ id }) => id === data['corrects'])?.data['dispatchId'];
  return typeof set === 'string' ? set : undefined;
}
