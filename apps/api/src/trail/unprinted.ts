import { leftOutIn, type Opened, UNPRINTED } from '#personal-data';
import type { NamedParty } from '../reading/names.js';
import type { TrailEntry, WrittenBy } from './recorded-entries.js';
import type { NamedForTrail } from './trail.entries.js';

type Data = TrailEntry['data'];

/** What a trail would tell of who somebody is, by type. */
const telling: Readonly<Record<string, readonly string[]>> = {
  SubjectRenamed: ['givenName', 'familyName'],
  EnquiryReceived: ['callerName', 'callback'],
};

/** An entry as it goes out of somebody whose address is protected: it says that there is a name, and not which. */
export function unprinted<E extends TrailEntry>(entry: E): E {
  const fields = telling[entry.type.replace(/Corrected$/, '')];
  if (fields === undefined) return entry;
  const hidden = (data: Data): Data => {
    const { formerName: _, ...rest } = data;
    return Object.fromEntries(
      Object.entries(rest).map(([name, of]) => [name, fields.includes(name) && of !== null ? UNPRINTED : of]),
    );
  };
  const changed = entry.data['changed'] as Data | undefined;
  return {
    ...entry,
    data: changed ? { ...entry.data, changed: hidden(changed) } : hidden(entry.data),
    was: entry.was && hidden(entry.was),
    correctedBy: entry.correctedBy.map((one) => ({
      ...one,
      changed: hidden(one.changed),
      was: hidden(one.was),
    })),
  };
}

/** Parents, guardians and next of kin: who they are tells who the person is. */
export const relativesIn = (entries: readonly TrailEntry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ type, data, correctedBy }) =>
      type === 'RelationRecorded'
        ? [data, ...correctedBy.map(({ changed }) => changed)].flatMap(({ partyId }) =>
            typeof partyId === 'string' ? [partyId] : [],
          )
        : [],
    ),
  );

/** Parties by name, but for those whose name is not printed. */
export const namedBut = (
  hidden: ReadonlySet<string>,
  parties: readonly (Opened<NamedParty> | NamedForTrail)[],
  mark = UNPRINTED,
): readonly NamedForTrail[] =>
  parties.map((party) => (hidden.has(party.partyId) ? { ...party, name: mark } : party));

/** The entry without these texts, wherever it, or a correction of it, tells them. */
export const withoutTexts =
  (texts: ReadonlyMap<string, ReadonlySet<string>>) =>
  <E extends TrailEntry>(entry: E): E => {
    const fields = texts.get(entry.eventId) ?? texts.get(entry.corrects ?? '');
    const without = (data: Data): Data =>
      Object.fromEntries(
        Object.entries(data).map(([name, of]) => [name, fields?.has(name) ? leftOutIn(of) : of]),
      );
    const said = <W extends WrittenBy>(by: W): W =>
      texts.get(by.eventId)?.has('reason') ? { ...by, reason: leftOutIn(by.reason) } : by;
    const changed = entry.data['changed'] as Data | undefined;
    return {
      ...entry,
      data: changed ? { ...without(entry.data), changed: without(changed) } : without(entry.data),
      was: entry.was && without(entry.was),
      annulledBy: entry.annulledBy && said(entry.annulledBy),
      correctedBy: entry.correctedBy.map((one) => ({
        ...said(one),
        changed: without(one.changed),
        was: without(one.was),
      })),
    };
  };

/** The entry that came into the log last. */
export function lastRecorded(entries: readonly TrailEntry[]): Pick<TrailEntry, 'eventId' | 'recordedAt'> {
  const [first, ...others] = entries;
  if (first === undefined) throw new Error('A trail without entries has no last one');
  const last = others.reduce((one, other) => (other.position > one.position ? other : one), first);
  return { eventId: last.eventId, recordedAt: last.recordedAt };
}
