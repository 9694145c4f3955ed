import { ownerOf } from '#coordination';
import type { ReportWaiting, Told } from './row.js';

/** What waits of what units reported of their own, and of ends that were to be told. */
export function reportIn(row: Told): ReportWaiting {
  const waits = row.reports
    .filter(({ state }) => state === 'REPORTED' || state === 'CONFIRMED')
    .map(({ discrepancies, ...one }) => {
      const open = discrepancies.filter(({ endedOn }) => endedOn === null);
      const ofUnit = open.filter(({ code }) => ownerOf[code] === 'UNIT');
      return { ...one, open: open.map(({ code }) => code), ofUnit };
    });
  const toComplete = waits
    .filter(({ ofUnit }) => ofUnit.length > 0)
    .map((one) => ({ ...one, since: one.ofUnit.map(({ since }) => since).toSorted()[0] ?? one.reportedOn }));
  const toConfirm = waits
    .filter(({ state, ofUnit }) => state === 'REPORTED' && ofUnit.length === 0)
    .map((one) => ({ ...one, since: one.reportedOn }));
  const toEnd = row.end_reports
    .filter(({ isRecorded }) => !isRecorded)
    .map(({ reportedOn: since, eventId }) => ({ since, eventId }));
  const [complete, confirm, end] = [earliest(toComplete), earliest(toConfirm), earliest(toEnd)];
  const feedback = row.ended_on === null ? earliest(untold(row)) : undefined;
  return {
    complete_since: complete?.since ?? null,
    complete_units: [...new Set(toComplete.map(({ unit }) => unit))],
    complete_report: complete?.reportId ?? null,
    complete_codes: complete?.ofUnit.map(({ code }) => code) ?? [],
    complete_event: complete?.eventId ?? null,
    confirm_since: confirm?.since ?? null,
    confirm_report: confirm?.reportId ?? null,
    confirm_codes: confirm?.open ?? [],
    confirm_event: confirm?.eventId ?? null,
    end_since: end?.since ?? null,
    end_event: end?.eventId ?? null,
    feedback_since: feedback?.since ?? null,
    feedback_event: feedback?.eventId ?? null,
    report_units: [
      ...new Set(row.reports.filter(({ state }) => state === 'REPORTED').map(({ unit }) => unit)),
    ],
  };
}

const earliest = <T extends { readonly since: string }>(all: readonly T[]): T | undefined =>
  all.toSorted((one, other) => (one.since < other.since ? -1 : Number(one.since > other.since)))[0];

/** What was to end by the last answer, goes on, and of which no end was told (S10). */
function untold({ to_end, plans, appointments, members, reports, end_reports }: Told) {
  const isTold = (...what: readonly string[]) =>
    end_reports.some((one) => !one.isRecorded && what.includes(one.what));
  const goesOn: Readonly<Record<string, (on: string) => boolean>> = {
    PLAN: (on) =>
      !isTold('PLAN', 'REPORT') &&
      (plans.some(({ startedOn, closedOn }) => closedOn === null && startedOn <= on) ||
        reports.some(({ state, hasPlan }) => state === 'REPORTED' && hasPlan)),
    COORDINATOR: (on) =>
      !isTold('COORDINATOR') &&
      appointments.some(({ validFrom, releasedOn }) => releasedOn === null && validFrom <= on),
    GROUP: (on) => !isTold('MEMBER') && members.some(({ joinedOn }) => joinedOn <= on),
  };
  return Object.entries(to_end).flatMap(([part, end]) =>
    end !== undefined && goesOn[part]?.(end.on) === true ? [{ since: end.on, eventId: end.eventId }] : [],
  );
}
