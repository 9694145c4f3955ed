import type { Pool } from '#postgres';
import { LogMark, type Place } from './log-mark.js';

export interface NumberRequest {
  readonly tenant: string;
  /** Of the local day on which it is asked for. */
  readonly year: number;
  readonly commandId: string;
}

/** A number that is given already, as `2026/14`. */
export interface GivenNumber {
  readonly tenant: string;
  readonly caseNumber: string;
  readonly commandId: string;
}

const textOf = ({ year, number }: { readonly year: number; readonly number: number }) => `${year}/${number}`;

/** The numbers that cases are known by, `2026/14`: a series for each tenant and year, no number given twice. */
export class CaseNumbers {
  readonly #pool: Pool;
  readonly #mark: LogMark;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#mark = new LogMark(pool, 'known_case_numbers');
  }

  /** The next number; the same one for the same command, however often and in whichever year it asks. What becomes of no case is a gap. */
  async claim({ tenant, year, commandId }: NumberRequest): Promise<string> {
    for (;;) {
      // The series' row is held for this statement alone.
      const { rows } = await this.#pool.query<{ year: number; number: number }>(
        `with known as (
           select year, number from vault.case_numbers where command_id = $3
         ), series as (
           insert into vault.case_number_series as s (tenant, year, last)
           select $1::text, $2::smallint, 1 where not exists (select from known)
           on conflict (tenant, year) do update set last = s.last + 1
           returning last
         ), claimed as (
           insert into vault.case_numbers (tenant, year, number, command_id)
           select $1::text, $2::smallint, last, $3 from series
           on conflict do nothing
           returning year, number
         )
         select year, number from known union all select year, number from claimed`,
        [tenant, year, commandId],
      );
      if (rows[0]) return textOf(rows[0]);
      // The same command has claimed one meanwhile, or the number was given before: the next round finds either.
    }
  }

  /** Takes over numbers that were given elsewhere: the series go on after the highest. Answers those that another command has here. */
  async takeOver(given: readonly GivenNumber[]): Promise<GivenNumber[]> {
    if (given.length === 0) return [];
    const parts = given.map(({ caseNumber }) => caseNumber.split('/').map(Number));
    const { rows } = await this.#pool.query<{ place: number }>(
      `with given as (
         select * from unnest($1::text[], $2::smallint[], $3::integer[], $4::text[])
           with ordinality as g (tenant, year, number, command_id, place)
       ), series as (
         insert into vault.case_number_series as s (tenant, year, last)
         select tenant, year, max(number) from given group by tenant, year order by tenant, year
         on conflict (tenant, year) do update set last = greatest(s.last, excluded.last)
       ), taken as (
         insert into vault.case_numbers (tenant, year, number, command_id)
         select distinct on (tenant, year, number) tenant, year, number, command_id from given
         order by tenant, year, number, place
         on conflict do nothing
       )
       select g.place::integer from given g join vault.case_numbers n using (tenant, year, number)
       where n.command_id <> g.command_id`,
      [
        given.map(({ tenant }) => tenant),
        parts.map(([year]) => year),
        parts.map(([, number]) => number),
        given.map(({ commandId }) => commandId),
      ],
    );
    return rows.flatMap(({ place }) => given[place - 1] ?? []);
  }

  /** The event up to which the numbers of a log are known here; undefined for a log that the vault has not met. */
  knownUpTo(logId: string): Promise<Place | undefined> {
    return this.#mark.of(logId);
  }

  /** Says so. Called when the numbers of every event at or before it are taken over. */
  markKnown(logId: string, place: Place): Promise<void> {
    return this.#mark.set(logId, place);
  }
}
