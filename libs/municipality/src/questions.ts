import {
  type Answered,
  type Basis,
  type CommandRunner,
  type Metadata,
  notAsked,
  type OpenCode,
  streamName,
  type UnknownCode,
} from '#event-sourcing';
import { municipalityEvents } from './domain/events.js';
import { unitOf } from './units.js';
import { partyDecider, partyEvents } from './domain/party/decide.js';
import type { Party } from './domain/party/party.js';
import { inForceFrom, inForceOn, municipalityDecider, type Profile, unknownIn } from './domain/profile.js';
import { targetDay, type TargetCode } from './domain/targets.js';

type Log = Pick<CommandRunner, 'look'>;

export const municipalityStream = (tenant: string) =>
  streamName(municipalityEvents.category, tenant, 'profile');
export const partyStream = (tenant: string, partyId: string) =>
  streamName(partyEvents.category, tenant, partyId);

/** The municipality's profile in force on a day, as the log has it now; the one recorded last unless told. Undefined where none was adopted. */
export async function profileOf(
  log: Log,
  tenant: string,
  day?: string,
): Promise<{ readonly profile: Profile | undefined; readonly basis: readonly Basis[] }> {
  const { state, effective, basis } = await log.look(municipalityDecider, municipalityStream(tenant));
  const adopted = effective.map(({ data }) => data);
  return { profile: day === undefined ? state : inForceOn(adopted, day), basis };
}

/** The profiles that the municipality has adopted, each with the days on which it is in force, as the log has them now. */
export async function profilesOf(log: Log, tenant: string): Promise<ReturnType<typeof inForceFrom>> {
  const { effective } = await log.look(municipalityDecider, municipalityStream(tenant));
  return inForceFrom(effective.map(({ data }) => data));
}

/** By which day the municipality means to be done with what is counted from a day, by the profile of that day. */
export type TargetDay = (target: TargetCode, from: string) => string | undefined;
export async function targetsOf(log: Log, tenant: string): Promise<TargetDay> {
  const { effective } = await log.look(municipalityDecider, municipalityStream(tenant));
  const adopted = effective.map(({ data }) => data);
  return (target, from) => targetDay(inForceOn(adopted, from), target, from);
}

/** The municipality's own codes with their words, sealed, by the list that they add to. */
export type OwnCodes = Readonly<Record<'unit' | 'memberRole', NonNullable<Profile['units']>>>;

/** Of all profiles, since history speaks of codes that have gone since; of several words for one code the newest comes last. */
export async function ownCodesOf(log: Log, tenant: string): Promise<OwnCodes> {
  const { effective } = await log.look(municipalityDecider, municipalityStream(tenant));
  const adopted = effective.map(({ data }) => data);
  return {
    unit: adopted.flatMap(({ units = [] }) => units),
    memberRole: adopted.flatMap(({ roles = [] }) => roles),
  };
}

/**
 * The first of these codes that the municipality's lists lack. A unit of the register is known like the usual ones and those of a profile, up to the
 * day of its end: from then on the answer names the unit that took over.
 */
export async function unknownCodeIn(
  log: Log,
  tenant: string,
  codes: readonly OpenCode[],
  day?: string,
): Promise<Answered<UnknownCode | undefined>> {
  const registered = await Promise.all(
    codes
      .filter(({ list }) => list.name === 'unit')
      .map(async ({ list, code }) => ({ list, code, ...(await unitOf(log, tenant, code)) })),
  );
  const bases = registered.flatMap(({ unit, basis }) => (unit.status === 'absent' ? [] : basis));
  for (const { list, unit } of registered) {
    if (unit.status === 'absent' || unit.endedOn === undefined || (day ?? '') < unit.endedOn) continue;
    return { answer: { list: list.name, known: unit.into ?? list.codes.join(', ') }, basis: bases };
  }
  const others = codes.filter(
    ({ list, code }) =>
      !registered.some((one) => one.list === list && one.code === code && one.unit.status === 'registered'),
  );
  if (unknownIn([], others) === undefined) {
    return bases.length === 0 ? notAsked : { answer: undefined, basis: bases };
  }
  const { effective, basis } = await log.look(municipalityDecider, municipalityStream(tenant));
  const adopted = effective.map(({ data }) => data);
  return { answer: unknownIn(adopted, others), basis: [...bases, ...basis] };
}

/** Whether a party is registered, and as what; the name stays in its stream, sealed. */
export async function partyOf(
  log: Log,
  tenant: string,
  partyId: string,
): Promise<{
  readonly party: Party;
  readonly exists: boolean;
  /** As whom and when its own login first recorded something of it: registered it, or told its name where others had. */
  readonly ownEntry: Pick<Metadata, 'actor' | 'recordedAt'> | undefined;
  readonly basis: readonly Basis[];
}> {
  const { state, effective, basis } = await log.look(partyDecider, partyStream(tenant, partyId));
  const own = effective.find(({ metadata }) => metadata.actor.partyId === partyId);
  return { party: state, exists: state.status === 'registered', ownEntry: own?.metadata, basis };
}

/** Whether a party's last day here has come: every period in which it works in a unit has ended by then. Of one without periods nothing is known. */
export async function hasLeft(
  log: Log,
  tenant: string,
  partyId: string,
  day: string,
): Promise<Answered<boolean>> {
  const { party, basis } = await partyOf(log, tenant, partyId);
  const engagements = party.status === 'registered' ? party.engagements : [];
  const areOver = engagements.every(({ engagedUntil = '9999' }) => engagedUntil <= day);
  return { answer: engagements.length > 0 && areOver, basis };
}

/** Whether two registrations are of one party: the same, or each merged, however often, into one. */
export async function isOneParty(log: Log, tenant: string, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [survivor, otherSurvivor] = await Promise.all(
    [one, other].map((partyId) => survivorOf(log, tenant, partyId)),
  );
  return survivor === otherSurvivor;
}

/** As whom a party goes on. No two are merged each into the other, nor any number of them in a circle (`MergePartyCommand`). */
async function survivorOf(log: Log, tenant: string, partyId: string): Promise<string> {
  const { party } = await partyOf(log, tenant, partyId);
  const into = party.status === 'registered' ? party.mergedInto : undefined;
  return into === undefined ? partyId : survivorOf(log, tenant, into);
}

/** Those who stand in a person's own life: nobody whom the municipality appoints. */
const close: readonly string[] = ['GUARDIAN', 'PARENT', 'NEXT_OF_KIN'];

/** Whether all of these are registered, and who of them are as somebody's guardian, parent or next of kin. */
export async function partiesNamed(
  log: Log,
  tenant: string,
  partyIds: readonly string[],
): Promise<Answered<{ readonly areKnown: boolean; readonly kin: readonly string[] }>> {
  const parties = await Promise.all(
    partyIds.map(async (partyId) => ({ partyId, ...(await partyOf(log, tenant, partyId)) })),
  );
  const kin = parties.filter(({ party }) => party.status === 'registered' && close.includes(party.kind));
  return {
    answer: { areKnown: parties.every(({ exists }) => exists), kin: kin.map(({ partyId }) => partyId) },
    basis: parties.flatMap(({ basis }) => basis),
  };
}

/** Whether all of these are registered. */
export async function partiesAreKnown(
  log: Log,
  tenant: string,
  partyIds: readonly string[],
): Promise<Answered<boolean>> {
  const { answer, basis } = await partiesNamed(log, tenant, partyIds);
  return { answer: answer.areKnown, basis };
}
