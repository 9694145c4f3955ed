import { decisionsIn, declinedSince } from '../case.js';
import { byLaw } from '../codes.js';
import type { CaseEvent } from '../events.js';
import { stateOf } from '../rules.js';
import { decisionOf } from '../steps/decision.js';
import { dispatchOf, notifiedOn } from '../steps/notification.js';
import type { CaseFacts } from './of-case.js';

type Dispatch = CaseFacts['dispatches'][number] & { readonly dispatchId: string };
type Outcome = CaseFacts['outcomes'][number];

/** What a case's deadlines follow from, by its effective events. */
export function factsIn(events: readonly CaseEvent[]): CaseFacts {
  const state = stateOf(events);
  const of = <Type extends CaseEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<CaseEvent, { readonly type: Type }> => event.type === type);
  const open = state.status === 'absent' ? undefined : state;
  const decisions = decisionsIn(state);
  const [made] = of('DecisionMade');
  return {
    notifiedOn: open?.need?.notifiedOn ?? null,
    receivedOn: open !== undefined && 'receivedOn' in open ? open.receivedOn : null,
    saidOn: of('AssistedApplicationWritten').at(-1)?.data.saidOn ?? null,
    preliminaryReplies: of('PreliminaryReplySent').map(({ data }) => ({
      sentOn: data.sentOn,
      expectedOn: data.expectedOn ?? null,
      reasonCode: data.reasonCode,
    })),
    decidedOn: decisions[0]?.decidedOn ?? null,
    amendedOn: decisions.length > 1 ? (decisions.at(-1)?.decidedOn ?? null) : null,
    decisionId: decisions.at(-1)?.decisionId ?? null,
    legalBasis: made?.data.legalBasis ?? null,
    outcomes: outcomesIn(events),
    decisionNotifiedOn:
      open?.status === 'notified' && decisions.at(-1)?.isRemainder !== true
        ? (notifiedOn(open) ?? null)
        : null,
    setAsideOn: of('DecisionSetAside').at(-1)?.data.arrivedOn ?? null,
    dispatches: dispatchesIn(events),
    closedOn: open?.closed?.closedOn ?? null,
    withdrawnOn: open?.status === 'withdrawn' ? open.withdrawnOn : null,
    status: declinedSince(state) === undefined ? '' : 'DECLINED_BY_SUBJECT',
  };
}

/** Each item with the legal basis of the decision that answered it last. */
function outcomesIn(events: readonly CaseEvent[]): readonly Outcome[] {
  const byItem = new Map<string, Outcome>();
  for (const { type, data } of events) {
    if (type !== 'DecisionMade' && type !== 'DecisionAmended') continue;
    // Of the first decision the case knows its basis; that of an amendment holds for what it answers.
    const shared = type === 'DecisionAmended' ? data.legalBasis : undefined;
    for (const { item, legalBasis } of data.items) {
      const ofLaw = byLaw.includes(item) ? (shared ?? null) : null;
      byItem.set(item, { item, legalBasis: legalBasis ?? ofLaw });
    }
  }
  return [...byItem.values()];
}

/** Each answer that went out, of which decision, and what became of it with each to whom it went. */
export function dispatchesIn(events: readonly CaseEvent[]): readonly Dispatch[] {
  let decisionId: string | null = null;
  let dispatches: readonly Dispatch[] = [];
  for (const { type, data } of events) {
    if (type === 'DecisionMade' || type === 'DecisionAmended') decisionId = decisionOf(data);
    if (type === 'DecisionNotified') dispatches = [...dispatches, dispatched(data, decisionId)];
    if (type === 'AnswerDelivered') {
      dispatches = arrived(dispatches, data, { deliveredOn: data.deliveredOn, proof: data.proof });
    }
    if (type === 'AnswerReturned') dispatches = arrived(dispatches, data, { returnedOn: data.returnedOn });
  }
  return dispatches;
}

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>['data'];

function dispatched(
  { recipients, recipientParties = [], notifiedOn: sentOn, channel, ...data }: Of<'DecisionNotified'>,
  decisionId: string | null,
): Dispatch {
  const to = recipients.flatMap((recipient) => {
    const named = recipientParties.filter((one) => one.recipient === recipient);
    const parties = named.length > 0 ? named.map(({ partyId }) => partyId) : [null];
    return parties.map((partyId) => ({
      recipient,
      partyId,
      deliveredOn: null,
      proof: null,
      returnedOn: null,
    }));
  });
  return { dispatchId: dispatchOf(data), decisionId, sentOn, channel, to };
}

const arrived = (
  dispatches: readonly Dispatch[],
  { dispatchId, recipient, partyId }: Pick<Of<'AnswerDelivered'>, 'dispatchId' | 'recipient' | 'partyId'>,
  became: Partial<Dispatch['to'][number]>,
): readonly Dispatch[] =>
  dispatches.map((sent) => ({
    ...sent,
    to: sent.to.map((one) =>
      sent.dispatchId === dispatchId &&
      one.recipient === recipient &&
      (partyId === undefined || one.partyId === partyId)
        ? { ...one, ...became }
        : one,
    ),
  }));
