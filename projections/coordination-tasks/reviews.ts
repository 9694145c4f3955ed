import type { ReviewWaiting, Told } from './row.js';

export function reviewIn(row: Told): ReviewWaiting {
  const { appointments, plans, reports, reviewed, ended_on } = row;
  const later = (one: string, other = '') => (one > other ? one : other);
  const from = [
    ...plans.filter(({ closedOn }) => closedOn === null).map((one) => later(one.startedOn, reviewed['PLAN'])),
    ...appointments
      .filter(({ temporary, releasedOn }) => !temporary && releasedOn === null)
      .map((one) => later(one.validFrom, reviewed['COORDINATOR'])),
    // Of what a unit says its leader is asked, as long as nobody has confirmed it.
    ...reports
      .filter(({ state }) => state === 'REPORTED')
      .map((one) => later(one.reportedOn, reviewed[one.hasPlan ? 'PLAN' : 'COORDINATOR'])),
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
