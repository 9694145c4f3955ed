import { type Day, shortDay } from '../../dates/dates.js';

/** A day, or the line that stands for none. */
export function DayCell({ day }: { readonly day: Day | null }) {
  return day === null ? <None /> : <time dateTime={day}>{shortDay(day)}</time>;
}

export const None = () => <span className="quiet">–</span>;
