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
const localTime = (at: string) => oslo.format(new Date(at));

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
    text(['Hvem', 'Kven'], ({ actor }, { language }) => nameOf(actor, language)),
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
  const ofMunicipality = [shown(municipality.name), municipality.number ?? municipality.key];
  return [
    [
      caseId === undefined ? top.person : top.about,
      inLanguage(language, name) + (born === undefined ? '' : `, ${top.born} ${born}`),
    ],
    [top.municipality, ofMunicipality.filter((part) => part !== undefined).join(', ')],
    // With the id behind it: a number alone a spreadsheet takes for a month.
    ...(caseId === undefined ? [] : [[top.case, caseNumber ? `${caseNumber} (${caseId})` : caseId]]),
    ...(asOf === null ? [] : [[top.asOf, `${asOf.day}: ${say.word(senses, asOf.sense)}`]]),
    [top.madeOn, madeOn],
    [
      top.by,
      `${nameIn(language, by.name) ?? inLanguage(language, withoutName)}, ${say.word(actorRoles, by.role)}`,
    ],
    [],
  ];
}

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
