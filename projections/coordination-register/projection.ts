import { coordinationEvents } from '#coordination';
import { always, foldOf, listed, perhaps, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';

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
export const columns = {
  subject_id: always(),
  consents: listed<Consent>(),
  active_plan_id: perhaps(),
  plan_since: perhaps('date'),
  plans: listed<Plan>(),
  /** Everyone who ever was appointed, in whatever way: among them are those who coordinate on a day. */
  appointed_ids: listed<string>('text[]'),
  appointments: listed<Appointment>(),
  gaps: listed<Gap>(),
  lost_bases: listed<LostBasis>(),
  members: listed<Member>(),
};
export type CoordinationRow = RowOf<typeof columns>;

/** One row a person who has given a consent or has a coordinator, a plan or a group. */
export const coordinationRegister = defineProjection<CoordinationRow, typeof coordinationEvents>({
  name: 'coordination_register',
  version: 2,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.subjectId,
  fold: foldOf([coordinationEvents], columns, {
    begin: ({ subjectId }) => ({ subject_id: subjectId }),
    folds: {
      ConsentGiven({ consentId, scopes, givenBy, givenOn, validUntil = null }, { consents }) {
        const consent = { consentId, scopes, givenBy, givenOn, validUntil, withdrawnOn: null };
        return { consents: [...consents, consent] };
      },
      ConsentWithdrawn: ({ consentId, withdrawnOn }, { consents }) => ({
        consents: amended(consents, (of) => of.consentId === consentId, { withdrawnOn }),
      }),
      CoordinatorAppointed(data, { appointments }) {
        const { subjectId: _, unit = null, reason = null, ...appointment } = data;
        const standing = { releasedOn: null, releaseReasonCode: null, releaseReason: null };
        return { appointments: [...appointments, { ...appointment, unit, reason, ...standing }] };
      },
      CoordinatorReleased: (
        { appointmentId, releasedOn, reasonCode: releaseReasonCode, reason: releaseReason = null },
        { appointments },
      ) => ({
        appointments: amended(appointments, (of) => of.appointmentId === appointmentId, {
          releasedOn,
          releaseReasonCode,
          releaseReason,
        }),
      }),
      CoordinatorGapDetected: ({ appointmentId, kind, since }, { gaps }) => ({
        gaps: [...gaps, { appointmentId, kind, since }],
      }),
      BasisLost: ({ caseId, restsOn, detectedOn: since }, { lost_bases }) => ({
        lost_bases: [...otherThan(caseId, lost_bases), { caseId, restsOn, since }],
      }),
      BasisRegained: ({ caseId }, { lost_bases }) => ({ lost_bases: otherThan(caseId, lost_bases) }),
      PlanStarted({ planId, caseId, startedOn, withSubject }, { plans }) {
        const open = { closedOn: null, reasonCode: null, reason: null };
        return { plans: [...plans, { planId, caseId, startedOn, withSubject, ...open }] };
      },
      PlanClosed: ({ planId, closedOn, reasonCode, reason = null }, { plans }) => ({
        plans: amended(plans, (of) => of.planId === planId, { closedOn, reasonCode, reason }),
      }),
      MemberJoinedGroup({ memberId, partyId, memberRole, unit = null, joinedOn }, { members }) {
        const there = { leftOn: null, reasonCode: null, reason: null };
        return { members: [...members, { memberId, partyId, memberRole, unit, joinedOn, ...there }] };
      },
      MemberLeftGroup: ({ memberId, leftOn, reasonCode, reason = null }, { members }) => ({
        members: amended(members, (of) => of.memberId === memberId, { leftOn, reasonCode, reason }),
      }),
    },
    follows: present,
  }),
});

const amended = <T>(all: readonly T[], is: (one: T) => boolean, change: Partial<T>): readonly T[] =>
  all.map((one) => (is(one) ? { ...one, ...change } : one));

const otherThan = (caseId: string, bases: readonly LostBasis[]) =>
  bases.filter((lost) => lost.caseId !== caseId);

/** What the history comes to now. */
function present(row: CoordinationRow): Partial<CoordinationRow> {
  const plan = row.plans.findLast(({ closedOn }) => closedOn === null);
  return {
    active_plan_id: plan?.planId ?? null,
    plan_since: plan?.startedOn ?? null,
    appointed_ids: [...new Set(row.appointments.map(({ coordinatorId }) => coordinatorId))],
    lost_bases: row.lost_bases.filter(({ restsOn }) => restsOn.some((id) => stands(row, id))),
  };
}

/** What has ended or was recorded in error needs no decision any more. */
const stands = ({ appointments, plans, members }: CoordinationRow, id: string) =>
  appointments.some(({ appointmentId, releasedOn }) => appointmentId === id && releasedOn === null) ||
  plans.some(({ planId, closedOn }) => planId === id && closedOn === null) ||
  members.some(({ memberId, leftOn }) => memberId === id && leftOn === null);
