import type { Language } from './known.js';

type Words = Readonly<Record<Language, string>>;
const same = (word: string): Words => ({ nb: word, nn: word });

/** What the file of the package says beside what is recorded. */
const words = {
  title: { nb: 'Saken til statsforvalteren', nn: 'Saka til statsforvaltaren' },
  rehearsalTitle: {
    nb: 'Øvelse: saken slik statsforvalteren ville fått den',
    nn: 'Øving: saka slik statsforvaltaren ville fått ho',
  },
  person: { nb: 'Saken gjelder', nn: 'Saka gjeld' },
  caseNumber: same('Saksnummer'),
  municipality: same('Kommune'),
  madeOn: { nb: 'Utskrift', nn: 'Utskrift' },
  madeBy: { nb: 'Laget av', nn: 'Laga av' },
  upTo: { nb: 'Til og med', nn: 'Til og med' },
  contents: { nb: 'Innhold', nn: 'Innhald' },
  number: same('Nr.'),
  entry: { nb: 'Innhold', nn: 'Innhald' },
  state: { nb: 'I denne pakken', nn: 'I denne pakka' },
  lacks: { nb: 'mangler, se forklaringen', nn: 'manglar, sjå forklaringa' },
  lacksUnexplained: { nb: 'mangler', nn: 'manglar' },
  notNeeded: { nb: 'ikke aktuelt', nn: 'ikkje aktuelt' },
  there: same('med'),
  lack: { nb: 'Mangler', nn: 'Manglar' },
  explanation: { nb: 'Kommunens forklaring', nn: 'Forklaringa frå kommunen' },
  unexplained: { nb: 'Kommunen har ikke forklart det ennå.', nn: 'Kommunen har ikkje forklart det enno.' },
  files: { nb: 'Dokumenter som ligger ved slik de kom', nn: 'Dokument som ligg ved slik dei kom' },
  statement: { nb: 'Kommunens uttalelse', nn: 'Fråsegna til kommunen' },
  struckOut: { nb: 'Feilregistrert', nn: 'Feilregistrert' },
  rule: same('Regel'),
  legalBasis: { nb: 'Hjemmel', nn: 'Heimel' },
  period: same('Frist'),
  version: { nb: 'Versjon', nn: 'Versjon' },
  rulesThen: {
    nb: 'Fristreglene i den versjonen som gjaldt da avgjørelsen ble truffet, og slik de ble brukt:',
    nn: 'Fristreglane i den versjonen som gjaldt då avgjerda vart teken, og slik dei vart brukte:',
  },
  planThen: { nb: 'Da avgjørelsen ble truffet', nn: 'Då avgjerda vart teken' },
  planNow: { nb: 'I dag', nn: 'I dag' },
  noPlan: { nb: 'ingen plan', nn: 'ingen plan' },
  planSince: { nb: 'plan startet', nn: 'plan starta' },
  planContent: {
    nb: 'Innholdet i planen føres ikke i Samspor. Planen ligger ved når den er arkivert i saken.',
    nn: 'Innhaldet i planen blir ikkje ført i Samspor. Planen ligg ved når han er arkivert i saka.',
  },
  trail: {
    nb: 'Alt som er registrert, etter dagen det skjedde. Det som er rettet eller feilregistrert, står med hvem som gjorde det, når og hvorfor.',
    nn: 'Alt som er registrert, etter dagen det hende. Det som er retta eller feilregistrert, står med kven som gjorde det, når og kvifor.',
  },
  alwaysLeftOut: {
    nb: 'Referatet fra møter gjelder også andre. Bare behandlingen av denne saken er med.',
    nn: 'Referatet frå møte gjeld òg andre. Berre behandlinga av denne saka er med.',
  },
  alwaysUnprinted: {
    nb: 'Dokumenter som er arkivert på møter, er ikke med.',
    nn: 'Dokument som er arkiverte på møte, er ikkje med.',
  },
  documentLeftOut: { nb: 'Dokument utelatt', nn: 'Dokument utelate' },
} as const satisfies Readonly<Record<string, Words>>;

export const wordsIn =
  (language: Language) =>
  (which: keyof typeof words): string =>
    words[which][language];

/** `1 hendelse`, `3 hendingar`. */
export function counted(language: Language, what: 'event' | 'file', count: number): string {
  const forms: Readonly<Record<typeof what, Readonly<Record<Language, readonly [string, string]>>>> = {
    event: { nb: ['hendelse', 'hendelser'], nn: ['hending', 'hendingar'] },
    file: { nb: ['fil', 'filer'], nn: ['fil', 'filer'] },
  };
  const [one, several] = forms[what][language];
  return `${count} ${count === 1 ? one : several}`;
}
