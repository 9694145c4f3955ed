import { derivedId, madeId, readingOf } from '#event-sourcing';
import { numbered, partyBy } from '#municipality/application/index';
import { subjectOf, subjectStream } from '#subject';
import { standingClaim } from '#subject/application/index';
import { subjectEvents } from '#subject';
import type { ColumnName } from '../rows/columns.js';
import type { ListedPerson } from '../rows/persons.js';
import type { EarlierCoordinator, EarlierPerson } from '../rows/row.js';
import { say } from '../rows/sentences.js';
import { type ImportParts, keyedId } from './parts.js';

/** Something in a list that finds nobody, or too many; by the column that says it. */
export class NotFound extends Error {
  constructor(
    readonly column: ColumnName,
    readonly rule: Parameters<typeof say>[0],
  ) {
    super(rule);
  }
}

/** Somebody of a list: registered already, or to be registered by this command, which gives the id. */
export interface FoundPerson {
  readonly subjectId: string;
  readonly isNew: boolean;
  readonly registerAs: string;
}

/** Who it is: by number, or by name and birth date. Rejects with `NotFound`. */
export async function findPerson(
  parts: ImportParts,
  tenant: string,
  importId: string,
  { key, person }: ListedPerson,
): Promise<FoundPerson> {
  const { identityNumber } = person;
  const namesakes = person.birthDate === undefined ? [] : await namesakesOf(parts, tenant, person);
  if (identityNumber !== undefined) {
    const registerAs = derivedId('import person', importId, keyedId(parts, tenant, 'person', key));
    const claim = await standingClaim(parts, { tenant, identityNumber });
    if (claim?.isHeld) {
      const { survivorId } = await subjectOf(parts.runner, tenant, claim.subjectId);
      return { subjectId: survivorId, isNew: false, registerAs };
    }
    if (namesakes.some(({ hasNumber }) => !hasNumber)) throw new NotFound('name', 'namesake-without-number');
    return { subjectId: claim?.subjectId ?? madeId(registerAs, 'subject'), isNew: true, registerAs };
  }
  if (namesakes.length > 1) throw new NotFound('name', 'several-persons');
  const [only] = namesakes;
  const registered = await byName(parts, tenant, keyedId(parts, tenant, 'person', key));
  // The index of names may not have heard of it yet.
  if (only === undefined || registered.subjectId === only.subjectId) return registered;
  if (!registered.isNew) throw new NotFound('name', 'several-persons');
  return { ...registered, subjectId: only.subjectId, isNew: false };
}

/** The index of names may still hold whose registration was taken back. */
async function namesakesOf({ people, runner }: ImportParts, tenant: string, person: EarlierPerson) {
  const found = await Promise.all(
    (await people.persons(tenant, person)).map(async (one) => ({
      ...one,
      ...(await subjectOf(runner, tenant, one.subjectId)),
    })),
  );
  const standing = found.filter(({ exists }) => exists);
  return [...new Map(standing.map((one) => [one.survivorId, one])).values()].map(
    ({ survivorId, hasNumber }) => ({ subjectId: survivorId, hasNumber }),
  );
}

/** Whom an earlier import registered by this name and day, unless that was taken back: then anew, under the next id. */
async function byName({ runner }: ImportParts, tenant: string, keyed: string): Promise<FoundPerson> {
  for (let turn = 0; ; turn += 1) {
    const registerAs = derivedId('earlier person', keyed, turn);
    const subjectId = madeId(registerAs, 'subject');
    const { history } = await runner.look(subjectReading, subjectStream(tenant, subjectId));
    if (history.length === 0) return { subjectId, isNew: true, registerAs };
    const { exists, survivorId } = await subjectOf(runner, tenant, subjectId);
    if (exists) return { subjectId: survivorId, isNew: false, registerAs };
  }
}
const subjectReading = readingOf(subjectEvents);

/** Which of the staff it is. Rejects with `NotFound`. */
export async function findCoordinator(
  parts: ImportParts,
  tenant: string,
  { number, name }: EarlierCoordinator,
): Promise<string> {
  if (number !== undefined) {
    const partyId = await partyBy(parts, numbered(tenant, number));
    if (partyId === undefined) throw new NotFound('coordinatorNumber', 'unknown-number');
    return partyId;
  }
  const found = await parts.people.parties(tenant, inOrder(name ?? ''));
  const [partyId, ...others] = found;
  if (partyId === undefined) throw new NotFound('coordinatorName', 'unknown-coordinator');
  if (others.length > 0) throw new NotFound('coordinatorName', 'several-coordinators');
  return partyId;
}

/** `Etternavn, Fornavn` the other way round. */
const inOrder = (name: string) => {
  const [family = '', given] = name.split(/\s*,\s*/, 2);
  return given === undefined ? name : `${given} ${family}`;
};
