import { type AsOf, type Sense, senses } from './known.js';
import { sayFault } from '../problems/fault-sentences.js';
import { Problem } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { CodeOf, LocalDate, OptionalField } from '../validation/decorators.js';

export const AsOfDay = () => LocalDate('As of this day, to its end; now unless told');
export const InSense = () =>
  CodeOf(
    senses,
    'Whether what had happened by then is meant, as it is known now, or what was recorded by then, as it stood; the first unless told',
  );

/** A query that may be asked of an earlier day. */
export class AsOfQuery extends ReadQuery {
  @OptionalField()
  @AsOfDay()
  asOf?: string;

  @OptionalField()
  @InSense()
  sense?: Sense;
}

/** What changed between the ends of two days. */
export class BetweenQuery extends ReadQuery {
  @LocalDate('From the end of this day')
  from!: string;

  @LocalDate('To the end of this one')
  to!: string;

  @OptionalField()
  @InSense()
  sense?: Sense;
}

const inQuery = (path: string, message: ReturnType<typeof sayFault>) =>
  new Problem('invalid-query', { errors: [{ path, message }] });

/** The day that is asked of; undefined for now. Refuses one to come. */
export function asOfIn(
  { asOf: day, sense = 'TRUE_ON' }: Pick<AsOfQuery, 'asOf' | 'sense'>,
  today: string,
): AsOf | undefined {
  if (day !== undefined && day > today) throw inQuery('asOf', sayFault('day-to-come'));
  return day === undefined ? undefined : { day, sense };
}

/** Both days; refuses those out of order, or to come. */
export function betweenIn({ from, to, sense = 'TRUE_ON' }: BetweenQuery, today: string) {
  if (to <= from) throw inQuery('to', sayFault('after-from'));
  if (to > today) throw inQuery('to', sayFault('day-to-come'));
  return { from, to, sense };
}

/** What is asked of a day on which there was nothing to tell. */
export const beforeFirst = (path: 'asOf' | 'from') => inQuery(path, sayFault('before-first'));
