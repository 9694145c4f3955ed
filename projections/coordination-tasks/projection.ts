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
import { isGuardianship } from '#vocabulary';

type Consent = Pick<
  Given,
  'consentId' | 'scopes' | 'givenBy' | 'givenById' | 'givenOn' | 'validUntil' | 'withdrawn'
> & {
  readonly eventId: string;
  /** Given in the place of somebody of age, for a reason that was told. */
  readonly onBehalf: boolean;
};
interface TakenOn {
  readonly withdrawnOn: string;
  readonly eventId: string;
}

export interface Appointment {
  readonly appointmentId: string;
  readonly coordinatorId: string;
  readonly unit: string | null;
  readonly kind: string;
  readonly temporary: boolean;
  readonly caseId: string | null;
  /** The appointment whose work this one took over. */
  readonly takesOverFrom: string | null;
  readonly validFrom: string;
  readonly releasedOn: string | null;
  readonly reasonCode: string | null;
  /** The event that released. */
  readonly eventId: string | null;
  /** Who is still to hear of it, and the event that appointed. */
  readonly toTell: readonly string[];
  readonly appointedBy: string;
}

/** What a coordinator left to whoever takes over; `readBy`: that one's appointment. */
interface Handover {
  readonly handoverId: string;
  readonly appointmentId: string;
  readonly writtenOn: string;
  readonly readBy: string | null;
  readonly eventId: string;
}

/** Consents of guardians that are to be asked anew of the person, from a day on. */
interface Renewal {
  readonly consentIds: readonly string[];
  readonly dueOn: string;
  readonly eventId: string;
}

/** Of what runs, when it was last asked whether it is still right. */
type Reviewed = Readonly<Partial<Record<string, string>>>;

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
  /** What was said of what goes on without it. */
  readonly coordinatorGoesOn: boolean | null;
  readonly groupGoesOn: boolean | null;
  /** The event that closed it. */
  readonly closedBy: string | null;
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
  readonly renewals: readonly Renewal[];
  readonly choices: readonly Choice[];
  readonly proposals: readonly Proposal[];
  readonly disputes: readonly Dispute[];
  readonly appointments: readonly Appointment[];
  readonly handovers: readonly Handover[];
  readonly plans: readonly Plan[];
  /** Members of the group who have not left. */
  readonly members: readonly { readonly memberId: string; readonly joinedOn: string }[];
  readonly reviewed: Reviewed;
  readonly bases: readonly LostBasis[];
  /** The day on which all of it ended for the person. */
  readonly ended_on: string | null;
};

/** What waits of handovers in a row. */
type HandoverWaiting = {
  /** The first handover that is not written, or not read by whoever takes over from that day, who is to do that, and who is the other one. */
  readonly handover_kind: 'HANDOVER_TO_WRITE' | 'HANDOVER_TO_ACKNOWLEDGE' | null;
  readonly handover_since: string | null;
  /** The day on which whoever takes over leaves: from then on nobody waits for it. */
  readonly handover_until: string | null;
  readonly handover_party: string | null;
  readonly handover_unit: string | null;
  readonly handover_other: string | null;
  /** The day on which who is to write it coordinates no more: from then on it is a leader's. */
  readonly handover_released: string | null;
  readonly handover_appointment: string | null;
  readonly handover_id: string | null;
  readonly handover_event: string | null;
};

/** What waits of consents by the person's age. */
type RenewalWaiting = {
  /** Since when what a guardian consented to is to be asked of the person, the day after the last of it holds, and what told of it. */
  readonly renewal_since: string | null;
  readonly renewal_until: string | null;
  readonly renewal_event: string | null;
  /** The first day on which a guardian gave a consent that holds and that nothing was noticed about: it goes by the person's age. */
  readonly guardian_consented_on: string | null;
  /** Until when somebody coordinates for a child, or is to, whatever the child's age comes to. */
  readonly child_coordinated_to: string | null;
};

/** What waits for the question whether it is still right. */
type ReviewWaiting = {
  /** From which day the time to the next question is counted: of the plan or the responsible coordinators, whichever was asked about longest ago. */
  readonly review_from: string | null;
  /** Since when a plan has ended beside which somebody coordinates or is in the group still, and nobody has said whether that is right. */
  readonly plan_ended_on: string | null;
  readonly plan_ended_event: string | null;
};

