import { promisers, promiseStates } from '#follow-up';
import { units } from '#vocabulary';
import { date, number, type Table, text } from '../lists/table.js';
import type { PromiseLine } from './follow-up.queries.js';

/** Who promised what, as it goes out. */
export const promisesTable: Table<PromiseLine> = {
  title: ['Hvem har lovet hva', 'Kven har lova kva'],
  name: 'promises',
  columns: [
    date(['Frist', 'Frist'], ({ dueOn }) => dueOn),
    text(['Person', 'Person'], ({ subject }, say) => say.subject(subject)),
    text(['Hvem har lovet', 'Kven har lova'], ({ by }, say) => say.word(promisers, by)),
    text(['Navn', 'Namn'], ({ party }, say) => say.party(party)),
    text(['Enhet', 'Eining'], ({ unit }, say) => say.word(units, unit)),
    text(['Hva', 'Kva'], ({ what }) => (typeof what === 'string' ? what : null)),
    date(['Lovet', 'Lova'], ({ madeOn }) => madeOn),
    number(['Ganger flyttet', 'Gonger flytta'], ({ timesMoved }) => timesMoved),
    text(['Status', 'Status'], ({ state }, say) => say.word(promiseStates, state)),
    date(['Avsluttet', 'Avslutta'], ({ stateOn }) => stateOn),
  ],
};
