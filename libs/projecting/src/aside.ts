import type { SetAside } from '#event-sourcing/stream-history';
import type { Queryable } from '#postgres';
import type { Along, Build, Version } from './build.js';

/** A stream of which a build holds no more than what could be believed and borne, and why (docs/adr/0023, 0032). */
export interface Aside {
  readonly stream: string;
  /** `FOLD`: this read model alone cannot take in an event; whatever comes after may mend it. */
  readonly kind: SetAside['kind'] | 'FOLD';
  /** The event from which on nothing is believed. */
  readonly revision: string | null;
  readonly eventId: string | null;
  readonly message: string;
  readonly isNoted: boolean;
  /** When the last event was recorded that is in the rows; null where none is. */
  readonly since: string | null;
}
export type Asides = ReadonlyMap<string, Aside>;

export const asideOf = ({ stream, kind, at, message, isNoted }: SetAside, since: string | null): Aside => ({
  stream,
  kind,
  revision: at === undefined ? null : String(at.revision),
  eventId: at?.id ?? null,
  message,
  isNoted,
  since,
});

export const asidesOf = (asides: readonly Aside[]): Asides =>
  new Map(asides.map((aside) => [aside.stream, aside]));

const isSame = (one: Aside, other: Aside | undefined) => JSON.stringify(one) === JSON.stringify(other);

/** Those of a build, as a column of a query on its checkpoint. */
export const asidesColumn = (checkpoint: string) =>
  `(select coalesce(json_agg(json_build_object('stream', stream, 'kind', kind, 'revision', revision::text, 'eventId', event_id,
       'message', message, 'isNoted', is_noted, 'since', to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by stream), '[]')
    from samspor.set_aside a
    where a.name = ${checkpoint}.name and a.version = ${checkpoint}.version and a.build = ${checkpoint}.build) as set_aside`;

const columns = 'name, version, build, stream, kind, revision, event_id, message, is_noted, since';
const given = (first: number) => `jsonb_to_recordset($${first}::jsonb)
  as given (stream text, kind text, revision bigint, "eventId" text, message text, "isNoted" boolean, since timestamptz)`;
const givenColumns = 'stream, kind, revision, "eventId", message, "isNoted", since';
const orElse = `on conflict (name, version, build, stream) do update
  set kind = excluded.kind, revision = excluded.revision, event_id = excluded.event_id, message = excluded.message,
    is_noted = excluded.is_noted, since = excluded.since`;

/** Writes what was found while a build is filled. */
export async function insertAsides(
  db: Queryable,
  { name, version, build }: Build,
  asides: readonly Aside[],
): Promise<void> {
  if (asides.length === 0) return;
  await db.query(
    `insert into samspor.set_aside (${columns}) select $1, $2, $3, ${givenColumns} from ${given(4)} ${orElse}`,
    [name, version, build, JSON.stringify(asides)],
  );
}

/** From one set to another, as what goes along with the move of a checkpoint; undefined where nothing changes. */
export function asideChanges({ name, version, build }: Build, from: Asides, to: Asides): Along | undefined {
  const set = [...to.values()].filter((aside) => !isSame(aside, from.get(aside.stream)));
  const mended = [...from.keys()].filter((stream) => !to.has(stream));
  if (set.length === 0 && mended.length === 0) return undefined;
  return {
    parts: (first) =>
      `${name}_aside as (
         insert into samspor.set_aside (${columns})
         select changed.name, ${version}, ${build}, ${givenColumns} from changed, ${given(first)} where changed.name = '${name}'
         ${orElse}),
       ${name}_mended as (
         delete from samspor.set_aside
         where exists (select from changed where changed.name = '${name}')
           and name = '${name}' and version = ${version} and build = ${build} and stream = any ($${first + 1}::text[]))`,
    values: [JSON.stringify(set), mended],
  };
}

/** Both in one statement. */
export function alongBoth(one: Along | undefined, other: Along | undefined): Along | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    parts: (first) => `${one.parts(first)}, ${other.parts(first + one.values.length)}`,
    values: [...one.values, ...other.values],
  };
}

/** What the builds that are read set aside: each stream once for each thing that is wrong with it. */
export async function setAsideStreams(db: Queryable, projections: readonly Version[]): Promise<Aside[]> {
  const asides = await liveAsides(db, projections);
  return [
    ...new Map(
      asides.map(({ name: _name, version: _version, ...aside }) => [
        `${aside.stream} ${aside.message}`,
        aside,
      ]),
    ).values(),
  ];
}

/** What the builds that are read set aside, each for itself. */
export async function liveAsides(
  db: Queryable,
  projections: readonly Version[],
): Promise<(Aside & Version)[]> {
  const { rows } = await db.query<Aside & Version>(
    `select a.name, a.version, a.stream, a.kind, a.revision::text, a.event_id as "eventId", a.message, a.is_noted as "isNoted",
       to_char(a.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since
     from samspor.set_aside a
     join samspor.projection p on p.name = a.name and p.version = a.version and p.live_build = a.build
     order by a.stream, a.name`,
  );
  return rows.filter((row) =>
    projections.some(({ name, version }) => name === row.name && version === row.version),
  );
}

/** Since when the rows made of any of these streams are not up to date, for people to know; undefined where all of them are. */
export async function asideSince(
  db: Queryable,
  projections: readonly Version[],
  streams: readonly string[],
): Promise<{ readonly since: string | null } | undefined> {
  const asides = (await liveAsides(db, projections)).filter(({ stream }) => streams.includes(stream));
  if (asides.length === 0) return undefined;
  const [first] = asides.map(({ since }) => since ?? '').toSorted((one, other) => (one < other ? -1 : 1));
  return { since: first === '' || first === undefined ? null : first };
}
