import type { Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import type { Coordination, CoordinationFact, CoordinatorKind, Happening } from './coordination.js';
import { type Grant, offence, type Offence } from './rule.js';

/** What rests on a case's decision: that it grants an item, or anything at all (U16), by the day this begins. */
export interface Reliance {
  /** Of the appointment, the plan or the member. */
  readonly id: string;
  readonly caseId: string;
  readonly item?: 'INDIVIDUAL_PLAN' | 'GROUP';
  /** Of a coordinator. */
  readonly kind?: CoordinatorKind;
  readonly begins: string;
}

/** Decisions by case, as the log had them when it was asked. */
export type Grants = Readonly<Record<string, Grant>>;

/** Asks whether what rests on a case's decision still has it; sent when either may have changed meanwhile. */
export type CheckBasis = Intent<
  'CheckBasis',
  { readonly subjectId: string; readonly caseId: string; readonly grant: Grant }
>;

/** How an event relies on a decision; most do not. */
export function relianceOf({ type, data }: Happening): Reliance | undefined {
  if (type === 'CoordinatorAppointed') {
    return { id: data.appointmentId, caseId: data.caseId, kind: data.kind, begins: data.validFrom };
  }
  if (type === 'PlanStarted') {
    return { id: data.planId, caseId: data.caseId, item: 'INDIVIDUAL_PLAN', begins: data.startedOn };
  }
  return type === 'MemberJoinedGroup' && data.caseId !== undefined
    ? { id: data.memberId, caseId: data.caseId, item: 'GROUP', begins: data.joinedOn }
    : undefined;
}

/** Nothing begins without a decision that grants it to this person, or before it (invariant 5). */
function basisOffence(
  { item, kind, begins }: Reliance,
  subjectId: string,
  grant: Grant | undefined,
): Offence | undefined {
  const isGranted =
    grant?.subjectId === subjectId && grant.granted.some((one) => item === undefined || one.item === item);
  if (!isGranted) {
    return offence(
      'coordination/not-granted',
      `The case has no decision that grants this person ${named(item)}.`,
    );
  }
  // A right of its own (pbrl § 2-5c): not opened by a grant of something else where it was asked for and refused.
  if (kind === 'CHILD' && grant.refused.includes('CHILD_COORDINATOR')) {
    return offence(
      'coordination/not-granted',
      'The decision refused a child coordinator. Appoint an ordinary coordinator, or name a case that grants a child coordinator.',
    );
  }
  return grant.decidedOn !== undefined && begins < grant.decidedOn
    ? offence(
        'coordination/before-decision',
        'That day lies before the decision on which this rests. Choose the day of the decision or a later one.',
      )
    : undefined;
}

const named = (item: Reliance['item']) =>
  item === undefined ? 'anything' : item === 'GROUP' ? 'a group' : 'a plan';

/** The same for an event that may rely on none. */
export function restingOffence(happening: Happening, grant: Grant | undefined): Offence | undefined {
  const reliance = relianceOf(happening);
  return reliance && basisOffence(reliance, happening.data.subjectId, grant);
}

/** Records once that live steps have lost their decision, and once that they have one again. Ended ones need none. */
export function checkBasis(
  { data: { subjectId, caseId, grant }, today }: CheckBasis,
  state: Coordination,
  history: readonly Recorded[],
): CoordinationFact[] {
  const live = liveReliances(state).filter((one) => one.caseId === caseId);
  const lost = live.filter((one) => basisOffence(one, subjectId, grant)).map(({ id }) => id);
  const noticed = lastNoticed(caseId, history);
  const about = { subjectId, caseId, detectedOn: today };
  if (lost.length > 0) {
    return sameIds(noticed, lost) ? [] : [{ type: 'BasisLost', data: { ...about, restsOn: lost } }];
  }
  // What lives on may have been corrected to rest on another case, which is asked by itself.
  return liveReliances(state).some(({ id }) => noticed.includes(id))
    ? [{ type: 'BasisRegained', data: about }]
    : [];
}

function liveReliances({ appointments, plans, members }: Coordination): Reliance[] {
  return [
    ...appointments.flatMap(({ appointmentId: id, caseId, kind, validFrom, releasedOn }): Reliance[] =>
      releasedOn === undefined ? [{ id, caseId, kind, begins: validFrom }] : [],
    ),
    ...plans.flatMap(({ planId: id, caseId, startedOn, closedOn }): Reliance[] =>
      closedOn === undefined ? [{ id, caseId, item: 'INDIVIDUAL_PLAN', begins: startedOn }] : [],
    ),
    ...members.flatMap(({ memberId: id, caseId, joinedOn, leftOn }): Reliance[] =>
      caseId !== undefined && leftOn === undefined ? [{ id, caseId, item: 'GROUP', begins: joinedOn }] : [],
    ),
  ];
}

/** What was last recorded as lost and not regained since. A loss that was annulled stays noticed. */
function lastNoticed(caseId: string, history: readonly Recorded[]): readonly string[] {
  const last = history.findLast(
    ({ type, data }) => (type === 'BasisLost' || type === 'BasisRegained') && data['caseId'] === caseId,
  );
  return last?.type === 'BasisLost' ? (last.data['restsOn'] as readonly string[]) : [];
}

const sameIds = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && other.every((id) => one.includes(id));
