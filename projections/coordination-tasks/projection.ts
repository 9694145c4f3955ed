import {
  type Choice,
  closuresEndingNeed,
  type Consent as Given,
  coordinationEvents,
  noTo,
  releasesEndingNeed,
  withConsent,
  withoutConsents,
  type Withdrawal,
  withWithdrawal,
} from '#coordination';
import type { EventOf } from '#event-sourcing/event';
import { defineProjection } from '#event-sourcing/projection';

type Consent = Pick<
  Given,
  'consentId' | 'scopes' | 'givenBy' | 'givenById' | 'givenOn' | 'validUntil' | 'withdrawn'
> & {
  readonly eventId: string;
};
interface TakenOn {
  readonly withdrawnOn: string;
  readonly eventId: string;
}

export interface Appointment {
  readonly appointmentId: string;
  readonly coordinatorId: string;
  readonly unit: string | null;
  readonly temporary: boolean;
  readonly caseId: string | null;
  readonly validFrom: string;
  readonly releasedOn: string | null;
  readonly reasonCode: string | null;
  /** The event that released. */
  readonly eventId: string | null;
  /** Who is still to hear of it, and the event that appointed. */
  readonly toTell: readonly string[];
  readonly appointedBy: string;
}

/** Somebody proposed as coordinator, while nobody said no and nobody was appointed. */
interface Proposal {
  readonly proposalId: string;
  readonly candidateId: string;
  readonly unit: string;
  readonly kind: string;
  readonly since: string;
  readonly eventId: string;
  /** Whose answers it still waits for. */
  readonly awaits: readonly string[];
}

/** A disagreement that is not settled. */
interface Dispute {
  readonly disputeId: string;
  readonly proposalId: string | null;
  readonly settledBy: string;
  readonly since: string;
  readonly eventId: string;
}

interface Plan {
  readonly planId: string;
  readonly startedOn: string;
  readonly closedOn: string | null;
  readonly reasonCode: string | null;
}

export interface LostBasis {
  readonly caseId: string;
  readonly restsOn: readonly string[];
  readonly since: string;
  readonly eventId: string;
}

/** What has been told of a person's coordination so far, as far as it says what waits. */
type Told = {
  readonly subject_id: string;
  readonly consents: readonly Consent[];
  readonly withdrawals: readonly Withdrawal[];
  readonly taken: readonly TakenOn[];
  readonly choices: readonly Choice[];
  readonly proposals: readonly Proposal[];
  readonly disputes: readonly Dispute[];
  readonly appointments: readonly Appointment[];
  readonly plans: readonly Plan[];
  /** Members of the group who have not left. */
  readonly members: readonly { readonly memberId: string; readonly joinedOn: string }[];
  readonly bases: readonly LostBasis[];
  /** The day on which all of it ended for the person. */
  readonly ended_on: string | null;
};

type Waiting = {
  /** The first day on which no consent covers a coordinator who goes on after it. */
  readonly unconsented_from: string | null;
  readonly unconsented_event: string | null;
  /** The day on which the last coordinator leaves; the last there is while nobody is to. */
  readonly coordinated_to: string | null;
  /** Since when something stands whose case grants it no more, which case that is, and what tells of it. */
  readonly lost_since: string | null;
  readonly lost_case: string | null;
  readonly lost_event: string | null;
  /** The first proposal that the unit's leader has not answered, and since when; where the profile asks for that. */
  readonly concur_since: string | null;
  readonly concur_unit: string | null;
  readonly concur_proposal: string | null;
  /** The first that the candidate has not answered. */
  readonly answer_since: string | null;
  readonly answer_party: string | null;
  readonly answer_proposal: string | null;
  /** The first appointment of which somebody is still to hear, and who. */
  readonly tell_since: string | null;
  readonly tell_appointment: string | null;
  readonly tell_event: string | null;
  /** The first disagreement that is not settled. */
  readonly dispute_since: string | null;
  readonly dispute_id: string | null;
  readonly dispute_settler: string | null;
  readonly dispute_event: string | null;
  /** What is granted on this day or before it needs no plan to be started: one was since, or runs, the person said no, or the need has ended. */
  readonly plan_known_until: string | null;
  /** The first day of whatever goes on without an end: coordinators, plan, members of the group. */
  readonly runs_from: string | null;
};

