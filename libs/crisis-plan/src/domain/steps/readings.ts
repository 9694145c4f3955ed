import { amended } from '#event-sourcing/amended';
import { workingDaysAfter } from '#deadlines';
import {
  codeOf,
  dayToCome,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { emergencyJudgements } from '../codes.js';
import { notBefore, standing } from '../course.js';
import { covers } from '../covering.js';
import type { CrisisPlan, Reading } from '../crisis-plan.js';
import { about, of, step } from '../step.js';

export const readingRefusals = refusals('crisis-plan', {
  'reads-already': [
    'You may read this crisis plan today as it is.',
    'Du kan allerede lese denne kriseplanen i dag.',
    'Du kan alt lese denne kriseplanen i dag.',
  ],
  'no-such-reading': [
    'There was no such reading in an emergency.',
    'Planen er ikke lest slik i en nødsituasjon.',
    'Planen er ikkje lesen slik i ein naudssituasjon.',
  ],
  'already-told': [
    'The person was told of this reading already.',
    'Personen har allerede fått vite om denne lesingen.',
    'Personen har alt fått vite om denne lesinga.',
  ],
  'already-reviewed': [
    'This reading was reviewed already.',
    'Denne lesingen er allerede gjennomgått.',
    'Denne lesinga er alt gått gjennom.',
  ],
  'own-reading': [
    'Nobody reviews a reading of their own. Another leader does.',
    'Ingen gjennomgår sin egen lesing. En annen leder gjør det.',
    'Ingen går gjennom si eiga lesing. Ein annan leiar gjer det.',
  ],
});
const { refusal, refuseIf } = readingRefusals;

function readingIn({ readings }: CrisisPlan, readingId: string, day: string): Reading {
  const reading = readings.find((one) => one.readingId === readingId);
  if (reading === undefined) throw refusal('no-such-reading');
  notBefore(reading.readOn, day);
  return reading;
}

/**
 * Somebody who else may not reads it in an emergency, saying why: for the rest of that day. The person is told by the next working day, and a
 * leader reviews it.
 */
const readInEmergency = step(
  'CrisisPlanReadInEmergency',
  v1(
    {
      ...about,
      readingId: newId('emergencyReading'),
      readerId: ref('party'),
      reason: personal.text({ ...of, max: 1000 }),
      /** By when the person is told. */
      tellBy: optional(dayToCome()),
      readOn: localDate(),
    },
    { occurs: 'readOn' },
  ),
  {
    check: (state, { readOn }) => standing(state, readOn),
    decide(said, { state, asked }, fact) {
      const { readerId, readOn } = said;
      const isGiven = state.recipients.some(
        (one) =>
          one.partyId === readerId &&
          one.takenBackOn === undefined &&
          one.until >= readOn &&
          asked.shares.some((consent) => consent.consentId === one.consentId && covers(consent, one)),
      );
      const hasRead = state.readings.some((one) => one.readerId === readerId && one.readOn === readOn);
      refuseIf(isGiven || hasRead || asked.coordinatorIds.includes(readerId), 'reads-already');
      return [fact({ ...said, tellBy: workingDaysAfter(readOn, 1) })];
    },
    evolve: (state, { readingId, readerId, readOn }) => ({
      ...state,
      readings: [...state.readings, { readingId, readerId, readOn }],
    }),
  },
);

/** The person was told that it was read, by whom and why. */
const told = step(
  'CrisisPlanReadingTold',
  v1({ ...about, readingId: idOf('emergencyReading'), toldOn: localDate() }, { occurs: 'toldOn' }),
  {
    check(state, { readingId, toldOn }) {
      refuseIf(readingIn(state, readingId, toldOn).toldOn !== undefined, 'already-told');
    },
    evolve: (state, { readingId, toldOn }) => ({
      ...state,
      readings: amended(state.readings, (one) => one.readingId === readingId, { toldOn }),
    }),
  },
);

const judged = step(
  'CrisisPlanReadingReviewed',
  v1(
    {
      ...about,
      readingId: idOf('emergencyReading'),
      judgement: codeOf(emergencyJudgements),
      remark: optional(personal.text({ ...of, max: 1000 })),
      leaderId: ref('party'),
      reviewedOn: localDate(),
    },
    { occurs: 'reviewedOn' },
  ),
  {
    check(state, { readingId, leaderId, reviewedOn }) {
      const reading = readingIn(state, readingId, reviewedOn);
      refuseIf(reading.reviewedOn !== undefined, 'already-reviewed');
      refuseIf(reading.readerId === leaderId, 'own-reading');
    },
    evolve: (state, { readingId, reviewedOn }) => ({
      ...state,
      readings: amended(state.readings, (one) => one.readingId === readingId, { reviewedOn }),
    }),
  },
);

export const readingSteps = [readInEmergency, told, judged] as const;
