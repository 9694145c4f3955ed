import type { Read } from '../api/read.js';
import type { OperationId } from '../steps/operations.js';
import { textOf } from '../ui/opened.js';

type Coordination = Read<'/v1/subjects/{subjectId}/coordination'>;
type Part = Coordination['reviews'][number]['parts'][number];
/** What tells what goes on, and what was told of it. */
type Going = Pick<
  Coordination,
  'activePlanId' | 'reports' | 'members' | 'appointments' | 'reviews' | 'endReports'
>;

/** An end that somebody tells of who does not record it themselves (S10). */
export interface End {
  readonly part: Part;
  readonly operation: Extract<OperationId, 'EndReports_closure' | 'EndReports_departure'>;
  /** Of what, by the name of the field that says so. */
  readonly named: Readonly<Record<string, string>>;
  /** Who has left, where somebody has. */
  readonly name?: string;
}

/** What the form of an end leaves out: what it is about stands on the page, and who tells it is signed in. */
export const hiddenInEnds = ['planId', 'reportId', 'memberId', 'appointmentId', 'unit', 'reportedById'];

/** Whether that end was told, and waits until the unit has recorded it. */
export const isToldOf = (coordination: Pick<Going, 'endReports'> | undefined, of: string): boolean =>
  coordination?.endReports.some((one) => one.of === of && !one.isRecorded) === true;

/** What goes on, and of which no end was told: first what is to end by the last answer. */
export function endsIn(coordination: Going): readonly End[] {
  const { activePlanId, reports, members, appointments, reviews } = coordination;
  const goesOn: readonly End[] = [
    ...(activePlanId === null ? [] : [plan({ planId: activePlanId })]),
    ...reports
      .filter(({ state, hasPlan }) => state === 'REPORTED' && hasPlan)
      .map(({ reportId }) => plan({ reportId })),
    ...members
      .filter(({ leftOn }) => leftOn === null)
      .map(({ memberId, party }) => somebody('GROUP', { memberId }, textOf(party.name))),
    ...appointments
      .filter(({ releasedOn }) => releasedOn === null)
      .map(({ appointmentId, coordinator }) =>
        somebody('COORDINATOR', { appointmentId }, textOf(coordinator.name)),
      ),
  ];
  const last = reviews.toSorted((one, other) => other.reviewedOn.localeCompare(one.reviewedOn))[0];
  const isToEnd = ({ part }: End) => last?.outcome === 'TO_END' && last.parts.includes(part);
  return goesOn
    .filter(({ named }) => !Object.values(named).some((of) => isToldOf(coordination, of)))
    .toSorted((one, other) => Number(isToEnd(other)) - Number(isToEnd(one)));
}

const plan = (named: End['named']): End => ({ part: 'PLAN', operation: 'EndReports_closure', named });
const somebody = (part: Part, named: End['named'], name: string): End => ({
  part,
  operation: 'EndReports_departure',
  named,
  name,
});
