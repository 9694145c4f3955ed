import { closuresEndingNeed, noTo, releasesEndingNeed } from '#coordination';
import { latest, never } from './days.js';
import { handoverIn } from './handovers.js';
import { renewalIn } from './renewals.js';
import { reportIn } from './unit-reports.js';
import { reviewIn } from './reviews.js';
import type { Told, Waiting } from './row.js';

export function waitingIn(row: Told): Waiting {
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
    ...reportIn(row),
    plan_known_until: planKnownUntil(row),
    runs_from: runsFrom(row),
  };
}

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
