import type { CodeIn } from '#event-sourcing/codes';
import { refusals } from '#event-sourcing/refusals';
import type { ItemCode } from '#vocabulary';
import type { CoordinatorKind, foundations } from './codes.js';
import type { Appointment, Coordination, Member, Plan } from './coordination.js';
import { endOfNeed, endOfNeedWithPlan } from './need.js';

export const basisRefusals = refusals('coordination', {
  'not-granted': [
    'The case has no decision that grants this person anything.',
    'Saken har ingen avgjørelse som innvilger denne personen noe.',
    'Saka har inga avgjerd som innvilgar denne personen noko.',
  ],
  'not-granted.plan': [
    'The case has no decision that grants this person a plan.',
    'Saken har ingen avgjørelse som innvilger denne personen en plan.',
    'Saka har inga avgjerd som innvilgar denne personen ein plan.',
  ],
  'not-granted.group': [
    'The case has no decision that grants this person a group.',
    'Saken har ingen avgjørelse som innvilger denne personen en gruppe.',
    'Saka har inga avgjerd som innvilgar denne personen ei gruppe.',
  ],
  'not-granted.coordinator': [
    'The decision refused a coordinator. Name a case that grants one.',
    'Avgjørelsen avslo koordinator. Vis til en sak som innvilger koordinator.',
    'Avgjerda avslo koordinator. Vis til ei sak som innvilgar koordinator.',
  ],
  'not-granted.child': [
    'The decision refused a child coordinator. Appoint an ordinary coordinator, or name a case that grants a child coordinator.',
    'Avgjørelsen avslo barnekoordinator. Oppnevn en vanlig koordinator, eller vis til en sak som innvilger barnekoordinator.',
    'Avgjerda avslo barnekoordinator. Nemn opp ein vanleg koordinator, eller vis til ei sak som innvilgar barnekoordinator.',
  ],
  'no-case': [
    'Say on which case’s decision it rests.',
    'Si hvilken sak avgjørelsen står i.',
    'Sei kva sak avgjerda står i.',
  ],
  'grant-used-up': [
    'The need that this decision met has ended since. What begins anew rests on a new decision.',
    'Behovet som denne avgjørelsen gjaldt, er opphørt siden. Det som begynner på nytt, bygger på en ny avgjørelse.',
    'Behovet som denne avgjerda galdt, har falle bort sidan. Det som begynner på nytt, byggjer på ei ny avgjerd.',
  ],
  'before-decision': [
    'That day lies before the decision on which this rests. Choose the day of the decision or a later one.',
    'Den dagen ligger før avgjørelsen som dette bygger på. Velg dagen for avgjørelsen eller en senere dag.',
    'Den dagen ligg før avgjerda som dette byggjer på. Vel dagen for avgjerda eller ein seinare dag.',
  ],
});
const { refuseIf } = basisRefusals;

/** What a case's decision granted, as the log had it when it was asked; nothing where there is no decision. */
export interface Grant extends Granting {
  readonly subjectId: string | undefined;
  /** Decisions that the one in force amended, from the first on: what began while one of them held, began by right. */
  readonly before?: readonly Granting[] | undefined;
  /** When the answer of the one in force first went to the person, or to who speaks for them, and did not come back. */
  readonly notifiedOn?: string | undefined;
  /** From when the grant is used up because its case was closed; undefined where it is not. */
  readonly usedUpOn?: string | undefined;
}
interface Granting {
  /** Items granted, wholly or in part, since the decision of that day; since this one unless told. */
  readonly granted: readonly { readonly item: string; readonly since?: string }[];
  readonly refused: readonly string[];
  readonly decidedOn: string | undefined;
}
/** Decisions by case. */
export type Grants = Readonly<Record<string, Grant>>;

/** What rests on a case's decision: that it grants an item, or anything at all (U16), by the day this begins. */
export interface Reliance {
  /** Of the appointment, the plan or the member. */
  readonly id: string;
  readonly caseId: string;
  readonly item?: ItemCode;
  /** Of a coordinator. */
  readonly kind?: CoordinatorKind;
  readonly begins: string;
}

/** Absent where it rests on something else. */
interface OfCase {
  readonly caseId?: string | undefined;
}
interface Founded {
  readonly restsOn?: CodeIn<typeof foundations> | undefined;
}
/** What begins on the strength of a case names it (invariant 5). */
export const refuseCaseless = ({ restsOn = 'CASE', caseId }: Founded & OfCase): void =>
  refuseIf(restsOn === 'CASE' && caseId === undefined, 'no-case');
/** A case's decision is all that is said of a new one, or of one that stands: on a report something begins when that is confirmed. */
export const admitFoundation = ({ restsOn = 'CASE' }: Founded): void =>
  refuseIf(restsOn !== 'CASE', 'no-case');

