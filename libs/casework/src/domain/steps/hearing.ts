import { codeOf, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { knownSince } from '../case.js';
import { hearingModes } from '../codes.js';
import { refuseUnasked, wantedOn } from '../course.js';
import { about, of, step } from '../step.js';

export const hearingRefusals = refusals('casework', {
  'view-missing': [
    'Say what the child said, unless the child did not want to say anything.',
    'Si hva barnet sa, hvis barnet ikke lot være å uttale seg.',
    'Sei kva barnet sa, om barnet ikkje lét vere å uttale seg.',
  ],
  'date-order.heard': [
    'A child is heard in the case on or after the day on which the unit was told of the need or received the application.',
    'Et barn høres i saken samme dag som enheten fikk vite om behovet eller mottok søknaden, eller senere.',
    'Eit barn blir høyrt i saka same dagen som eininga fekk vite om behovet eller tok imot søknaden, eller seinare.',
  ],
});
const { refuseIf, inOrder } = hearingRefusals;

/** The child or the young person whose case it is was heard in it (F9; barnelova § 31, pbrl § 4-4), as often as it takes. */
const childHeard = step(
  'ChildHeard',
  v1(
    {
      ...about,
      mode: codeOf(hearingModes),
      /** Who talked with the child. */
      heardById: optional(ref('party')),
      /** What the child said, in the child's words where it can be. */
      childView: optional(personal.text(of)),
      /** What became of it in the case. */
      weight: optional(personal.text(of)),
      heardOn: localDate(),
    },
    { occurs: 'heardOn' },
  ),
  {
    in: wantedOn,
    check(open, { mode, childView, heardOn }) {
      refuseIf(mode !== 'NO_WISH' && childView === undefined, 'view-missing');
      inOrder(knownSince(open), heardOn, 'date-order.heard');
    },
    decide(said, { state }, fact) {
      refuseUnasked(state);
      return [fact(said)];
    },
    evolve: (state) => ({ ...state, isHeard: true }),
  },
);

export const hearingSteps = [childHeard] as const;
