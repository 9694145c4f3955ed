import { coordinationEvents } from '#coordination';
import { defineProjection, type EventIn, type Sealed } from '#event-sourcing/projection';

export interface Consent {
  readonly consentId: string;
  readonly scopes: readonly string[];
  readonly givenBy: string;
  readonly givenOn: string;
  readonly validUntil: string | null;
  readonly withdrawnOn: string | null;
}
export interface Appointment {
  readonly appointmentId: string;
  readonly coordinatorId: string;
  readonly unit: string | null;
  readonly kind: 'ORDINARY' | 'CHILD';
  readonly temporary: boolean;
  readonly caseId: string;
  readonly validFrom: string;
  readonly wishFollowed: string;
  readonly reason: Sealed | null;
  readonly releasedOn: string | null;
  readonly releaseReasonCode: string | null;
  readonly releaseReason: Sealed | null;
}
export interface Plan {
  readonly planId: string;
  readonly caseId: string;
  readonly startedOn: string;
  readonly withSubject: boolean;
  readonly closedOn: string | null;
  readonly reasonCode: string | null;
  readonly reason: Sealed | null;
}
export interface Member {
  readonly memberId: string;
  readonly partyId: string;
  readonly memberRole: string;
  readonly unit: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly reasonCode: string | null;
  readonly reason: Sealed | null;
}
/** An alarm of its day: whether somebody is missing still is asked of a day. */
export interface Gap {
  readonly appointmentId: string;
  readonly kind: 'ORDINARY' | 'CHILD';
  readonly since: string;
}

/** What rests on a case's decision though that grants it no more: an open point. */
export interface LostBasis {
  readonly caseId: string;
  /** Appointments, plans and members. */
  readonly restsOn: readonly string[];
  readonly since: string;
}

/** One person's history, and what is true now whatever the day. Who coordinates is asked of a day: coordinating.ts, queries.ts. */
export type CoordinationRow = {
  readonly subject_id: string;
  readonly consents: readonly Consent[];
  readonly active_plan_id: string | null;
  readonly plan_since: string | null;
  readonly plans: readonly Plan[];
  /** Everyone who ever was appointed, in whatever way: among them are those who coordinate on a day. */
  readonly appointed_ids: readonly string[];
  readonly appointments: readonly Appointment[];
  readonly gaps: readonly Gap[];
  readonly lost_bases: readonly LostBasis[];
  readonly members: readonly Member[];
};

/** One row a person who has given a consent or has a coordinator, a plan or a group. */
export const coordinationRegister = defineProjection<CoordinationRow, typeof coordinationEvents>({
  name: 'coordination_register',
  version: 2,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    subject_id: 'text',
    consents: 'jsonb',
    active_plan_id: 'text',
    plan_since: 'date',
    plans: 'jsonb',
    appointed_ids: 'text[]',
    appointments: 'jsonb',
    gaps: 'jsonb',
    lost_bases: 'jsonb',
    members: 'jsonb',
  },
  key: ({ data }) => data.subjectId,
  fold(row, event) {
    const before = row ?? empty(event.data.subjectId);
    return present({ ...before, ...changed(before, event) });
  },
});

const empty = (subjectId: string): CoordinationRow => ({
  subject_id: subjectId,
  consents: [],
  active_plan_id: null,
  plan_since: null,
  plans: [],
  appointed_ids: [],
  appointments: [],
  gaps: [],
  lost_bases: [],
  members: [],
});

type History = Pick<
  CoordinationRow,
  'consents' | 'appointments' | 'plans' | 'gaps' | 'lost_bases' | 'members'
>;

