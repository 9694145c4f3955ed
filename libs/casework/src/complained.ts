import type { Day, Delivery } from '#deadlines';
import { type Answered, type CommandRunner, type Standing, standingOf } from '#event-sourcing';
import type { ItemCode } from '#vocabulary';
import { dispatchesIn } from './domain/deadlines/facts.js';
import { deliveryIn } from './domain/deadlines/inputs.js';
import { type ComplaintRule, complaintRuleFor, deliveriesIn } from './domain/deadlines/of-case.js';
import { caseDecider } from './domain/decide.js';
import type { CaseEvent } from './domain/events.js';
import { decisionOf } from './domain/steps/decision.js';
import { caseStream } from './questions.js';

type Log = Pick<CommandRunner, 'look'>;

/** A decision of a case as somebody may complain of it. */
export interface ComplainedDecision {
  readonly decisionId: string;
  readonly decidedOn: Day;
  readonly decidedBy: string;
  /** Who recorded it. */
  readonly deciderId: string;
  readonly answers: readonly {
    readonly item: ItemCode;
    readonly rule: ComplaintRule | undefined;
  }[];
  readonly deliveries: readonly Delivery[];
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
  const sent = dispatchesIn(effective);
  const decisions = effective.flatMap(decisionIn).map((decision) => {
    const ofIt = sent.filter(({ decisionId }) => decisionId === decision.decisionId);
    return { ...decision, deliveries: deliveriesIn(ofIt).flatMap(deliveryIn) };
  });
  const { subjectId, disqualified } =
    state.status === 'absent' ? { subjectId: undefined, disqualified: [] } : state;
  const apart = disqualified.map(({ partyId }) => partyId);
  return { answer: { subjectId, decisions, disqualified: apart }, basis };
}

function decisionIn({ type, data, metadata }: CaseEvent): readonly Omit<ComplainedDecision, 'deliveries'>[] {
  if (type !== 'DecisionMade' && type !== 'DecisionAmended') return [];
  const { items, decidedOn, decidedBy, legalBasis } = data;
  const answers = items.map(({ item, legalBasis: own }) => ({
    item,
    rule: complaintRuleFor(item, own ?? legalBasis),
  }));
  return [{ decisionId: decisionOf(data), decidedOn, decidedBy, deciderId: metadata.actor.partyId, answers }];
}

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
