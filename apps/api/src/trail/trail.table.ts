import { same } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { senses } from '../as-of/known.js';
import { deleted, inLanguage, unprinted } from '#projections/audit-trail/norwegian';
import { units } from '#vocabulary';
import type { Saying } from '../lists/saying.js';
import { date, mark, type Table, text } from '../lists/table.js';
import type { Language } from '../reading/language.js';
import { nameIn, shownIn, type ToldEntry, withoutName } from './trail.entries.js';
import type { TrailPage } from './person-trails.js';

// Swedish writes times as a spreadsheet reads them: 2026-03-02 09:30:00.
const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});
export const localTime = (at: string) => oslo.format(new Date(at));

const tops: Readonly<
  Record<
    Language,
    Readonly<Record<'about' | 'person' | 'born' | 'municipality' | 'case' | 'asOf' | 'madeOn' | 'by', string>>
  >
> = {
  nb: {
    about: 'Saken gjelder',
    person: 'Sporet gjelder',
    born: 'født',
    municipality: 'Kommune',
    case: 'Saksnummer',
    asOf: 'Slik det var',
    madeOn: 'Utskrift',
    by: 'Skrevet ut av',
  },
  nn: {
    about: 'Saka gjeld',
    person: 'Sporet gjeld',
    born: 'fødd',
    municipality: 'Kommune',
    case: 'Saksnummer',
    asOf: 'Slik det var',
    madeOn: 'Utskrift',
    by: 'Skrive ut av',
  },
};
/** A trail as it goes out: struck-out entries stay, saying by whom, when and why. */
export const trailTable: Table<ToldEntry> = {
  title: ['Spor', 'Spor'],
  name: 'audit-trail',
  columns: [
    date(['Skjedde', 'Hende'], ({ occurredOn }) => occurredOn),
    text(['Registrert', 'Registrert'], ({ recordedAt }) => localTime(recordedAt)),
    text(['Hva', 'Kva'], ({ title }) => title),
    text(['Beskrivelse', 'Skildring'], ({ sentence }) => sentence),
    text(['Hvem', 'Kven'], ({ actor }, { language }) => writerIn(actor, language)),
    text(['Rolle', 'Rolle'], ({ actor }, say) => say.word(actorRoles, actor.role)),
    text(['Enhet', 'Eining'], ({ actor }, say) => say.word(units, actor.unit)),
    text(['Begrunnelse', 'Grunngiving'], ({ reason }, { language }) => shownIn(language, reason)),
    text(['Feilregistrert', 'Feilregistrert'], ({ struckOut }, { language }) =>
      struckOut === null ? null : revised(struckOut, language),
    ),
    text(['Rettinger', 'Rettingar'], ({ corrections }, { language }) =>
      corrections.map((correction) => corrected(correction, language)).join('\n'),
    ),
    text(['Hendelses-ID', 'Hendings-ID'], ({ eventId }) => eventId),
  ],
};

/** The same of a person, whose entries may stand in several cases. */
export const personTrailTable: Table<ToldEntry> = {
  ...trailTable,
  name: 'trail',
  columns: [
    ...trailTable.columns.slice(0, 2),
    mark(['Sak', 'Sak'], (entry) => entry.case?.caseNumber),
    ...trailTable.columns.slice(2),
  ],
};

/** Whose trail it is, of which case where it is of one, and who had it made when. */
export function headOf(
  {
    caseId,
    caseNumber,
    extract: { subject, municipality, asOf, madeOn, by },
  }: Pick<TrailPage, 'extract'> & { readonly caseId?: string; readonly caseNumber?: string | null },
  say: Saying,
): string[][] {
  const { language } = say;
  const top = tops[language];
  return [
    [caseId === undefined ? top.person : top.about, personIn(subject, language)],
    [top.municipality, municipalityIn(municipality, language)],
    // With the id behind it: a number alone a spreadsheet takes for a month.
    ...(caseId === undefined ? [] : [[top.case, caseNumber ? `${caseNumber} (${caseId})` : caseId]]),
    ...(asOf === null ? [] : [[top.asOf, `${asOf.day}: ${say.word(senses, asOf.sense)}`]]),
    [top.madeOn, madeOn],
    [top.by, readerIn(by, say)],
    [],
  ];
}

type Extract = TrailPage['extract'];

/** Whose trail it is, by name and birth, or what stands in the place of a name. */
export function personIn(subject: Extract['subject'], language: Language): string {
  const shown = (text: Parameters<typeof shownIn>[1]) => shownIn(language, text);
  const names = [subject.givenName, subject.familyName].flatMap((part) => shown(part) ?? []);
  const name = subject.disposed
    ? deleted
    : subject.protectedAddress === true
      ? unprinted
      : names.length === 0
        ? withoutName
        : same(names.join(' '));
  const born = shown(subject.birthDate) ?? subject.birthYear?.toString();
  return inLanguage(language, name) + (born === undefined ? '' : `, ${tops[language].born} ${born}`);
}

/** The municipality by name and number. */
export const municipalityIn = ({ name, number, key }: Extract['municipality'], language: Language): string =>
  [shownIn(language, name), number ?? key].filter((part) => part !== undefined).join(', ');

/** Who had it made, by name and role. */
export const readerIn = ({ name, role }: Extract['by'], say: Saying): string =>
  `${nameIn(say.language, name) ?? inLanguage(say.language, withoutName)}, ${say.word(actorRoles, role)}`;

/** Neither the program nor an operator at the machine has a name: the role's column says which. */
export const writerIn = ({ name, partyId, role }: ToldEntry['actor'], language: Language) =>
  nameIn(language, name) ?? (role === 'SYSTEM' || role === 'OPERATOR' ? 'Samspor' : partyId);

type Correction = ToldEntry['corrections'][number];
type StruckOut = NonNullable<ToldEntry['struckOut']>;

const writtenBy = ({ at, by }: Correction | StruckOut, language: Language) =>
  `${localTime(at)} ${writerIn(by, language)}`;

export const revised = (struckOut: StruckOut, language: Language) =>
  [writtenBy(struckOut, language), shownIn(language, struckOut.why) ?? []].flat().join(': ');

export function corrected(correction: Correction, language: Language): string {
  const why = shownIn(language, correction.why);
  return `${writtenBy(correction, language)}: ${correction.what}${why === undefined ? '' : ` (${why})`}`;
}
