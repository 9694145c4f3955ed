import { idsOf, type Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { type ReadModel, relationsOf } from './access.js';
import { appointments } from './appointments/projection.js';
import { consented } from './coordination-register/consented.js';
import { coordinationRegister } from './coordination-register/projection.js';
import { registeredBy } from './registered-by/projection.js';
import { goesOnUnder, registrationsOf } from './registrations.js';
import type { Parameters } from './selection.js';
import { unitReports } from './unit-reports/projection.js';

/**
 * The viewer's tenants as rows. A list is read for each by itself, since only then an index has its order: `= any`, as row-level security
 * has it, gives none.
 */
export const tenantsOf = ({ tenants }: Pick<Viewer, 'tenants'>, parameters: Parameters) =>
  `unnest(${parameters.of(tenants)}::text[]) tenant (of)`;

/** Whether an appointment `alias` is somebody's and holds on a day: from the first day up to, not including, the day of release. */
export type Held = (alias: string, parameters: Parameters, today: string) => string;

export const heldBy =
  (partyId: string): Held =>
  (alias, parameters, today) =>
    `${alias}.coordinator_id = ${parameters.of(partyId)}::text and ${holdsOn(alias, parameters, today)}`;

/** The same for whoever of a unit coordinates. */
export const heldIn =
  (unit: string): Held =>
  (alias, parameters, today) =>
    `${alias}.unit = ${parameters.of(unit)}::text and ${holdsOn(alias, parameters, today)}`;

export const heldByAnybody: Held = holdsOn;

function holdsOn(alias: string, parameters: Parameters, today: string): string {
  const day = `${parameters.of(today)}::date`;
  return `${alias}.valid_from <= ${day} and (${alias}.released_on is null or ${alias}.released_on > ${day})`;
}

/** The same, and the person consents to it on that day: what is seen of who is coordinated follows live consent (invariant 3). */
const withConsent =
  (held: Held): Held =>
  (alias, parameters, today) => {
    const scopes = consented('kept', parameters.of(today));
    return `${held(alias, parameters, today)}
    and exists (
      select from ${viewOf(coordinationRegister)} kept
      where kept.municipality = ${alias}.municipality and kept.subject_id = ${alias}.subject_id
        and 'COORDINATOR' = any (${scopes}) offset 0)`;
  };

/** Whoever coordinates sees it in each of these. */
const byOwnAppointments = ['COORDINATED', 'NAMED', 'GIVEN'] as const;

/**
 * The appointments by which somebody sees persons there, and no others, by each way in which one index has them in order; none where whom they
 * see does not go by appointments.
 */
export function heldFor(viewer: Viewer, what: ReadModel): Held[] {
  const sees = relationsOf(viewer, what);
  return [
    ...(byOwnAppointments.some((relation) => sees.has(relation)) ? idsOf(viewer).map(heldBy) : []),
    ...(sees.has('OWN_UNIT') ? viewer.units.map(heldIn) : []),
  ].map(withConsent);
}

/** In any of these ways. */
export const heldAnyhow =
  (ways: readonly Held[]): Held =>
  (...asked) =>
    `(${ways.map((way) => way(...asked)).join(' or ')})`;

/**
 * What so many own persons have is gathered person by person and sorted; whoever coordinates more is asked about row by row, in order: many
 * are theirs then.
 */
export const few = 1_000;

/** The own persons of a row `tenant`, one more than few at most. */
export const ownPersons = (held: Held, parameters: Parameters, today: string): string => `
  select own.subject_id from ${viewOf(appointments)} own
  where own.municipality = tenant.of and ${held('own', parameters, today)}
  order by own.subject_id limit ${few + 1}`;

/**
 * Whether somebody coordinates the person of a row, under its own registration or the one that the coordination goes on under. Asked of each
 * row by itself (offset 0): both are met by their indexes, and few are asked.
 */
export function coordinated(
  held: Held,
  alias: string,
  parameters: Parameters,
  today: string,
  subject = 'subject_id',
): string {
  const isHeld = held('own', parameters, today);
  const appointed = (id: string) => `
    select from ${viewOf(appointments)} own
    where own.municipality = ${alias}.municipality and own.subject_id = ${id} and ${isHeld} offset 0`;
  return `(exists (${appointed(`${alias}.${subject}`)})
    or exists (select from (${goesOnUnder(`${alias}.municipality`, `${alias}.${subject}`)}) other
      cross join lateral (${appointed('other.id')}) appointed))`;
}

/** A row of a read model, by the column that names its person. */
interface Seen {
  readonly alias: string;
  readonly subject?: string;
}

/**
 * Whose rows a viewer may see of a read model, as a condition on the tenant and the person of a row (docs/access.md): all of the tenants', to which
 * row-level security holds everybody; persons who are coordinated today, not those who were or are to be; persons whom they registered.
 */
export function reach(
  viewer: Viewer,
  what: ReadModel,
  { alias, subject = 'subject_id' }: Seen,
  parameters: Parameters,
  today: string,
): string {
  const sees = relationsOf(viewer, what);
  if (sees.has('MUNICIPALITY')) return 'true';
  const held = heldFor(viewer, what);
  const ways = [
    ...(held.length === 0 ? [] : [coordinated(heldAnyhow(held), alias, parameters, today, subject)]),
    ...(what === 'names' && sees.has('OWN_UNIT') ? [reported(viewer, { alias, subject }, parameters)] : []),
    ...(sees.has('REGISTERED') ? [registered(viewer, { alias, subject, as: 'of' }, parameters)] : []),
    ...(sees.has('OWN') ? [ofOneself(viewer, { alias, subject }, parameters)] : []),
    ...(sees.has('TAKEN_IN') ? [registered(viewer, { alias, subject, as: 'subject_id' }, parameters)] : []),
  ];
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
}

/** The viewer’s own registrations, and what was merged with them: nobody’s where the viewer is nobody’s own. */
const ofOneself = (
  { ownSubjectId }: Viewer,
  { alias, subject }: Required<Seen>,
  parameters: Parameters,
) => `exists (
  select from (${registrationsOf(`${alias}.municipality`, `${parameters.of(ownSubjectId ?? null)}::text`)}) own
  where own.id = ${alias}.${subject} offset 0)`;

/** Whom an own unit reported: whoever did knows whom. */
const reported = (viewer: Viewer, { alias, subject }: Required<Seen>, parameters: Parameters) => `exists (
  select from ${viewOf(unitReports)} own
  where own.municipality = ${alias}.municipality and own.subject_id = ${alias}.${subject}
    and own.unit = any (${parameters.of(viewer.units)}::text[]) offset 0)`;

const registered = (
  viewer: Viewer,
  { alias, subject, as }: Required<Seen> & { readonly as: 'of' | 'subject_id' },
  parameters: Parameters,
) => `exists (
  select from ${viewOf(registeredBy)} own
  where own.municipality = ${alias}.municipality and own.${as} = ${alias}.${subject}
    and ${isOwn('own.registered_by', viewer, parameters)} offset 0)`;

/** Whether a column holds an id of the viewer's: one, but for who was registered more than once. */
export const isOwn = (column: string, viewer: Viewer, parameters: Parameters): string => {
  const [id, ...others] = idsOf(viewer);
  return others.length === 0
    ? `${column} = ${parameters.of(id)}::text`
    : `${column} = any (${parameters.of([id, ...others])}::text[])`;
};
