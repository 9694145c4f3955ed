import { amended } from '#event-sourcing/amended';
import { codeOf, idOf, integer, localDate, newId, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { crisisCopyEnds, crisisCopyForms } from '../codes.js';
import { notBefore, standing } from '../course.js';
import { about, of, step } from '../step.js';

export const copyRefusals = refusals('crisis-plan', {
  'no-such-version': [
    'The crisis plan has no such version.',
    'Kriseplanen har ingen slik versjon.',
    'Kriseplanen har ingen slik versjon.',
  ],
  'no-such-copy': [
    'There is no such copy, or it was called in already.',
    'Eksemplaret finnes ikke, eller er allerede trukket inn.',
    'Eksemplaret finst ikkje, eller er alt trekt inn.',
  ],
});
const { refusal, refuseIf } = copyRefusals;

/** A printed copy is with somebody, so that it can be called in when it is out of date. */
const handedOut = step(
  'CrisisPlanCopyHandedOut',
  v1(
    {
      ...about,
      copyId: newId('crisisPlanCopy'),
      form: codeOf(crisisCopyForms),
      holder: personal.text({ ...of, max: 200 }),
      /** The newest unless told. */
      version: optional(integer(1, 10_000)),
      handedOutOn: localDate(),
    },
    { occurs: 'handedOutOn' },
  ),
  {
    check(state, { version, handedOutOn }) {
      standing(state, handedOutOn);
      refuseIf((version ?? state.version) > state.version, 'no-such-version');
    },
    decide: (said, { state }, fact) => [
      fact({ ...said, version: said.version ?? Math.max(1, state.version) }),
    ],
    evolve: (state, { copyId, handedOutOn }) => ({
      ...state,
      copies: [...state.copies, { copyId, handedOutOn }],
    }),
  },
);

/** Also after the plan was withdrawn: copies may still be out. */
const calledIn = step(
  'CrisisPlanCopyCalledIn',
  v1(
    {
      ...about,
      copyId: idOf('crisisPlanCopy'),
      end: codeOf(crisisCopyEnds),
      calledInOn: localDate(),
    },
    { occurs: 'calledInOn' },
  ),
  {
    check({ copies }, { copyId, calledInOn }) {
      const out = copies.find((one) => one.copyId === copyId && one.calledInOn === undefined);
      if (out === undefined) throw refusal('no-such-copy');
      notBefore(out.handedOutOn, calledInOn);
    },
    evolve: (state, { copyId, calledInOn }) => ({
      ...state,
      copies: amended(state.copies, (one) => one.copyId === copyId, { calledInOn }),
    }),
  },
);

export const copySteps = [handedOut, calledIn] as const;