/** What each thing rests on, as it is recorded and as it stands. */
export const reliance = {
  appointment: ({
    appointmentId: id,
    caseId,
    kind,
    validFrom: begins,
  }: Pick<Appointment, 'appointmentId' | 'kind' | 'validFrom'> & OfCase): Reliance | undefined =>
    caseId === undefined ? undefined : { id, caseId, kind, begins },
  plan: ({
    planId: id,
    caseId,
    startedOn: begins,
  }: Pick<Plan, 'planId' | 'startedOn'> & OfCase): Reliance | undefined =>
    caseId === undefined ? undefined : { id, caseId, item: 'INDIVIDUAL_PLAN', begins },
  /** One who gathers around the plan rests on no decision. */
  member: (one: Pick<Member, 'memberId' | 'joinedOn'> & OfCase) => {
    const { memberId: id, caseId, joinedOn: begins } = one;
    return caseId === undefined ? undefined : ({ id, caseId, item: 'GROUP', begins } satisfies Reliance);
  },
};

/** Everything that has not ended, and rests on a decision. */
export const liveReliances = ({ appointments, plans, members }: Coordination): Reliance[] => [
  ...appointments
    .filter(({ releasedOn }) => releasedOn === undefined)
    .flatMap((one) => reliance.appointment(one) ?? []),
  ...plans.filter(({ closedOn }) => closedOn === undefined).flatMap((one) => reliance.plan(one) ?? []),
  ...members.filter(({ leftOn }) => leftOn === undefined).flatMap((one) => reliance.member(one) ?? []),
];

/** The item that a coordinator of each kind is applied for as. */
const itemOf = { ORDINARY: 'COORDINATOR', CHILD: 'CHILD_COORDINATOR' } as const satisfies Record<
  CoordinatorKind,
  ItemCode
>;

/** The decision that was in force on that day; before the first, the first. */
const inForceOn = ({ before = [], ...last }: Grant, day: string): Granting =>
  [...before, last].findLast(({ decidedOn = '' }) => decidedOn <= day) ?? before[0] ?? last;

/** Nothing begins without a decision that grants it to this person, or before it (invariant 5). */
export function refuseUngranted(
  { item, kind, begins }: Reliance,
  subjectId: string,
  grant: Grant | undefined,
): void {
  const decision = grant && inForceOn(grant, begins);
  const isGranted =
    grant?.subjectId === subjectId &&
    decision?.granted.some((one) => item === undefined || one.item === item) === true;
  refuseIf(!isGranted && item === 'INDIVIDUAL_PLAN', 'not-granted.plan');
  refuseIf(!isGranted && item === 'GROUP', 'not-granted.group');
  refuseIf(!isGranted, 'not-granted');
  const isRefused = (one: string) => decision?.refused.includes(one) === true;
  refuseIf(kind === 'ORDINARY' && isRefused('COORDINATOR'), 'not-granted.coordinator');
  // A right of its own (pbrl § 2-5c): not opened by a grant of something else where it was asked for and refused.
  refuseIf(kind === 'CHILD' && isRefused('CHILD_COORDINATOR'), 'not-granted.child');
  refuseIf(decision?.decidedOn !== undefined && begins < decision.decidedOn, 'before-decision');
}

/** Ends of everything: the person is dead, or another municipality's. */
const endsAll: readonly string[] = ['DECEASED', 'MOVED', 'TRANSFERRED'];

/**
 * A grant is used up once the need for what began on it has ended: a plan closed, or a coordinator released, because none is needed any more;
 * where it grants a plan and no coordinator, with the plan, and whatever it grants, when the person died, moved or was transferred, or when its
 * case was closed for a reason that leaves nothing of it.
 */
export function refuseUsedUp(
  { appointments, plans, endedOn }: Coordination,
  { item, kind, begins }: Reliance,
  grant: Grant | undefined,
): void {
  const decision = grant && inForceOn(grant, begins);
  if (decision?.decidedOn === undefined) return;
  refuseIf(grant?.usedUpOn !== undefined && grant.usedUpOn <= begins, 'grant-used-up');
  const granted = (wanted: string | undefined) => decision.granted.find((one) => one.item === wanted);
  const own = granted(item ?? (kind && itemOf[kind]));
  const isWithPlan = item === 'INDIVIDUAL_PLAN' || (kind !== undefined && own === undefined);
  const decidedOn = (own ?? decision.granted[0])?.since ?? decision.decidedOn;
  const ends = [
    ...(endedOn === undefined ? [] : [endedOn]),
    ...plans
      .filter(({ closureReason = '' }) => isWithPlan || endsAll.includes(closureReason))
      .flatMap(endOfNeedWithPlan),
    ...appointments
      .filter((one) => (one.kind === kind && !one.temporary) || endsAll.includes(one.releaseReason ?? ''))
      .flatMap(endOfNeed),
  ];
  refuseIf(
    ends.some((day) => decidedOn <= day && day <= begins),
    'grant-used-up',
  );
}