export type CoordinationTaskRow = Told & Waiting;

/** Stands where something has no end. */
const never = '9999-12-31';

/** One row a person: the fold of the coordination's stream, with what waits there. The register has the whole of it; here are the events behind. */
export const coordinationTasks = defineProjection<CoordinationTaskRow, typeof coordinationEvents>({
  name: 'coordination_tasks',
  version: 7,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    subject_id: 'text',
    consents: 'jsonb',
    withdrawals: 'jsonb',
    taken: 'jsonb',
    choices: 'jsonb',
    proposals: 'jsonb',
    disputes: 'jsonb',
    appointments: 'jsonb',
    plans: 'jsonb',
    members: 'jsonb',
    bases: 'jsonb',
    ended_on: 'date',
    unconsented_from: 'date',
    unconsented_event: 'text',
    coordinated_to: 'date',
    lost_since: 'date',
    lost_case: 'text',
    lost_event: 'text',
    concur_since: 'date',
    concur_unit: 'text',
    concur_proposal: 'text',
    answer_since: 'date',
    answer_party: 'text',
    answer_proposal: 'text',
    tell_since: 'date',
    tell_appointment: 'text',
    tell_event: 'text',
    dispute_since: 'date',
    dispute_id: 'text',
    dispute_settler: 'text',
    dispute_event: 'text',
    plan_known_until: 'date',
    runs_from: 'date',
  },
  key: ({ data }) => data.subjectId,
  fold(row, event) {
    const told = toldBy(row ?? { subject_id: event.data.subjectId, ...nothingTold }, event);
    return { ...told, ...waitingIn(told) };
  },
});

const nothingTold = {
  consents: [],
  withdrawals: [],
  taken: [],
  choices: [],
  proposals: [],
  disputes: [],
  appointments: [],
  plans: [],
  members: [],
  bases: [],
  ended_on: null,
} as const satisfies Omit<Told, 'subject_id'>;

