import { refusals } from '#event-sourcing/refusals';
import type { CrisisPlan } from './crisis-plan.js';
import type { Asked } from './step.js';

export const courseRefusals = refusals('crisis-plan', {
  'no-such-crisis-plan': [
    'The person has no crisis plan.',
    'Personen har ingen kriseplan.',
    'Personen har ingen kriseplan.',
  ],
  'no-coordinator': [
    'Nobody coordinates for the person on that day. Appoint a coordinator first.',
    'Ingen er koordinator for personen den dagen. Oppnevn en koordinator først.',
    'Ingen er koordinator for personen den dagen. Oppnemn ein koordinator først.',
  ],
  'no-consent': [
    'No consent to a coordinator holds on that day. Record the consent first.',
    'Det finnes ikke noe samtykke til koordinator som gjelder den dagen. Registrer samtykket først.',
    'Det finst ikkje noko samtykke til koordinator som gjeld den dagen. Registrer samtykket først.',
  ],
  deceased: [
    'The person is dead, and no crisis plan is written after that.',
    'Personen er død, og det skrives ingen kriseplan etter det.',
    'Personen er død, og det blir ikkje skrive nokon kriseplan etter det.',
  ],
  'date-order': [
    'This cannot have happened before what it is about.',
    'Dette kan ikke ha skjedd før det som det gjelder.',
    'Dette kan ikkje ha skjedd før det som det gjeld.',
  ],
});
const { refusal, refuseIf, inOrder } = courseRefusals;

/** There is one, on a day since it was drawn up. */
export function standing({ drawnUpOn }: CrisisPlan, day: string): void {
  if (drawnUpOn === undefined) throw refusal('no-such-crisis-plan');
  notBefore(drawnUpOn, day);
}

/** It is written for whoever lives, is coordinated and consents to that (invariant 3). */
export function refuseUncoordinated({ coordinatorIds, mayCoordinate, deathToldOn }: Asked): void {
  refuseIf(deathToldOn !== undefined, 'deceased');
  refuseIf(!mayCoordinate, 'no-consent');
  refuseIf(coordinatorIds.length === 0, 'no-coordinator');
}

/** Not before what it is about. */
export const notBefore = (earlier: string, day: string): void => inOrder(earlier, day, 'date-order');
