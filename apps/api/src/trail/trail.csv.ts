import { type CodeList, same, wordFor } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { deleted, inLanguage } from '#projections/audit-trail/norwegian';
import { units } from '#vocabulary';
import type { Language } from '../reading/language.js';
import { byteOrderMark, type Delimiter, linesOf } from './csv.js';
import { nameIn, shownIn, type ToldEntry, withoutName } from './trail.entries.js';
import type { TrailPage } from './trail.query.js';

// Swedish writes times as a spreadsheet reads them: 2026-03-02 09:30:00.
const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const localTime = (at: string) => oslo.format(new Date(at));

const tops: Readonly<
  Record<Language, Readonly<Record<'about' | 'born' | 'municipality' | 'case' | 'madeOn' | 'by', string>>>
> = {
  nb: {
    about: 'Saken gjelder',
    born: 'født',
    municipality: 'Kommune',
    case: 'Saksnummer',
    madeOn: 'Utskrift',
    by: 'Skrevet ut av',
  },
  nn: {
    about: 'Saka gjeld',
    born: 'fødd',
    municipality: 'Kommune',
    case: 'Saksnummer',
    madeOn: 'Utskrift',
    by: 'Skrive ut av',
  },
};
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

/** The trail as a spreadsheet takes it, a page at a time: on top whose it is; struck-out entries stay, saying by whom, when and why. */
export async function* trailCsv(
  pages: AsyncIterable<TrailPage>,
  delimiter: Delimiter,
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of pages) {
    const { entries, language } = page;
    const rows = entries.map((entry) => rowOf(entry, language));
    const top = isFirst ? [...headOf(page), [], headers[language]] : [];
    yield `${isFirst ? byteOrderMark : ''}${linesOf([...top, ...rows], delimiter)}`;
    isFirst = false;
  }
}

/** Whose trail it is, and who had it made when. */
function headOf({
  caseId,
  caseNumber,
  extract: { subject, municipality, madeOn, by },
  language,
}: TrailPage): string[][] {
  const top = tops[language];
  const shown = (text: Parameters<typeof shownIn>[1]) => shownIn(language, text);
  const names = [subject.givenName, subject.familyName].flatMap((part) => shown(part) ?? []);
  const name = subject.disposed ? deleted : names.length === 0 ? withoutName : same(names.join(' '));
  const born = shown(subject.birthDate) ?? subject.birthYear?.toString();
  const ofMunicipality = [shown(municipality.name), municipality.number ?? municipality.key];
  return [
    [top.about, inLanguage(language, name) + (born === undefined ? '' : `, ${top.born} ${born}`)],
    [top.municipality, ofMunicipality.filter((part) => part !== undefined).join(', ')],
    // With the id behind it: a number alone a spreadsheet takes for a month.
    [top.case, caseNumber === null ? caseId : `${caseNumber} (${caseId})`],
    [top.madeOn, madeOn],
    [
      top.by,
      `${nameIn(language, by.name) ?? inLanguage(language, withoutName)}, ${wordOf(actorRoles, by.role, language)}`,
    ],
  ];
}

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
