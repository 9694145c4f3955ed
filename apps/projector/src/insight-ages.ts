import { liveCheckpoint, tableOf } from '#projecting';
import { coordinationTasks } from '#projections/coordination-tasks/projection';
import { followUp } from '#projections/follow-up/projection';
import { people } from '#projections/people/projection';
import { type AgeRule, yearsBy } from '#vocabulary';
import { type AgeParts, tellingAge, toldSince } from './coming-of-age.js';

/** The ages at which parents see otherwise of a plan. */
const rules: readonly AgeRule[] = ['WITHHOLDS', 'CONSENT', 'MAJORITY'];
const telling = ['PlanStarted', ...tellingAge];

/**
 * Who has a plan that runs and, by the year of birth, may have come to such an age in the year up to this day, as the read models have it, and
 * whoever anything was recorded of from where these stand. Of whom that age was noticed is no more among them.
 */
export async function turningBy(
  { store, logId, pool }: AgeParts,
  tenant: string,
  day: string,
): Promise<string[]> {
  const [kept, persons, followed] = [
    await liveCheckpoint(pool, coordinationTasks),
    await liveCheckpoint(pool, people),
    await liveCheckpoint(pool, followUp),
  ];
  const [ofTasks, ofPeople] = [kept, persons].map((live) =>
    live?.logId === logId ? live.last?.position : undefined,
  );
  if (
    kept === undefined ||
    persons === undefined ||
    followed === undefined ||
    ofTasks === undefined ||
    ofPeople === undefined
  ) {
    return toldSince(store, tenant, telling, undefined);
  }
  const year = Number(day.slice(0, 4));
  const { rows } = await pool.query<{ readonly subject_id: string }>(
    `select k.subject_id from ${tableOf(kept)} k
     cross join lateral (
       select min(one.birth_year) as birth_year from ${tableOf(persons)} one
       where one.municipality = k.municipality and (one.person_id = k.subject_id or one.merged_into = k.subject_id
         or one.person_id = (select own.merged_into from ${tableOf(persons)} own
           where own.municipality = k.municipality and own.person_id = k.subject_id))) born
     join unnest($3::int[]) age (years) on born.birth_year + age.years between $2::int - 1 and $2::int
     left join ${tableOf(followed)} f on f.municipality = k.municipality and f.subject_id = k.subject_id
     where k.municipality = $1 and k.plan_known_until = date '9999-12-31'
       and not coalesce(extract(year from f.insight_noticed_on) >= born.birth_year + age.years, false)`,
    [tenant, year, rules.map((rule) => yearsBy(rule, day))],
  );
  const since = await toldSince(store, tenant, telling, ofTasks < ofPeople ? ofTasks : ofPeople);
  return [...new Set([...rows.map(({ subject_id }) => subject_id), ...since])];
}