/** The part of the history that the event adds to or closes. */
function changed(row: History, event: EventIn<typeof coordinationEvents>): Partial<History> {
  switch (event.type) {
    case 'ConsentGiven': {
      const { consentId, scopes, givenBy, givenOn, validUntil } = event.data;
      const consent = {
        consentId,
        scopes,
        givenBy,
        givenOn,
        validUntil: validUntil ?? null,
        withdrawnOn: null,
      };
      return { consents: [...row.consents, consent] };
    }
    case 'ConsentWithdrawn': {
      const { consentId, withdrawnOn } = event.data;
      return {
        consents: row.consents.map((of) => (of.consentId === consentId ? { ...of, withdrawnOn } : of)),
      };
    }
    case 'CoordinatorAppointed': {
      const { subjectId: _, unit, reason, ...appointment } = event.data;
      const ended = { releasedOn: null, releaseReasonCode: null, releaseReason: null };
      return {
        appointments: [
          ...row.appointments,
          { ...appointment, unit: unit ?? null, reason: reason ?? null, ...ended },
        ],
      };
    }
    case 'CoordinatorReleased': {
      const { appointmentId, releasedOn, reasonCode, reason } = event.data;
      const ended = { releasedOn, releaseReasonCode: reasonCode, releaseReason: reason ?? null };
      return {
        appointments: row.appointments.map((of) =>
          of.appointmentId === appointmentId ? { ...of, ...ended } : of,
        ),
      };
    }
    case 'CoordinatorGapDetected': {
      const { appointmentId, kind, since } = event.data;
      return { gaps: [...row.gaps, { appointmentId, kind, since }] };
    }
    case 'BasisLost': {
      const { caseId, restsOn, detectedOn } = event.data;
      return { lost_bases: [...otherThan(caseId, row.lost_bases), { caseId, restsOn, since: detectedOn }] };
    }
    case 'BasisRegained':
      return { lost_bases: otherThan(event.data.caseId, row.lost_bases) };
    case 'PlanStarted': {
      const { planId, caseId, startedOn, withSubject } = event.data;
      const open = { closedOn: null, reasonCode: null, reason: null };
      return { plans: [...row.plans, { planId, caseId, startedOn, withSubject, ...open }] };
    }
    case 'PlanClosed': {
      const { planId, closedOn, reasonCode, reason } = event.data;
      const closing = { closedOn, reasonCode, reason: reason ?? null };
      return { plans: row.plans.map((plan) => (plan.planId === planId ? { ...plan, ...closing } : plan)) };
    }
    case 'MemberJoinedGroup': {
      const { memberId, partyId, memberRole, unit, joinedOn } = event.data;
      const there = { leftOn: null, reasonCode: null, reason: null };
      return {
        members: [...row.members, { memberId, partyId, memberRole, unit: unit ?? null, joinedOn, ...there }],
      };
    }
    case 'MemberLeftGroup': {
      const { memberId, leftOn, reasonCode, reason } = event.data;
      const leaving = { leftOn, reasonCode, reason: reason ?? null };
      return { members: row.members.map((of) => (of.memberId === memberId ? { ...of, ...leaving } : of)) };
    }
  }
}

const otherThan = (caseId: string, bases: readonly LostBasis[]) =>
  bases.filter((lost) => lost.caseId !== caseId);

/** What the history comes to now. */
function present(row: CoordinationRow): CoordinationRow {
  const plan = row.plans.findLast(({ closedOn }) => closedOn === null);
  return {
    ...row,
    active_plan_id: plan?.planId ?? null,
    plan_since: plan?.startedOn ?? null,
    appointed_ids: [...new Set(row.appointments.map(({ coordinatorId }) => coordinatorId))],
    lost_bases: row.lost_bases.filter(({ restsOn }) => restsOn.some((id) => isLive(row, id))),
  };
}

/** What has ended or was recorded in error needs no decision any more. */
const isLive = ({ appointments, plans, members }: CoordinationRow, id: string) =>
  appointments.some(({ appointmentId, releasedOn }) => appointmentId === id && releasedOn === null) ||
  plans.some(({ planId, closedOn }) => planId === id && closedOn === null) ||
  members.some(({ memberId, leftOn }) => memberId === id && leftOn === null);