function toldBy(row: Told, event: EventOf<typeof coordinationEvents>): Told {
  switch (event.type) {
    case 'ConsentGiven': {
      const { consentId, scopes, givenBy, givenById = null, givenOn, validUntil = null } = event.data;
      const by = { givenBy, givenById };
      const given = { consentId, scopes, ...by, givenOn, validUntil, withdrawn: [], eventId: event.id };
      return { ...row, ...withConsent(row, given, row.ended_on) };
    }
    case 'ConsentWithdrawn': {
      const taken = { withdrawnOn: event.data.withdrawnOn, eventId: event.id };
      return { ...row, ...withWithdrawal(row, event.data), taken: [...row.taken, taken] };
    }
    case 'PlanDeclined':
      return chosen(row, { of: 'PLAN', isYes: false, on: event.data.declinedOn });
    case 'PlanAccepted':
      return chosen(row, { of: 'PLAN', isYes: true, on: event.data.acceptedOn });
    case 'CoordinatorDeclined':
      // What was proposed is over.
      return {
        ...chosen(row, { of: 'COORDINATOR', isYes: false, on: event.data.declinedOn }),
        proposals: [],
      };
    case 'CoordinatorAccepted':
      return chosen(row, { of: 'COORDINATOR', isYes: true, on: event.data.acceptedOn });
    case 'CoordinatorProposed': {
      const { proposalId, candidateId, unit, kind, awaits, proposedOn: since } = event.data;
      const proposed = { proposalId, candidateId, unit, kind, awaits, since, eventId: event.id };
      return { ...row, proposals: [...row.proposals, proposed] };
    }
    case 'LeaderConcurred':
      return answered(row, event.data.proposalId, 'LEADER');
    case 'CandidateAccepted':
      return answered(row, event.data.proposalId, 'CANDIDATE');
    case 'LeaderObjected':
    case 'CandidateDeclined':
    case 'ProposalWithdrawn':
      return { ...row, proposals: row.proposals.filter((one) => one.proposalId !== event.data.proposalId) };
    case 'PlacementDisputeRaised': {
      const { disputeId, proposalId = null, settledBy, raisedOn: since } = event.data;
      const raised = { disputeId, proposalId, settledBy, since, eventId: event.id };
      return { ...row, disputes: [...row.disputes, raised] };
    }
    case 'PlacementDisputeSettled':
      return { ...row, disputes: row.disputes.filter((one) => one.disputeId !== event.data.disputeId) };
    case 'CoordinatorAppointed': {
      const { appointmentId, coordinatorId, unit = null, kind, temporary } = event.data;
      const { caseId = null, proposalId, validFrom, toTell = [] } = event.data;
      const proposals = row.proposals.filter(
        (one) => one.proposalId !== proposalId && (one.kind !== kind || temporary),
      );
      const stands = { releasedOn: null, reasonCode: null, eventId: null, toTell, appointedBy: event.id };
      const appointed = { appointmentId, coordinatorId, unit, temporary, caseId, validFrom, ...stands };
      return { ...row, proposals, appointments: [...row.appointments, appointed] };
    }
    case 'CoordinatorReleased': {
      const { appointmentId, releasedOn, reasonCode } = event.data;
      const left = { releasedOn, reasonCode, eventId: event.id };
      return {
        ...row,
        appointments: row.appointments.map((one) =>
          one.appointmentId === appointmentId ? { ...one, ...left } : one,
        ),
      };
    }
    case 'AllocationNotified': {
      const { appointmentId, recipients, leftOut = [] } = event.data;
      const heard: readonly string[] = [...recipients, ...leftOut];
      return {
        ...row,
        appointments: row.appointments.map((one) =>
          one.appointmentId === appointmentId
            ? { ...one, toTell: one.toTell.filter((who) => !heard.includes(who)) }
            : one,
        ),
      };
    }
    case 'PlanStarted': {
      const { planId, startedOn } = event.data;
      return { ...row, plans: [...row.plans, { planId, startedOn, closedOn: null, reasonCode: null }] };
    }
    case 'PlanClosed': {
      const { planId, closedOn, reasonCode } = event.data;
      return {
        ...row,
        plans: row.plans.map((one) => (one.planId === planId ? { ...one, closedOn, reasonCode } : one)),
      };
    }
    case 'MemberJoinedGroup': {
      const { memberId, joinedOn } = event.data;
      return { ...row, members: [...row.members, { memberId, joinedOn }] };
    }
    case 'MemberLeftGroup':
      return { ...row, members: row.members.filter(({ memberId }) => memberId !== event.data.memberId) };
    case 'BasisLost': {
      const { caseId, restsOn, detectedOn: since } = event.data;
      const lost = { caseId, restsOn, since, eventId: event.id };
      return { ...row, bases: [...otherThan(caseId, row.bases), lost] };
    }
    case 'BasisRegained':
      return { ...row, bases: otherThan(event.data.caseId, row.bases) };
    case 'CoordinatorWishRecorded':
      return row;
    case 'CoordinationEnded': {
      const { endedOn } = event.data;
      return { ...row, ended_on: endedOn, consents: withoutConsents(row.consents, endedOn) };
    }
    case 'CoordinatorGapDetected':
      // An alarm of its day: whether somebody is missing still is asked of a day.
      return row;
  }
}

const chosen = (row: Told, choice: Choice): Told => ({ ...row, choices: [...row.choices, choice] });

/** One answer less to wait for. */
const answered = (row: Told, proposalId: string, who: string): Told => ({
  ...row,
  proposals: row.proposals.map((one) =>
    one.proposalId === proposalId ? { ...one, awaits: one.awaits.filter((other) => other !== who) } : one,
  ),
});

const otherThan = (caseId: string, bases: readonly LostBasis[]) =>
  bases.filter((lost) => lost.caseId !== caseId);