type Waiting = HandoverWaiting &
  RenewalWaiting &
  ReviewWaiting & {
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
  version: 10,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    subject_id: 'text',
    consents: 'jsonb',
    withdrawals: 'jsonb',
    taken: 'jsonb',
    renewals: 'jsonb',
    choices: 'jsonb',
    proposals: 'jsonb',
    disputes: 'jsonb',
    appointments: 'jsonb',
    handovers: 'jsonb',
    plans: 'jsonb',
    members: 'jsonb',
    reviewed: 'jsonb',
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
    handover_kind: 'text',
    handover_since: 'date',
    handover_until: 'date',
    handover_party: 'text',
    handover_unit: 'text',
    handover_other: 'text',
    handover_released: 'date',
    handover_appointment: 'text',
    handover_id: 'text',
    handover_event: 'text',
    renewal_since: 'date',
    renewal_until: 'date',
    renewal_event: 'text',
    guardian_consented_on: 'date',
    child_coordinated_to: 'date',
    review_from: 'date',
    plan_ended_on: 'date',
    plan_ended_event: 'text',
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
  renewals: [],
  choices: [],
  proposals: [],
  disputes: [],
  appointments: [],
  handovers: [],
  plans: [],
  members: [],
  reviewed: {},
  bases: [],
  ended_on: null,
} as const satisfies Omit<Told, 'subject_id'>;

