import { units } from '#vocabulary';
import { number, type Table, text } from '../lists/table.js';
import type { LoadLine } from './load.queries.js';

/** For how many each coordinates, as it goes out. */
export const loadTable: Table<LoadLine & { readonly subject: null }> = {
  title: ['Fordeling av koordinatorer', 'Fordeling av koordinatorar'],
  name: 'coordinators',
  columns: [
    text(['Koordinator', 'Koordinator'], ({ coordinator }, say) => say.party(coordinator)),
    text(['Enhet', 'Eining'], ({ unit }, say) => say.word(units, unit)),
    number(['Som koordinator', 'Som koordinator'], ({ ordinary }) => ordinary),
    number(['Som vikar', 'Som vikar'], ({ standIn }) => standIn),
    number(['Som barnekoordinator', 'Som barnekoordinator'], ({ child }) => child),
    number(['Med plan', 'Med plan'], ({ withPlan }) => withPlan),
    text(['Slutter', 'Sluttar'], ({ endsOn }) => endsOn.join(', ')),
  ],
};
