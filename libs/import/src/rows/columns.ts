import type { Column } from '#spreadsheet';

/** A column of an earlier register's list: its heading in the template, in bokmål and nynorsk, and what else it may be headed with. */
interface Listed {
  readonly template: readonly [nb: string, nn: string];
  readonly also?: readonly string[];
  /** What it takes, as the template tells. */
  readonly takes: readonly [nb: string, nn: string];
}

const day = ['dato: 31.01.2026', 'dato: 31.01.2026'] as const;

export const listed = {
  identityNumber: {
    template: ['Fødselsnummer', 'Fødselsnummer'],
    also: [
      'fødselsnr',
      'fødselsnr.',
      'fnr',
      'fnr.',
      'f.nr',
      'f.nr.',
      'personnummer',
      'personnr',
      'personnr.',
      'fødsels- og personnummer',
      'fødselsnummer (11 siffer)',
      'fødselsnummer/d-nummer',
      'd-nummer',
      'identitetsnummer',
    ],
    takes: [
      '11 sifre; kan stå tomt når fødselsdatoen er kjent',
      '11 siffer; kan stå tomt når fødselsdatoen er kjend',
    ],
  },
  birthDate: {
    template: ['Fødselsdato', 'Fødselsdato'],
    also: ['født', 'fødd', 'f.dato', 'fødselsdag', 'fødselsdato (dd.mm.åååå)'],
    takes: [
      'dato: 31.01.2010; kan stå tom når fødselsnummeret er kjent',
      'dato: 31.01.2010; kan stå tom når fødselsnummeret er kjent',
    ],
  },
  name: {
    template: ['Navn', 'Namn'],
    also: [
      'planeier',
      'planeigar',
      'bruker',
      'brukar',
      'person',
      'tjenestemottaker',
      'tenestemottakar',
      'navn på planeier',
      'namn på planeigar',
      'brukers navn',
      'namnet til brukaren',
      'fullt navn',
      'fullt namn',
    ],
    takes: [
      'fornavn og etternavn, eller «Etternavn, Fornavn»',
      'førenamn og etternamn, eller «Etternamn, Førenamn»',
    ],
  },
  planStartedOn: {
    template: ['Plan startet', 'Plan starta'],
    also: [
      'ip startet',
      'ip starta',
      'ip fra',
      'ip frå',
      'plan fra',
      'plan frå',
      'startet',
      'starta',
      'startdato',
      'oppstart',
      'oppstartsdato',
    ],
    takes: day,
  },
  period: {
    template: ['Planperiode', 'Planperiode'],
    also: ['periode', 'plan gjelder til', 'planen gjeld til', 'neste revisjon', 'neste evaluering'],
    takes: ['tekst; lagres som merknad', 'tekst; blir lagra som merknad'],
  },
  planClosedOn: {
    template: ['Plan avsluttet', 'Plan avslutta'],
    also: [
      'ip avsluttet',
      'ip avslutta',
      'ip til',
      'plan til',
      'avsluttet',
      'avslutta',
      'avsluttet dato',
      'sluttdato',
    ],
    takes: day,
  },
  closureReason: {
    template: ['Årsak til avslutning', 'Årsak til avslutning'],
    also: [
      'årsak',
      'grunn',
      'grunn til avslutning',
      'avslutningsgrunn',
      'avslutningsårsak',
      'hvorfor avsluttet',
      'kvifor avslutta',
    ],
    takes: ['en av kommunens grunner, eller egne ord', 'ein av grunnane til kommunen, eller eigne ord'],
  },
  coordinatorName: {
    template: ['Koordinator', 'Koordinator'],
    also: [
      'ip-koordinator',
      'koordinator ip',
      'personlig koordinator',
      'personleg koordinator',
      'brukerkoordinator',
      'brukarkoordinator',
      'koordinators navn',
      'navn på koordinator',
      'namn på koordinator',
      'namnet til koordinatoren',
      'barnekoordinator',
    ],
    takes: [
      'navnet slik det står i kommunens liste over ansatte',
      'namnet slik det står i lista til kommunen over tilsette',
    ],
  },
  coordinatorNumber: {
    template: ['Koordinators ansattnummer', 'Tilsettnummeret til koordinatoren'],
    also: ['ansattnummer', 'ansattnr', 'ansattnr.', 'tilsettnummer', 'tilsettnr', 'tilsettnr.'],
    takes: [
      'i stedet for navnet, eller når flere heter det samme',
      'i staden for namnet, eller når fleire heiter det same',
    ],
  },
  unit: {
    template: ['Enhet', 'Eining'],
    also: [
      'koordinators enhet',
      'eininga til koordinatoren',
      'avdeling',
      'tjeneste',
      'teneste',
      'arbeidssted',
      'arbeidsstad',
    ],
    takes: ['koordinatorens enhet: navnet eller koden', 'eininga til koordinatoren: namnet eller koden'],
  },
  coordinatorFrom: {
    template: ['Koordinator fra', 'Koordinator frå'],
    also: [
      'oppnevnt',
      'oppnemnd',
      'oppnevnt dato',
      'oppnemnd dato',
      'koordinator siden',
      'koordinator sidan',
    ],
    takes: day,
  },
  coordinatorUntil: {
    template: ['Koordinator til', 'Koordinator til'],
    also: ['fratrådt', 'fråtredd', 'koordinator sluttet', 'koordinator slutta', 'fratrådte'],
    takes: ['dato: dagen koordinatoren fratrådte', 'dato: dagen koordinatoren fråtredde'],
  },
  kind: {
    template: ['Type koordinator', 'Slag koordinator'],
    also: ['koordinatortype', 'type', 'slag'],
    takes: [
      'koordinator eller barnekoordinator; tomt er koordinator',
      'koordinator eller barnekoordinator; tomt er koordinator',
    ],
  },
  consent: {
    template: ['Samtykke gitt', 'Samtykke gitt'],
    also: [
      'samtykke',
      'samtykke sett',
      'samtykke dato',
      'dato for samtykke',
      'samtykkedato',
      'samtykkje',
      'samtykkje gitt',
    ],
    takes: [
      'dato: dagen samtykket ble gitt; tomt eller nei når det ikke er sett',
      'dato: dagen samtykket vart gitt; tomt eller nei når det ikkje er sett',
    ],
  },
  consentBy: {
    template: ['Samtykke gitt av', 'Samtykke gitt av'],
    also: ['samtykke fra', 'samtykke frå', 'hvem samtykket', 'kven samtykte'],
    takes: [
      'personen selv, verge, foresatt eller fullmektig; tomt er personen selv',
      'personen sjølv, verje, føresett eller fullmektig; tomt er personen sjølv',
    ],
  },
  group: {
    template: ['Ansvarsgruppe', 'Ansvarsgruppe'],
    also: [
      'gruppe',
      'koordineringsgruppe',
      'tverrfaglig koordineringsgruppe',
      'medlemmer i ansvarsgruppa',
      'medlemer i ansvarsgruppa',
    ],
    takes: ['tekst; lagres som merknad', 'tekst; blir lagra som merknad'],
  },
  comment: {
    template: ['Merknad', 'Merknad'],
    also: ['merknader', 'kommentar', 'kommentarer', 'kommentarar', 'notat'],
    takes: ['tekst', 'tekst'],
  },
} as const satisfies Readonly<Record<string, Listed>>;
export type ColumnName = keyof typeof listed;

/** As the reader looks for them. */
export const columns = Object.fromEntries(
  Object.entries<Listed>(listed).map(([name, { template, also = [] }]) => [
    name,
    { headings: [...new Set([...template.map((one) => one.toLowerCase()), ...also])] },
  ]),
) as unknown as Readonly<Record<ColumnName, Column>>;

/** The headings of the template, and what each column takes, in bokmål (0) or nynorsk (1). */
export const templateOf = (language: 0 | 1) =>
  Object.values<Listed>(listed).map(({ template, takes }) => ({
    heading: template[language],
    takes: takes[language],
  }));
