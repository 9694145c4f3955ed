import type { Recorded } from '#event-sourcing';
import { partyDecider, type PartyStepType } from '../../domain/party/decide.js';
import { listedRefusals } from '../../domain/party/listed.js';
import { partyStream } from '../../questions.js';
import { recordPartyStep, type ToldPartyStep } from '../record-party-step.js';
import { reviseParty } from '../revise-party-event.js';
import { differing, type KnownPlace, type PlaceChange } from './differing.js';
import { type Imported, type Importing, numbered, openedTexts, partyBy } from './importing.js';
import type { ListedPerson, ListedPlace } from './listed.js';

/** Stopped at a line of the list, and why. */
export class StoppedAt extends Error {
  constructor(
    readonly row: number,
    override readonly cause: Error,
  ) {
    super(cause.message, { cause });
  }
}

/**
 * Registers somebody of the list, or records what the list has otherwise than the register. Everything is decided on what is recorded, so that a
 * list that was taken in half way is taken in again, and one that was taken in wholly changes nothing. Rejects with `StoppedAt`.
 */
export async function importPerson(importing: Importing, person: ListedPerson): Promise<Imported> {
  try {
    const { partyId, isNew } = await foundOf(importing, person);
    const changes = await ownChanges(importing, partyId, person);
    for (const place of person.places) {
      await placeChanges(importing, partyId, place, changes).catch((error: unknown) => {
        throw stopped(place.row, error);
      });
    }
    if (isNew) return { kind: 'NEW', changes: [] };
    return { kind: changes.length === 0 ? 'UNCHANGED' : 'CHANGED', changes };
  } catch (error) {
    throw stopped(person.row, error);
  }
}

const stopped = (row: number, error: unknown) =>
  error instanceof StoppedAt || !(error instanceof Error) ? error : new StoppedAt(row, error);

/** Who it is, by number or login; registered under an id that follows from these where nobody is known by them. */
async function foundOf(importing: Importing, { number, login, name, places }: ListedPerson) {
  const { municipality: tenant } = importing.contextOf();
  const keys = [
    ...(number === undefined ? [] : [numbered(tenant, number)]),
    ...(login === undefined ? [] : [{ tenant, ...login }]),
  ];
  const [key] = keys;
  if (key === undefined) throw new Error('Nobody is found without a number or a login');
  const found = new Set((await Promise.all(keys.map((one) => partyBy(importing, one)))).filter(isThere));
  listedRefusals.refuseIf(found.size > 1, 'listed-as-two');
  const [partyId = importing.parties.idFor(key)] = found;
  const { state } = await importing.runner.look(partyDecider, partyStream(tenant, partyId));
  const isNew = state.status === 'absent';
  if (isNew) {
    const unit = places[0]?.unit;
    await record(importing, 'PartyRegistered', partyId, {
      kind: 'STAFF',
      name,
      ...(unit !== undefined && { unit }),
    });
  }
  // After the registration that they lead to: what was cut short finds it by the same id.
  if (number !== undefined) await bound(importing, numbered(tenant, number), partyId);
  return { partyId, isNew };
}

async function bound(
  { parties }: Importing,
  login: Parameters<Importing['parties']['known']>[0],
  partyId: string,
) {
  if ((await parties.known(login)) === undefined) await parties.bind({ ...login, partyId });
}

/** Name, login, telephone and e-mail. */
async function ownChanges(importing: Importing, partyId: string, person: ListedPerson): Promise<string[]> {
  const { municipality: tenant } = importing.contextOf();
  const { effective } = await importing.runner.look(partyDecider, partyStream(tenant, partyId));
  const told = effective as readonly Recorded[];
  const named = told.findLast(({ data }) => 'name' in data)?.data['name'];
  const contact = told
    .filter(({ type }) => type === 'StaffContactSet')
    .reduce<Recorded | undefined>((latest, one) => (day(one) >= day(latest) ? one : latest), undefined)?.data;
  const [name, telephone, email] = await openedTexts(importing, [
    named,
    contact?.['telephone'],
    contact?.['email'],
  ]);
  const changes: string[] = [];
  if (name !== person.name) {
    await record(importing, 'PartyRenamed', partyId, { name: person.name });
    changes.push('name');
  }
  const { login } = person;
  if (login !== undefined && (await importing.parties.known({ tenant, ...login })) === undefined) {
    if (!(await isRecorded(importing, told, login))) {
      await record(importing, 'PartyLoginBound', partyId, login);
    }
    await importing.parties.bind({ tenant, ...login, partyId });
    changes.push('login');
  }
  const reached = { telephone: person.telephone ?? telephone, email: person.email ?? email };
  const isOtherwise = [
    reached.telephone !== telephone && 'telephone',
    reached.email !== email && 'e-mail',
  ].filter((what) => what !== false);
  if (isOtherwise.length > 0) {
    await record(importing, 'StaffContactSet', partyId, reached);
    changes.push(...isOtherwise);
  }
  return changes;
}

