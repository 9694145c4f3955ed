import {
  type Answered,
  type Basis,
  type CommandRunner,
  type Standing,
  standingOf,
  streamName,
} from '#event-sourcing';
import { type BoardOutcome, declinedSince, type Granted, grantedIn, usedUpOn } from './domain/case.js';
import type { ItemCode } from '#vocabulary';
import type { Outcome } from './domain/codes.js';
import { caseDecider } from './domain/decide.js';
import { caseEvents } from './domain/events.js';
import { numberIn } from './domain/steps/references.js';

type Log = Pick<CommandRunner, 'look'>;

export const caseStream = (tenant: string, caseId: string) => streamName(caseEvents.category, tenant, caseId);

/** What a case's decision grants, what it refuses, since when, and from when the grant is used up with the case, as the log has it now: nothing while it is undecided, no person where there is no case. */
export async function grantFor(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<{
  readonly subjectId: string | undefined;
  readonly granted: readonly Granted[];
  readonly refused: readonly ItemCode[];
  readonly decidedOn: string | undefined;
  readonly usedUpOn: string | undefined;
  readonly basis: readonly Basis[];
}> {
  const { state, effective, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  const subjectId = state.status === 'absent' ? undefined : state.subjectId;
  const decidedOn = 'decidedOn' in state ? state.decidedOn : undefined;
  const refused =
    decidedOn === undefined
      ? []
      : effective.flatMap((event) => (event.type === 'DecisionMade' ? refusedBy(event.data.items) : []));
  return {
    subjectId,
    granted: grantedIn(state),
    refused,
    decidedOn,
    usedUpOn: state.status === 'absent' ? undefined : usedUpOn(state),
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

/** What a meeting may know of a case: whose it is, whether it waits for a meeting, and whether the unit has recommended an answer to the board. */
export async function caseForMeeting(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<
  Answered<{
    readonly subjectId: string | undefined;
    readonly waits: boolean;
    readonly isRecommended: boolean;
  }>
> {
  const { state, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  if (state.status === 'absent') {
    return { answer: { subjectId: undefined, waits: false, isRecommended: false }, basis };
  }
  const isOpen = state.status === 'needNotified' || state.status === 'applied';
  const board = state.status === 'applied' ? state.board : undefined;
  return {
    answer: {
      subjectId: state.subjectId,
      waits: isOpen && state.closed === undefined && declinedSince(state) === undefined,
      isRecommended: state.status === 'applied' && state.recommendation !== undefined && board === undefined,
    },
    basis,
  };
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
): Promise<Answered<readonly RestingOnMeeting[]>> {
  const cases = await Promise.all(
    caseIds.map(async (caseId) => {
      const { effective, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
      const answer = effective.flatMap((event): RestingOnMeeting[] => {
        switch (event.type) {
          case 'DecisionMade': {
            const { decidedBy, decidedOn: on } = event.data;
            const isNamed = event.data.meetingId === meetingId && decidedBy !== 'BOARD';
            return isNamed
              ? [{ ...standingOf(event), caseId, on, treatment: 'TREATED', isApproved: false }]
              : [];
          }
          case 'BoardApproved':
          case 'BoardReturned':
          case 'BoardRejected': {
            const treatment = outcomesByStep[event.type];
            const on = event.data.concludedOn;
            return event.data.meetingId === meetingId
              ? [{ ...standingOf(event), caseId, on, treatment, isApproved: true }]
              : [];
          }
          default:
            return [];
        }
      });
      return { answer, basis };
    }),
  );
  return {
    answer: cases.flatMap(({ answer }) => answer),
    basis: cases.flatMap(({ basis }) => basis),
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

const refusedBy = (answers: readonly { readonly item: ItemCode; readonly outcome: Outcome }[]) =>
  answers.filter(({ outcome }) => outcome === 'REFUSED').map(({ item }) => item);
