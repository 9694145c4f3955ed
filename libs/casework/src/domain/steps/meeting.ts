import { code, list, localDate, newId, v1 } from '#event-sourcing/event';
import { present, undecided } from '../course.js';
import { order, refuseIf } from '../refusal.js';
import { about, step } from '../step.js';

const sorted = (units: readonly string[]) => units.toSorted().join();

/** Professionals are called to a KE meeting on one case; other cases join by the same `meetingId`, a command each (U15). */
const keMeetingConvenedForCase = step(
  'KeMeetingConvenedForCase',
  v1(
    {
      ...about,
      meetingId: newId('meeting'),
      convenedOn: localDate(),
      meetsOn: localDate(),
      invitedUnits: list(code()),
    },
    { occurs: 'convenedOn' },
  ),
  {
    in: undecided,
    check: (_, { convenedOn, meetsOn }) =>
      order(convenedOn, meetsOn, 'A meeting takes place on or after the day it is convened.'),
    /** A meeting may take several cases and be sent for each of them again; another date or circle is a correction. */
    decide(said, state, fact) {
      const known = present(state).meetings[said.meetingId];
      refuseIf(
        known !== undefined &&
          (known.meetsOn !== said.meetsOn || sorted(known.invitedUnits) !== sorted(said.invitedUnits)),
        'meeting-already-convened',
        'That meeting is convened for this case with another date or other units. Correct that entry instead.',
      );
      return known ? [] : [fact(said)];
    },
    evolve: (state, { meetingId, meetsOn, invitedUnits }) => ({
      ...state,
      meetings: { ...state.meetings, [meetingId]: { meetsOn, invitedUnits } },
    }),
  },
);

export const meetingSteps = [keMeetingConvenedForCase] as const;
