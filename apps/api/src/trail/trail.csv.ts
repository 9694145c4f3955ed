import type { Language } from '../reading/language.js';
import { csvOf } from './csv.js';
import { textOf, type ToldEntry, type Writer } from './trail.entries.js';

const headers: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    'Skjedde',
    'Registrert',
    'Hva',
    'Beskrivelse',
    'Hvem',
    'Rolle',
    'Enhet',
    'Begrunnelse',
    'Feilregistrert',
    'Rettelser',
    'Hendelse',
  ],
  nn: [
    'Hende',
    'Registrert',
    'Kva',
    'Skildring',
    'Kven',
    'Rolle',
    'Eining',
    'Grunngjeving',
    'Feilregistrert',
    'Rettingar',
    'Hending',
  ],
};

/** The trail as a spreadsheet takes it; struck-out entries stay, saying by whom, when and why. */
export const trailCsv = (entries: readonly ToldEntry[], language: Language): string =>
  csvOf(headers[language], entries.map(rowOf));

const rowOf = ({ struckOut, corrections, ...entry }: ToldEntry) => [
  entry.occurredOn,
  entry.recordedAt,
  entry.title,
  entry.sentence,
  nameOf(entry.actor),
  entry.actor.role,
  entry.actor.unit ?? '',
  textOf(entry.reason) ?? '',
  struckOut === null ? '' : revised(struckOut),
  corrections.map(revised).join('\n'),
  entry.eventId,
];

const nameOf = ({ name, partyId }: Writer) => textOf(name) ?? partyId;

const revised = ({ at, by, why }: NonNullable<ToldEntry['struckOut']> | ToldEntry['corrections'][number]) =>
  `${at} ${nameOf(by)}: ${textOf(why) ?? ''}`;
