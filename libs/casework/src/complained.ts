import type { Day, Delivery } from '#deadlines';
import { type Answered, type CommandRunner, type Standing, standingOf } from '#event-sourcing';
import { type ItemCode, representatives } from '#vocabulary';
import { complaintRuleFor } from './domain/deadlines/of-case.js';
import { caseDecider } from './domain/decide.js';
import type { CaseEvent } from './domain/events.js';
import { decisionOf } from './domain/steps/decision.js';
import { dispatchOf } from './domain/steps/notification.js';
import { caseStream } from './questions.js';

type Log = Pick<CommandRunner, 'look'>;

/** A written answer that went out, and what became of it. */
interface SentAnswer {
  readonly sentOn: Day;
  readonly channel: string;
  readonly to: readonly {
    readonly recipient: string;
    readonly partyId: string | null;
    readonly deliveredOn: Day | null;
    readonly proof: string | null;
    readonly returnedOn: Day | null;
  }[];
}

/** How a decision reached each who speaks for the application, by the last answer that went to that one. */
function deliveriesOf(answers: readonly SentAnswer[]): readonly Delivery[] {
  const byReceiver = new Map<string, Delivery>();
  for (const { sentOn, channel, to } of answers) {
    for (const { recipient, partyId, ...fate } of to) {
      if (!representatives.codes.some((one) => one === recipient)) continue;
      byReceiver.set(`${recipient} ${partyId ?? ''}`, deliveryOf(sentOn, channel, fate));
    }
  }
  return [...byReceiver.values()];
}

type Fate = Omit<SentAnswer['to'][number], 'recipient' | 'partyId'>;

function deliveryOf(sentOn: Day, channel: string, { deliveredOn, proof, returnedOn }: Fate): Delivery {
  if (returnedOn !== null) return { kind: 'NONE' };
  if (deliveredOn !== null && proof !== 'ASSUMED') return { kind: 'PROVEN', on: deliveredOn };
  if (channel === 'IN_PERSON') return { kind: 'PROVEN', on: sentOn };
  if (channel === 'DIGITAL_POST' || channel === 'EMAIL') {
    // Only the day is known, which noon is on.
    const at = `${sentOn}T12:00:00Z`;
    return { kind: 'DIGITAL', availableAt: at, notifiedAt: at };
  }
  return { kind: 'MAIL', postedOn: sentOn };
}

/** A decision of a case as somebody may complain of it. */
export interface ComplainedDecision {
  readonly decisionId: string;
  readonly decidedOn: Day;
  readonly decidedBy: string;
  /** Who recorded it. */
  readonly deciderId: string;
  readonly answers: readonly {
    readonly item: ItemCode;
    readonly rule: ReturnType<typeof complaintRuleFor>;
  }[];
  readonly deliveries: readonly Delivery[];
}

interface Found extends Omit<ComplainedDecision, 'deliveries'> {
  readonly sent: ReadonlyMap<string, SentAnswer>;
}

/** Whose case it is, its decisions from the first on, those that were set aside too, and who takes no part in it; of no case nothing. */
export async function complainedIn(
  log: Log,
  tenant: string,
  caseId: string,
): Promise<
  Answered<{
    readonly subjectId: string | undefined;
    readonly decisions: readonly ComplainedDecision[];
    readonly disqualified: readonly string[];
  }>
> {
  const { state, effective, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  const found = effective.reduce(withEvent, []);
  const decisions = found.map(({ sent, ...decision }) => ({
    ...decision,
    deliveries: deliveriesOf([...sent.values()]),
  }));
  const { subjectId, disqualified } =
    state.status === 'absent' ? { subjectId: undefined, disqualified: [] } : state;
  const apart = disqualified.map(({ partyId }) => partyId);
  return { answer: { subjectId, decisions, disqualified: apart }, basis };
}

function withEvent(found: readonly Found[], event: CaseEvent): readonly Found[] {
  const last = found.at(-1);
  const { type } = event;
  if (type === 'DecisionMade' || type === 'DecisionAmended') {
    const { items, decidedOn, decidedBy, legalBasis } = event.data;
    const answers = items.map(({ item, legalBasis: own }) => ({
      item,
      rule: complaintRuleFor(item, own ?? legalBasis),
    }));
    const { actor } = event.metadata;
    const decision = { decisionId: decisionOf(event.data), decidedOn, decidedBy, deciderId: actor.partyId };
    return [...found, { ...decision, answers, sent: new Map() }];
  }
  if (type === 'DecisionNotified') {
    const { notifiedOn: sentOn, channel, recipients, recipientParties = [] } = event.data;
    const to = recipients.flatMap((recipient) => {
      const those = recipientParties.filter((one) => one.recipient === recipient);
      const ids = those.length > 0 ? those.map(({ partyId }) => partyId) : [null];
      return ids.map((partyId) => ({ recipient, partyId, ...unknownFate }));
    });
    return withSent(found, last, dispatchOf(event.data), () => ({ sentOn, channel, to }));
  }
  if (type === 'AnswerDelivered') {
    const { deliveredOn, proof } = event.data;
    return withFate(found, last, event.data, { deliveredOn, proof });
  }
  if (type === 'AnswerReturned') {
    return withFate(found, last, event.data, { returnedOn: event.data.returnedOn });
  }
  return found;
}

const unknownFate = { deliveredOn: null, proof: null, returnedOn: null } as const;

function withSent(
  found: readonly Found[],
  last: Found | undefined,
  id: string,
  answer: (before: SentAnswer | undefined) => SentAnswer | undefined,
): readonly Found[] {
  const now = last && answer(last.sent.get(id));
  if (last === undefined || now === undefined) return found;
  return [...found.slice(0, -1), { ...last, sent: new Map([...last.sent, [id, now]]) }];
}

const withFate = (
  found: readonly Found[],
  last: Found | undefined,
  {
    recipient,
    partyId = null,
    dispatchId,
  }: { readonly dispatchId: string; readonly recipient: string; readonly partyId?: string | null },
  fate: Partial<Fate>,
) =>
  withSent(
    found,
    last,
    dispatchId,
    (before) =>
      before && {
        ...before,
        to: before.to.map((one) =>
          one.recipient === recipient && (partyId === null || one.partyId === partyId)
            ? { ...one, ...fate }
            : one,
        ),
      },
  );

/** What of a case rests on that complaint's being decided so: that its decision was set aside. */
export async function setAsideBy(
  log: Log,
  tenant: string,
  caseId: string,
  complaintId: string,
): Promise<Answered<readonly Standing[]>> {
  const { effective, basis } = await log.look(caseDecider, caseStream(tenant, caseId));
  const answer = effective.filter(
    ({ type, data }) => type === 'DecisionSetAside' && data.complaintId === complaintId,
  );
  return { answer: answer.map(standingOf), basis };
}
