import type { Choice, Consent as Given, Discrepancy, EndReport, UnitReport, Withdrawal } from '#coordination';

export type Consent = Pick<
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
/** Of what the last answer was that it is to end: when, and by which event. */
export type ToEnd = Readonly<Partial<Record<string, { readonly on: string; readonly eventId: string }>>>;

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
  /** The unit's report that it rests on. */
  readonly reportId: string | null;
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
export type Told = {
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
  readonly to_end: ToEnd;
  readonly reports: readonly UnitReport[];
  readonly end_reports: readonly EndReport[];
  readonly bases: readonly LostBasis[];
  /** The day on which all of it ended for the person. */
  readonly ended_on: string | null;
};

/** What waits of handovers in a row. */
export type HandoverWaiting = {
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
export type RenewalWaiting = {
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
export type ReviewWaiting = {
  /** From which day the time to the next question is counted: of the plan or the responsible coordinators, whichever was asked about longest ago. */
  readonly review_from: string | null;
  /** Since when a plan has ended beside which somebody coordinates or is in the group still, and nobody has said whether that is right. */
  readonly plan_ended_on: string | null;
  readonly plan_ended_event: string | null;
};

/** What waits of what units reported of their own (S9, S10). */
export type ReportWaiting = {
  /** Since when a unit is to clear what does not fit in its report, which units are, and of the first what that is. */
  readonly complete_since: string | null;
  readonly complete_units: readonly string[];
  readonly complete_report: string | null;
  readonly complete_codes: readonly Discrepancy[];
  readonly complete_event: string | null;
  /** The first report with nothing left for its unit to clear, which the coordinating unit is to confirm. */
  readonly confirm_since: string | null;
  readonly confirm_report: string | null;
  readonly confirm_codes: readonly Discrepancy[];
  readonly confirm_event: string | null;
  /** The first end that was told and is not recorded. */
  readonly end_since: string | null;
  readonly end_event: string | null;
  /** Since when something was to end, and nobody has told that it has. */
  readonly feedback_since: string | null;
  readonly feedback_event: string | null;
  /** The units whose reports stand, which are asked whether they are still right. */
  readonly report_units: readonly string[];
};

export type Waiting = HandoverWaiting &
  RenewalWaiting &
  ReviewWaiting &
  ReportWaiting & {
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