function toldBy(row: Told, event: EventOf<typeof coordinationEvents>): Told {
  switch (event.type) {
    case 'ConsentGiven': {
      const { consentId, scopes, givenBy, givenById = null, givenOn, validUntil = null } = event.data;
      const by = { givenBy, givenById, onBehalf: event.data.onBehalfReason !== undefined };
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
      const { caseId = null, proposalId, takesOverFrom = null, validFrom, toTell = [] } = event.data;
      const proposals = row.proposals.filter(
        (one) => one.proposalId !== proposalId && (one.kind !== kind || temporary),
      );
      const who = { appointmentId, coordinatorId, unit, kind, temporary, caseId, takesOverFrom, validFrom };
      const stands = { releasedOn: null, reasonCode: null, eventId: null, toTell };
      const appointed = { ...who, ...stands, appointedBy: event.id };
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
    case 'HandoverWritten': {
      const { handoverId, appointmentId, writtenOn } = event.data;
      const written = { handoverId, appointmentId, writtenOn, readBy: null, eventId: event.id };
      return { ...row, handovers: [...row.handovers, written] };
    }
    case 'HandoverAcknowledged': {
      const { handoverId, appointmentId: readBy } = event.data;
      const handovers = row.handovers.map((one) =>
        one.handoverId === handoverId ? { ...one, readBy } : one,
      );
      return { ...row, handovers };
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
      return { ...row, plans: [...row.plans, { planId, startedOn, ...notClosed }] };
    }
    case 'PlanClosed': {
      const { planId, closedOn, reasonCode, coordinatorGoesOn = null, groupGoesOn = null } = event.data;
      const closed = { closedOn, reasonCode, coordinatorGoesOn, groupGoesOn, closedBy: event.id };
      return { ...row, plans: row.plans.map((one) => (one.planId === planId ? { ...one, ...closed } : one)) };
    }
    case 'MemberJoinedGroup': {
      const { memberId, joinedOn } = event.data;
      return { ...row, members: [...row.members, { memberId, joinedOn }] };
    }
    case 'MemberLeftGroup':
      return { ...row, members: row.members.filter(({ memberId }) => memberId !== event.data.memberId) };
    case 'CoordinationReviewed': {
      const { parts, reviewedOn } = event.data;
      const last = parts.map((part) => [part, latest([reviewedOn, row.reviewed[part] ?? ''])]);
      return { ...row, reviewed: { ...row.reviewed, ...Object.fromEntries(last) } };
    }
    case 'ConsentRenewalDue': {
      const { consentIds, dueOn } = event.data;
      return { ...row, renewals: [...row.renewals, { consentIds, dueOn, eventId: event.id }] };
    }
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

const notClosed = {
  closedOn: null,
  reasonCode: null,
  coordinatorGoesOn: null,
  groupGoesOn: null,
  closedBy: null,
};

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
    ...handoverIn(row),
    ...renewalIn(row),
    ...reviewIn(row),
    plan_known_until: planKnownUntil(row),
    runs_from: runsFrom(row),
  };
}

const nothingHandedOver: HandoverWaiting = {
  handover_kind: null,
  handover_since: null,
  handover_until: null,
  handover_party: null,
  handover_unit: null,
  handover_other: null,
  handover_released: null,
  handover_appointment: null,
  handover_id: null,
  handover_event: null,
};

/** Whoever took over and stays waits for what the one before left, until it is written and read (U7). */
function handoverIn({ appointments, handovers, ended_on }: Told): HandoverWaiting {
  const waiting = appointments
    .filter(({ validFrom, releasedOn }) => validFrom !== releasedOn && ended_on === null)
    .flatMap((successor) => {
      const before = appointments.find((one) => one.appointmentId === successor.takesOverFrom);
      const left = handovers.filter((one) => one.appointmentId === successor.takesOverFrom);
      const isRead = left.some(({ readBy }) => readBy === successor.appointmentId);
      if (before === undefined || isRead) return [];
      const until = successor.releasedOn ?? never;
      return [{ successor, before, until, sheet: left.findLast(({ readBy }) => readBy === null) }];
    })
    .toSorted((one, other) => (one.until > other.until ? -1 : Number(one.until !== other.until)));
  const [first] = waiting;
  if (first === undefined) return nothingHandedOver;
  const { successor, before, until: handover_until, sheet } = first;
  const handover_appointment = before.appointmentId;
  if (sheet === undefined) {
    return {
      handover_kind: 'HANDOVER_TO_WRITE',
      handover_since: successor.validFrom,
      handover_until,
      handover_party: before.coordinatorId,
      handover_unit: before.unit,
      handover_other: successor.coordinatorId,
      handover_released: before.releasedOn,
      handover_appointment,
      handover_id: null,
      handover_event: successor.appointedBy,
    };
  }
  const { handoverId, writtenOn, eventId } = sheet;
  return {
    handover_kind: 'HANDOVER_TO_ACKNOWLEDGE',
    handover_since: writtenOn > successor.validFrom ? writtenOn : successor.validFrom,
    handover_until,
    handover_party: successor.coordinatorId,
    handover_unit: successor.unit,
    handover_other: before.coordinatorId,
    handover_released: null,
    handover_appointment,
    handover_id: handoverId,
    handover_event: eventId,
  };
}

function renewalIn({ consents, renewals, appointments, ended_on }: Told): RenewalWaiting {
  const noticed = renewals.flatMap(({ consentIds }) => consentIds);
  const first = renewals
    .map((renewal) => {
      const open = consents.filter((one) => renewal.consentIds.includes(one.consentId) && isOpen(one));
      return { renewal, until: open.map(endOf).toSorted().at(-1) };
    })
    .find(({ until }) => until !== undefined && ended_on === null);
  const unnoticed = consents.filter(
    ({ consentId, givenBy, onBehalf, scopes, withdrawn }) =>
      isGuardianship(givenBy) &&
      !onBehalf &&
      !noticed.includes(consentId) &&
      withdrawn.length < scopes.length,
  );
  return {
    renewal_since: first?.renewal.dueOn ?? null,
    renewal_until: first?.until ?? null,
    renewal_event: first?.renewal.eventId ?? null,
    guardian_consented_on:
      ended_on === null ? (unnoticed.map(({ givenOn }) => givenOn).toSorted()[0] ?? null) : null,
    child_coordinated_to: latest(
      appointments
        .filter(({ kind, reasonCode }) => kind === 'CHILD' && reasonCode !== 'TURNED_18')
        .map(({ releasedOn }) => releasedOn ?? never),
    ),
  };

  /** Something of it holds that no other has consented to: the person, or who does in the person's place for a reason. */
  function isOpen(consent: Consent): boolean {
    const own = consents
      .filter(({ givenBy, onBehalf }) => !isGuardianship(givenBy) || onBehalf)
      .flatMap(holding);
    return holding(consent).some((scope) => !own.includes(scope));
  }
}

const holding = ({ scopes, withdrawn }: Consent) =>
  scopes.filter((scope) => !withdrawn.some((one) => one.scope === scope));

function endOf({ validUntil }: Pick<Consent, 'validUntil'>): string {
  return validUntil ?? never;
}

function reviewIn(row: Told): ReviewWaiting {
  const { appointments, plans, reviewed, ended_on } = row;
  const later = (one: string, other = '') => (one > other ? one : other);
  const from = [
    ...plans.filter(({ closedOn }) => closedOn === null).map((one) => later(one.startedOn, reviewed['PLAN'])),
    ...appointments
      .filter(({ temporary, releasedOn }) => !temporary && releasedOn === null)
      .map((one) => later(one.validFrom, reviewed['COORDINATOR'])),
  ].toSorted();
  const ended = ended_on === null ? planEnded(row) : undefined;
  return {
    review_from: ended_on === null ? (from[0] ?? null) : null,
    plan_ended_on: ended?.closedOn ?? null,
    plan_ended_event: ended?.closedBy ?? null,
  };
}

/** The last plan, where none runs, and something goes on beside it of which nobody said that it is to. */
function planEnded({ appointments, plans, members, reviewed }: Told) {
  if (plans.some(({ closedOn }) => closedOn === null)) return undefined;
  const last = plans
    .toSorted((one, other) => ((one.closedOn ?? '') < (other.closedOn ?? '') ? -1 : 1))
    .at(-1);
  const { closedOn, coordinatorGoesOn, groupGoesOn } = last ?? {};
  if (last === undefined || typeof closedOn !== 'string') return undefined;
  const isUnsaid = (part: string, goesOn: boolean | null | undefined) =>
    goesOn !== true && (reviewed[part] ?? '') < closedOn;
  const coordinates = appointments.some(
    ({ validFrom, releasedOn }) => releasedOn === null && validFrom <= closedOn,
  );
  const gathers = members.some(({ joinedOn }) => joinedOn <= closedOn);
  const goesOn =
    (coordinates && isUnsaid('COORDINATOR', coordinatorGoesOn)) ||
    (gathers && isUnsaid('GROUP', groupGoesOn));
  return goesOn ? { ...last, closedOn } : undefined;
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