/** Whether the log has it that the login is this party's: what was cut short before it was bound. */
async function isRecorded(
  importing: Importing,
  told: readonly Recorded[],
  { issuer, subject }: NonNullable<ListedPerson['login']>,
): Promise<boolean> {
  const bound = told.filter(({ type }) => type === 'PartyLoginBound');
  const texts = await openedTexts(
    importing,
    bound.flatMap(({ data }) => [data['issuer'], data['subject']]),
  );
  return bound.some((_, at) => texts[2 * at] === issuer && texts[2 * at + 1] === subject);
}

const day = (event: Recorded | undefined) => (event?.data['setOn'] ?? '') as string;

async function placeChanges(
  importing: Importing,
  partyId: string,
  line: ListedPlace,
  changes: string[],
): Promise<void> {
  const { today } = importing.contextOf();
  for (const change of differing(line, await placesOf(importing, partyId), today)) {
    await carriedOut(importing, partyId, line, change);
    const what = change.of === 'CORRECTS' ? change.what : [change.of === 'BEGINS' ? 'begins' : 'last day'];
    changes.push(...what.map((one) => `${one} in ${line.unit}`));
  }
}

async function placesOf(importing: Importing, partyId: string): Promise<KnownPlace[]> {
  const { municipality: tenant } = importing.contextOf();
  const { state, effective } = await importing.runner.look(partyDecider, partyStream(tenant, partyId));
  const engagements = state.status === 'absent' ? [] : state.engagements;
  const told = effective as readonly Recorded[];
  const begun = new Map(
    told.flatMap((event) =>
      event.type === 'StaffEngaged' ? [[String(event.data['engagementId']), event] as const] : [],
    ),
  );
  const texts = await openedTexts(
    importing,
    engagements.flatMap(({ engagementId }) => {
      const data = begun.get(engagementId)?.data;
      return [data?.['title'], data?.['employer']];
    }),
  );
  return engagements.map(({ engagementId, unit, role, represents, engagedFrom, engagedUntil }, at) => ({
    eventId: begun.get(engagementId)?.id ?? '',
    engagementId,
    unit,
    role,
    represents,
    title: texts[2 * at],
    employer: texts[2 * at + 1],
    from: engagedFrom,
    until: engagedUntil,
    endEventId: told.findLast(
      ({ type, data }) => type === 'EngagementEnded' && data['engagementId'] === engagementId,
    )?.id,
  }));
}

async function carriedOut(importing: Importing, partyId: string, line: ListedPlace, change: PlaceChange) {
  switch (change.of) {
    case 'BEGINS': {
      const { unit, role, represents, title, employer, until } = line;
      const more = { represents, title, employer, engagedUntil: until };
      const told = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
      await record(importing, 'StaffEngaged', partyId, { unit, role, engagedFrom: change.from, ...told });
      return;
    }
    case 'ENDS':
      await record(importing, 'EngagementEnded', partyId, {
        engagementId: change.engagementId,
        endedOn: change.until,
      });
      return;
    case 'CORRECTS':
      await reviseParty(importing.runner, partyId, change.revision, importing.contextOf());
  }
}

const record = <Type extends PartyStepType>(
  { runner, contextOf }: Importing,
  step: Type,
  partyId: string,
  told: ToldPartyStep<Type>,
) =>
  recordPartyStep(runner, {
    step,
    data: { ...told, partyId } as ToldPartyStep<Type> & { readonly partyId: string },
    context: contextOf(),
    asked: {},
  });

const isThere = (id: string | undefined): id is string => id !== undefined;
