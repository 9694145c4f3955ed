import { effective } from '#event-sourcing/effective';
import { codeOf, localDate, optional, personal, type Recorded, serial, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { outsideSystems } from '../codes.js';
import { present, refuseUnasked } from '../course.js';
import { about, of, step } from '../step.js';

export const referenceRefusals = refusals('casework', {
  'already-numbered': [
    'This case has a number already. It keeps it.',
    'Denne saken har allerede et saksnummer. Det beholder den.',
    'Denne saka har alt eit saksnummer. Det held ho på.',
  ],
  'system-unnamed': [
    'Of another system than those that have a code, say its name.',
    'Si hva systemet heter når det er et annet enn dem som har en kode.',
    'Sei kva systemet heiter når det er eit anna enn dei som har ein kode.',
  ],
});
const { refuseIf } = referenceRefusals;

/** The number that one of these events gave the case. */
export function numberIn(history: readonly Pick<Recorded, 'data'>[]): string | undefined {
  const numbers = history.map(({ data }) => data['caseNumber']);
  return numbers.find((number) => typeof number === 'string');
}

/** A case that was opened without one got its number; or got it back, when what had given it was recorded in error. */
const caseNumberGiven = step(
  'CaseNumberGiven',
  v1({ ...about, caseNumber: serial(), givenOn: localDate() }, { occurs: 'givenOn' }),
  {
    in: present,
    ofFile: true,
    decide(said, { history }, fact) {
      refuseIf(numberIn(effective(history)) !== undefined, 'already-numbered');
      return [fact(said)];
    },
    evolve: (state) => state,
  },
);

/** The case is known in another system too, under a reference of that system's own. */
const outsideReferenceAdded = step(
  'OutsideReferenceAdded',
  v1(
    {
      ...about,
      system: codeOf(outsideSystems),
      systemName: optional(personal.text({ ...of, max: 100 })),
      /** Nobody knows what another system puts in it: a name, a number of birth. */
      reference: personal.text({ ...of, max: 200 }),
      addedOn: localDate(),
    },
    { occurs: 'addedOn' },
  ),
  {
    in: present,
    ofFile: true,
    decide(said, { state }, fact) {
      refuseUnasked(state);
      return [fact(said)];
    },
    check: (_, { system, systemName }) =>
      refuseIf(system === 'OTHER' && systemName === undefined, 'system-unnamed'),
    evolve: (state) => state,
  },
);

export const referenceSteps = [caseNumberGiven, outsideReferenceAdded] as const;
