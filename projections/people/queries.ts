import type { Viewer } from '#personal-data/viewer';
import type { PeopleRow } from '#personal-data';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import type { ReadModel } from '../access.js';
import { reach } from '../reach.js';
import { Parameters, selection, type Provenance, type Read } from '../selection.js';
import { people, type PersonRow } from './projection.js';

/** A person or party, sealed. */
export type PersonView = Read<PersonRow> & Provenance;

/**
 * One person whom the unit serves, with what other registrations of the same person told; undefined when there is none that this viewer may see.
 */
export async function personById(
  pool: Pool,
  viewer: Viewer,
  subjectId: string,
  as: { readonly today: string; readonly what?: ReadModel },
): Promise<PersonView | undefined> {
  const shown = { what: 'person', ...as } as const;
  const found = await peopleByIds(pool, viewer, [subjectId], shown);
  const asked = found.find(({ personId }) => personId === subjectId);
  const survivor = asked && survivorIn(found, asked);
  if (survivor?.kind !== 'SUBJECT') return undefined;
  if (survivor.merged.length === 0) return survivor;
  return asOne(survivor, await peopleByIds(pool, viewer, survivor.merged, shown));
}

/** Under which of these the person of a row goes on. */
const survivorIn = (people: readonly PersonView[], { mergedInto, ...row }: PersonView): PersonView =>
  people.find(({ personId }) => personId === mergedInto) ?? { ...row, mergedInto };

/** What the survivor's own registration does not tell, the others may. */
function asOne(survivor: PersonView, found: readonly PersonView[]): PersonView {
  const others = found.filter(({ mergedInto }) => mergedInto === survivor.personId);
  const first = <K extends keyof PersonView>(field: K): PersonView[K] =>
    [survivor, ...others].find((one) => one[field] !== null)?.[field] ?? survivor[field];
  const identityNumber = first('identityNumber');
  const numbers = others.flatMap((one) => [...one.formerNumbers, one.identityNumber]);
  return {
    ...survivor,
    identityNumber,
    birthDate: first('birthDate'),
    birthYear: first('birthYear'),
    diedOn: first('diedOn'),
    deathToldOn: first('deathToldOn'),
    contact: latest([survivor, ...others].map(({ contact }) => contact)),
    relations: [survivor, ...others].flatMap(({ relations }) => relations),
    formerNumbers: [
      ...numbers.filter((number) => number !== null && number !== identityNumber),
      ...survivor.formerNumbers,
    ] as PersonView['formerNumbers'],
  };
}

/** Of the last day that any of them tells. */
const latest = (told: readonly PersonView['contact'][]) =>
  told.reduce((one, other) => ((other?.setOn ?? '') > (one?.setOn ?? '') ? other : one), null);

/**
 * Those of these persons and parties whom the viewer may see there, by name unless told, and the survivors of those that were merged; parties of their tenants are known
 * to all who work there.
 */
export async function peopleByIds(
  pool: Pool,
  viewer: Viewer,
  ids: readonly string[],
  { today, what = 'names' }: { readonly today: string; readonly what?: ReadModel },
): Promise<PersonView[]> {
  const parameters = new Parameters();
  const asked = parameters.of(ids);
  const rows = await readFor<PersonView>(
    pool,
    viewer.tenants,
    `select ${selection(people.columns, 'p')}, p.municipality, p.revision
     from ${viewOf(people)} p
     where p.person_id = any (array(
         select unnest(${asked}::text[]) union
         select own.merged_into from ${viewOf(people)} own where own.person_id = any (${asked}::text[])))
       and (p.kind = 'PARTY' or ${reach(viewer, what, { alias: 'p', subject: 'person_id' }, parameters, today)})`,
    parameters.values,
  );
  return rows.map((row) => ({ ...row, revision: BigInt(row.revision) }));
}

/** Those of these tenants in which anybody is registered. */
export async function tenantsWithPeople(pool: Pool, tenants: readonly string[]): Promise<string[]> {
  const rows = await readFor<{ readonly tenant: string }>(
    pool,
    tenants,
    `select tenant.of as tenant from unnest($1::text[]) tenant (of)
     where exists (select from ${viewOf(people)} p where p.municipality = tenant.of)`,
    [tenants],
  );
  return rows.map(({ tenant }) => tenant);
}

/** A row with the position of the event that last changed it. */
export interface PlacedPerson {
  readonly row: PeopleRow;
  readonly position: bigint;
}

const pageSize = 1_000;

/** A tenant's people whose rows changed after a position, in order of position, a page at a time: what the index in memory is fed with. */
export async function* peopleAfter(
  pool: Pool,
  tenant: string,
  position: bigint,
): AsyncGenerator<readonly PlacedPerson[]> {
  for (let after = position; ;) {
    const page = await changedAfter(pool, tenant, after);
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.position ?? after;
  }
}

async function changedAfter(pool: Pool, tenant: string, after: bigint): Promise<PlacedPerson[]> {
  const rows = await readFor<Read<PersonRow> & { readonly position: string }>(
    pool,
    [tenant],
    `select ${selection(people.columns, 'p')}, p.position from ${viewOf(people)} p
     where p.municipality = $1 and p.position > $2 order by p.position limit ${pageSize}`,
    [tenant, after],
  );
  return rows.map(({ personId: id, position, ...row }) => ({
    row: { tenant, id, ...row },
    position: BigInt(position),
  }));
}
