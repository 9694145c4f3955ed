import { partsOf } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import { liveCheckpoint, tableOf } from '#projecting';
import type { Pool } from '#postgres';
import { coordinationTasks } from '#projections/coordination-tasks/projection';
import { people } from '#projections/people/projection';
import { yearsBy } from '#vocabulary';

export interface AgeParts {
  readonly store: Pick<EventStore, 'scanNew'>;
  readonly logId: string;
  /** Reads the rows of the read models. */
  readonly pool: Pool;
}

/** What is recorded of a person's age. */
export const tellingAge: readonly string[] = [
  'SubjectRegistered',
  'SubjectIdentityLinked',
  'SubjectIdentityReplaced',
  'SubjectRegisteredCorrected',
  'SubjectIdentityLinkedCorrected',
  'SubjectIdentityReplacedCorrected',
];
/** The same, or what goes by it. */
const telling = ['ConsentGiven', 'CoordinatorAppointed', ...tellingAge];

/**
 * Who may come of an age by a day that something in their coordination goes by: by the year of birth, as the read models have it, and whoever
 * anything was recorded of from where these stand. Who has come of it, and what followed is recorded, is no more among them.
 */
export async function comingOfAgeBy(
  { store, logId, pool }: AgeParts,
  tenant: string,
  day: string,
): Promise<string[]> {
  const [kept, persons] = [await liveCheckpoint(pool, coordinationTasks), await liveCheckpoint(pool, people)];
  const stand = [kept, persons].map((live) => (live?.logId === logId ? live.last?.position : undefined));
  const [ofTasks, ofPeople] = stand;
  if (kept === undefined || persons === undefined || ofTasks === undefined || ofPeople === undefined) {
    return toldSince(store, tenant, telling, undefined);
  }
  const { rows } = await pool.query<{ readonly subject_id: string }>(
    `select k.subject_id from ${tableOf(kept)} k
     cross join lateral (
       select min(one.birth_year) as birth_year from ${tableOf(persons)} one
       where one.municipality = k.municipality and (one.person_id = k.subject_id or one.merged_into = k.subject_id
         or one.person_id = (select own.merged_into from ${tableOf(persons)} own
           where own.municipality = k.municipality and own.person_id = k.subject_id))) born
     where k.municipality = $1 and (k.child_coordinated_to > $5::date or k.guardian_consented_on is not null)
       and (k.child_coordinated_to > $5::date and born.birth_year + $3::int <= $2::int
         or born.birth_year + $4::int <= $2::int and extract(year from k.guardian_consented_on) <= born.birth_year + $4::int)`,
    [tenant, Number(day.slice(0, 4)), yearsBy('MAJORITY', day), yearsBy('CONSENT', day), day],
  );
  const since = await toldSince(store, tenant, telling, ofTasks < ofPeople ? ofTasks : ofPeople);
  return [...new Set([...rows.map(({ subject_id }) => subject_id), ...since])];
}

/** Of whom anything of these was recorded, after a position of the log, or ever. */
export async function toldSince(
  store: Pick<EventStore, 'scanNew'>,
  tenant: string,
  types: readonly string[],
  after: bigint | undefined,
): Promise<string[]> {
  const persons = new Set<string>();
  const since = { streamPrefixes: ['coordination-', 'subject-'], ...(after !== undefined && { after }) };
  for await (const events of store.scanNew(since)) {
    for (const { type, stream } of events) {
      const parts = types.includes(type) ? partsOf(stream) : undefined;
      if (parts?.tenant === tenant) persons.add(parts.id);
    }
  }
  return [...persons];
}
