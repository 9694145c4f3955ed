import { code, dayToCome, list, localDate, newId, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { present, refuseUnasked, wantedOn } from '../course.js';
import { about, step } from '../step.js';

export const meetingRefusals = refusals('casework', {
  'meeting-already-convened': [
    'That meeting is convened for this case with another date or other units. Correct that entry instead.',
    'Det er allerede kalt inn til dette møtet i saken, med en annen dato eller andre enheter. Rett den oppføringen i stedet.',
    'Det er alt kalla inn til dette møtet i saka, med ein annan dato eller andre einingar. Rett den oppføringa i staden.',
  ],
  'meeting-is-planned': [
    'This meeting is planned, with an agenda of its own. Put the case on the agenda of the meeting.',
    'Dette møtet er planlagt, og har sin egen saksliste. Sett saken på sakslisten til møtet.',
    'Dette møtet er planlagt, og har si eiga saksliste. Set saka på sakslista til møtet.',
  ],
  'date-order.meets': [
    'A meeting takes place on or after the day it is convened.',
    'Et møte holdes samme dag som det kalles inn, eller senere.',
    'Eit møte blir halde same dagen som det blir kalla inn, eller seinare.',
  ],
});
const { refuseIf, inOrder } = meetingRefusals;

const sorted = (codes: readonly string[]) => codes.toSorted().join();

/** Professionals are called to a KE meeting on one case, also one whose decision is to be amended; other cases join by the same `meetingId`, a command each (U15). */
export const keMeetingConvenedForCase = step(
  'KeMeetingConvenedForCase',
  v1(
    {
      ...about,
      meetingId: newId('meeting'),
      convenedOn: localDate(),
      meetsOn: dayToCome(),
      invitedUnits: list(code(units)),
    },
    { occurs: 'convenedOn' },
  ),
  {
    in: wantedOn,
    goesByDay: true,
    check: (_, { convenedOn, meetsOn }) => inOrder(convenedOn, meetsOn, 'date-order.meets'),
    /** A meeting may take several cases and be sent for each of them again; another date or circle is a correction. */
    decide(said, { state }, fact) {
      refuseUnasked(state);
      const known = present(state).meetings[said.meetingId];
      refuseIf(
        known !== undefined &&
          (known.meetsOn !== said.meetsOn || sorted(known.invitedUnits) !== sorted(said.invitedUnits)),
        'meeting-already-convened',
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