function waitingIn(row: Told): Waiting {
  const coordinated_to = latest(
    row.appointments
      .filter(({ validFrom, releasedOn }) => releasedOn === null || validFrom < releasedOn)
      .map(({ releasedOn }) => releasedOn ?? never),
  );
  const end = endOfConsent(row);
  const isUncovered = end !== undefined && coordinated_to !== null && end.day < coordinated_to;
  const lost = row.bases
    .filter(({ restsOn }) => restsOn.some((id) => stands(row, id)))
    .toSorted((one, other) => (one.since < other.since ? -1 : Number(one.since > other.since)))
    .at(0);
  // Of whoever leaves nobody has to hear any more that they came.
  const toldOf = row.appointments
    .filter(({ releasedOn, toTell }) => releasedOn === null && toTell.length > 0)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .at(0);
  const [dispute] = row.ended_on === null ? row.disputes : [];
  const [toConcur, toAnswer] = ['LEADER', 'CANDIDATE'].map((who) =>
    row.proposals.find(({ awaits }) => awaits.includes(who)),
  );
  return {
    concur_since: toConcur?.since ?? null,
    concur_unit: toConcur?.unit ?? null,
    concur_proposal: toConcur?.proposalId ?? null,
    answer_since: toAnswer?.since ?? null,
    answer_party: toAnswer?.candidateId ?? null,
    answer_proposal: toAnswer?.proposalId ?? null,
    tell_since: toldOf?.validFrom ?? null,
    tell_appointment: toldOf?.appointmentId ?? null,
    tell_event: toldOf?.appointedBy ?? null,
    dispute_since: dispute?.since ?? null,
    dispute_id: dispute?.disputeId ?? null,
    dispute_settler: dispute?.settledBy ?? null,
    dispute_event: dispute?.eventId ?? null,
    unconsented_from: isUncovered ? end.day : null,
    unconsented_event: isUncovered ? end.eventId : null,
    coordinated_to,
    lost_since: lost?.since ?? null,
    lost_case: lost?.caseId ?? null,
    lost_event: lost?.eventId ?? null,
    plan_known_until: planKnownUntil(row),
    runs_from: runsFrom(row),
  };
}

const latest = (days: readonly string[]) => days.toSorted().at(-1) ?? null;

/** From which day nothing of what was consented to covers a coordinator, and what made it so; undefined while something has no end. */
function endOfConsent({
  consents,
  taken,
}: Told): { readonly day: string; readonly eventId: string } | undefined {
  const ends = consents
    .filter(({ scopes }) => scopes.includes('COORDINATOR'))
    .map(({ validUntil, withdrawn, eventId }) => {
      const runsOut = typeof validUntil === 'string' ? dayAfter(validUntil) : never;
      const back = withdrawn.find(({ scope }) => scope === 'COORDINATOR')?.withdrawnOn ?? never;
      return back < runsOut
        ? {
            day: back,
            eventId: taken.findLast(({ withdrawnOn }) => withdrawnOn === back)?.eventId ?? eventId,
          }
        : { day: runsOut, eventId };
    });
  const last = ends.toSorted((one, other) => (one.day < other.day ? -1 : 1)).at(-1);
  return last === undefined || last.day === never ? undefined : last;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** What has ended or was recorded in error needs no decision any more. */
const stands = ({ appointments, plans, members }: Told, id: string) =>
  appointments.some(({ appointmentId, releasedOn }) => appointmentId === id && releasedOn === null) ||
  plans.some(({ planId, closedOn }) => planId === id && closedOn === null) ||
  members.some(({ memberId }) => memberId === id);

const runsFrom = ({ appointments, plans, members }: Told) =>
  [
    ...appointments.filter(({ releasedOn }) => releasedOn === null).map(({ validFrom }) => validFrom),
    ...plans.filter(({ closedOn }) => closedOn === null).map(({ startedOn }) => startedOn),
    ...members.map(({ joinedOn }) => joinedOn),
  ]
    .toSorted()
    .at(0) ?? null;

function planKnownUntil({ plans, appointments, choices, ended_on }: Told): string | null {
  const no = noTo('PLAN', choices);
  const ending = (reasons: readonly string[], reason: string | null) =>
    reason !== null && reasons.includes(reason);
  if (plans.some(({ closedOn }) => closedOn === null)) return never;
  return latest([
    ...(ended_on === null ? [] : [ended_on]),
    ...(no === undefined ? [] : [no]),
    ...plans.map(({ startedOn }) => startedOn),
    ...plans.flatMap(({ closedOn, reasonCode }) =>
      closedOn !== null && ending(closuresEndingNeed, reasonCode) ? [closedOn] : [],
    ),
    ...appointments.flatMap(({ releasedOn, reasonCode }) =>
      releasedOn !== null && ending(releasesEndingNeed, reasonCode) ? [releasedOn] : [],
    ),
  ]);
}
