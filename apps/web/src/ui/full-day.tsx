import { type Day, fullDay } from '../dates/dates.js';

/** A day with its year, on one line also in a narrow column. */
export const FullDay = ({ day }: { readonly day: Day }) => (
  <span className="keep-together">{fullDay(day)}</span>
);
