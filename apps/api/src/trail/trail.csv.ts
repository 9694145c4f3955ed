import { type CodeList, wordFor } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { inLanguage } from '#projections/audit-trail/norwegian';
import { units } from '#vocabulary';
import type { Language } from '../reading/language.js';
import { csvOf, type Delimiter } from './csv.js';
import { nameIn, shownIn, type ToldEntry } from './trail.entries.js';

// Swedish writes times as a spreadsheet reads them: 2026-03-02 09:30:00.
const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const localTime = (at: string) => oslo.format(new Date(at));

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
    'Rettinger',
    'Hendelses-ID',
  ],
  nn: [
    'Hende',
    'Registrert',
    'Kva',
    'Skildring',
    'Kven',
    'Rolle',
    'Eining',
    'Grunngiving',
    'Feilregistrert',
    'Rettingar',
    'Hendings-ID',
  ],
};

/** The trail as a spreadsheet takes it; struck-out entries stay, saying by whom, when and why. */
export const trailCsv = (entries: readonly ToldEntry[], language: Language, delimiter: Delimiter): string =>
  csvOf(
    headers[language],
    entries.map((entry) => rowOf(entry, language)),
    delimiter,
  );

const rowOf = ({ struckOut, corrections, ...entry }: ToldEntry, language: Language) => [
  entry.occurredOn,
  localTime(entry.recordedAt),
  entry.title,
  entry.sentence,
  nameOf(entry.actor, language),
  wordOf(actorRoles, entry.actor.role, language),
  entry.actor.unit === null ? '' : wordOf(units, entry.actor.unit, language),
  shownIn(language, entry.reason) ?? '',
  struckOut === null ? '' : revised(struckOut, language),
  corrections.map((correction) => corrected(correction, language)).join('\n'),
  entry.eventId,
];

const wordOf = (list: CodeList, code: string, language: Language) =>
  inLanguage(language, wordFor(list, code));

/** Neither the program nor an operator at the machine has a name: the role's column says which. */
const nameOf = ({ name, partyId, role }: ToldEntry['actor'], language: Language) =>
  nameIn(language, name) ?? (role === 'SYSTEM' || role === 'OPERATOR' ? 'Samspor' : partyId);

type Correction = ToldEntry['corrections'][number];
type StruckOut = NonNullable<ToldEntry['struckOut']>;

const writtenBy = ({ at, by }: Correction | StruckOut, language: Language) =>
  `${localTime(at)} ${nameOf(by, language)}`;

const revised = (struckOut: StruckOut, language: Language) =>
  [writtenBy(struckOut, language), shownIn(language, struckOut.why) ?? []].flat().join(': ');

function corrected(correction: Correction, language: Language): string {
  const why = shownIn(language, correction.why);
  return `${writtenBy(correction, language)}: ${correction.what}${why === undefined ? '' : ` (${why})`}`;
}
