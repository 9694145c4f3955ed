import { stepsOf } from '#event-sourcing/step';
import { refusals } from '#event-sourcing/refusals';
import type { About } from '../about.js';
import type { Lasting, Topics } from './state.js';

export const topicRefusals = refusals('competence', {
  'no-such-course': [
    'No course of that code is listed.',
    'Ingen kurs er ført opp med denne koden.',
    'Ingen kurs er førte opp med denne koden.',
  ],
  'no-such-material': ['There is no such material.', 'Materiellet finnes ikke.', 'Materiellet finst ikkje.'],
  'already-withdrawn': ['This is withdrawn already.', 'Dette er allerede tatt ut.', 'Dette er alt teke ut.'],
  'date-order.withdrawn': [
    'Something is withdrawn on or after the day from which it is there.',
    'Noe tas ut samme dag som det kom, eller senere.',
    'Noko blir teke ut same dagen som det kom, eller seinare.',
  ],
  'no-audience.material': [
    'Say for whom the material is.',
    'Si hvem materiellet er for.',
    'Sei kven materiellet er for.',
  ],
  'replaces-itself': [
    'A reference is not replaced by itself.',
    'En henvisning erstattes ikke av seg selv.',
    'Ei tilvising blir ikkje erstatta av seg sjølv.',
  ],
  'date-order.law': [
    'The last day of a reference is not before its first.',
    'Den siste dagen en henvisning gjelder, er ikke før den første.',
    'Den siste dagen ei tilvising gjeld, er ikkje før den første.',
  ],
  'date-order.plan': [
    'A plan holds from a day to a later one.',
    'En plan gjelder fra en dag til en senere.',
    'Ein plan gjeld frå ein dag til ein seinare.',
  ],
});
const { refuseIf, inOrder } = topicRefusals;

export const step = stepsOf<Topics, undefined, unknown, About>();

/** Refuses to withdraw what is withdrawn already, or was not there yet. */
export function goingOn(found: Lasting, withdrawnOn: string): void {
  refuseIf(found.withdrawnOn !== undefined, 'already-withdrawn');
  inOrder(found.since, withdrawnOn, 'date-order.withdrawn');
}
