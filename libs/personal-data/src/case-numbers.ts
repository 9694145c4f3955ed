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

interface Waiting {
  readonly request: NumberRequest;
  readonly resolve: (number: string) => void;
  readonly reject: (error: unknown) => void;
}

const mostTogether = 100;

const textOf = ({ year, number }: { readonly year: number; readonly number: number }) => `${year}/${number}`;

/** The numbers that cases are known by, `2026/14`: a series for each tenant and year, no number given twice. */
export class CaseNumbers {
  readonly #pool: Pool;
  readonly #mark: LogMark;
  readonly #waiting: Waiting[] = [];
  #isAnswering = false;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#mark = new LogMark(pool, 'known_case_numbers');
  }

  /**
   * The next number; the same one for the same command, however often and in whichever year it asks. What becomes of no case is a gap. Those who
   * ask while others are answered are answered together: a commit is on the disk before a number is told.
   */
  claim(request: NumberRequest): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      void this.#answerAll();
    });
  }

  async #answerAll(): Promise<void> {
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    while (this.#waiting.length > 0) {
      const asking = this.#waiting.splice(0, mostTogether);
      try {
        const numbers = await this.#claimed(asking.map(({ request }) => request));
        for (const one of asking) {
          const number = numbers.get(one.request.commandId);
          // The same command has claimed one meanwhile, or the number was given before: the next round finds either.
          if (number === undefined) this.#waiting.push(one);
          else one.resolve(number);
        }
      } catch (error) {
        for (const { reject } of asking) reject(error);
      }
    }
    this.#isAnswering = false;
  }

  /** The numbers of those commands that have one now. The rows of their series are held for this statement alone. */
  async #claimed(asked: readonly NumberRequest[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.#pool.query<{ commandId: string; year: number; number: number }>(
      `with asked as (
         select distinct on (command_id) * from unnest($1::text[], $2::smallint[], $3::text[])
           with ordinality as a (tenant, year, command_id, place)
         order by command_id, place
       ), known as (
         select command_id, year, number from vault.case_numbers where command_id = any ($3::text[])
       ), fresh as (
         select *, (row_number() over (partition by tenant, year order by place))::integer as nth from asked
         where command_id not in (select command_id from known)
       ), series as (
         insert into vault.case_number_series as s (tenant, year, last)
         select tenant, year, count(*)::integer from fresh group by tenant, year order by tenant, year
         on conflict (tenant, year) do update set last = s.last + excluded.last
         returning tenant, year, last
       ), claimed as (
         insert into vault.case_numbers (tenant, year, number, command_id)
         select tenant, year, last - of_year.count + nth, command_id
         from fresh join series using (tenant, year)
           join (select tenant, year, count(*)::integer from fresh group by tenant, year) of_year using (tenant, year)
         on conflict do nothing
         returning command_id, year, number
       )
       select command_id as "commandId", year, number from known
       union all select command_id, year, number from claimed`,
      [
        asked.map(({ tenant }) => tenant),
        asked.map(({ year }) => year),
        asked.map(({ commandId }) => commandId),
      ],
    );
    return new Map(rows.map(({ commandId, ...one }) => [commandId, textOf(one)]));
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
