import { createHmac } from 'node:crypto';
import { codeList, type Pair, same } from '#event-sourcing/codes';
import type { Purpose } from '../disclose.js';

/** What came of asking. */
export const accessOutcomes = codeList('accessOutcome', {
  SHOWN: same('vist'),
  /** The role is not one that this is for. */
  REFUSED: ['nektet, rollen har ikke tilgang', 'nekta, rolla har ikkje tilgang'],
  /** Not there, or not theirs to see: what is answered is the same. */
  NOT_FOUND: ['ikke funnet, eller uten tilgang', 'ikkje funne, eller utan tilgang'],
});
/** For what, in words; `UNSTATED` where it was refused before it came to a question. */
export const accessPurposes = codeList('accessPurpose', {
  CASEWORK: ['arbeid med saken, planen eller oppnevningen', 'arbeid med saka, planen eller oppnemninga'],
  OVERVIEW: same('oversikt over arbeidet'),
  REGISTRATION: ['registrering av en person', 'registrering av ein person'],
  CONTACT: ['kontakt med personen', 'kontakt med personen'],
  COMPLAINT: ['klage eller tilsyn', 'klage eller tilsyn'],
  RECORDED_IN_ERROR: ['retting av noe som var registrert feil', 'retting av noko som var registrert feil'],
  OWN_CASES: ['oppfølging som koordinator', 'oppfølging som koordinator'],
  ADMINISTRATION: same('administrasjon'),
  PUBLIC: ['opplysninger som er åpne for alle', 'opplysningar som er opne for alle'],
  ACCESS_CONTROL: ['kontroll av innsyn', 'kontroll av innsyn'],
  OWN_PAGE: ['innsyn i det som er ens eget', 'innsyn i det som er ens eige'],
  OTHER_SERVICE: ['oppslag fra en annen tjeneste', 'oppslag frå ei anna teneste'],
  UNSTATED: ['ikke oppgitt', 'ikkje oppgitt'],
} satisfies Readonly<Record<Purpose | 'UNSTATED', Pair>>);
export type AccessOutcome = (typeof accessOutcomes.codes)[number];

/** That somebody read, or tried to: opaque ids and codes, never a name or a number. */
export interface AccessEntry {
  readonly municipality: string;
  /** An instant in UTC with milliseconds. */
  readonly at: string;
  readonly partyId: string;
  readonly role: string;
  readonly units: readonly string[];
  readonly purpose: string;
  /** The line of the table of access (projections/access.ts). */
  readonly what: string;
  /** Method and address, with the names of ids in it and not the ids. */
  readonly route: string;
  /** The record that the address names. */
  readonly recordId: string | null;
  /** Whose data it is. */
  readonly subjectIds: readonly string[];
  readonly outcome: AccessOutcome;
  readonly requestId: string;
}

/** An entry in its place: `seq` counts from 1 in each municipality, without gaps. */
export interface KeptEntry extends AccessEntry {
  readonly seq: number;
  readonly mac: Buffer;
}

/** The end of a municipality's chain. */
export interface Head {
  readonly seq: number;
  readonly at: string;
  readonly mac: Buffer;
}
export const noHead: Head = { seq: 0, at: '', mac: Buffer.alloc(0) };

/** HMAC-SHA-256 over the entry, its place and the MAC of the one before it: without the key nobody changes, moves, adds or takes out one. */
export const macOf = (key: Buffer, { seq, ...entry }: Omit<KeptEntry, 'mac'>, before: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        'samspor/access-log/v1',
        entry.municipality,
        seq,
        entry.at,
        entry.partyId,
        entry.role,
        entry.units,
        entry.purpose,
        entry.what,
        entry.route,
        entry.recordId,
        entry.subjectIds,
        entry.outcome,
        entry.requestId,
        before.toString('base64url'),
      ]),
    )
    .digest();

/** The entries in their places behind a head. None is earlier than the one before it, whatever the clocks of two machines say. */
export function chained(key: Buffer, head: Head, entries: readonly AccessEntry[]): KeptEntry[] {
  let { seq, at, mac } = head;
  return entries.map((entry) => {
    seq += 1;
    at = entry.at > at ? entry.at : at;
    const placed = { ...entry, at, seq };
    mac = macOf(key, placed, mac);
    return { ...placed, mac };
  });
}
