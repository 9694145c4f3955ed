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
  asOn: { nb: 'slik de gjaldt', nn: 'slik dei gjaldt' },
  rulesThen: { nb: 'Fristreglene slik de gjaldt', nn: 'Fristreglane slik dei gjaldt' },
  asApplied: { nb: ', og slik de ble brukt:', nn: ', og slik dei vart brukte:' },
  rightsThen: { nb: 'Det loven ga rett til', nn: 'Det lova gav rett til' },
  right: { nb: 'Rett', nn: 'Rett' },
  conditions: same('Vilkår'),
  noRight: { nb: 'ingen lovbestemt rett', nn: 'ingen lovfesta rett' },
  citedThen: {
    nb: 'Lover og forskrifter som kommunen viste til og som gjaldt',
    nn: 'Lover og forskrifter som kommunen viste til og som gjaldt',
  },
  since: { nb: 'fra', nn: 'frå' },
  wording: {
    nb: 'Ordlyden i bestemmelsene er ikke gjengitt. Den står på lovdata.no, også slik den var denne dagen.',
    nn: 'Ordlyden i reglane er ikkje teken med. Han står på lovdata.no, òg slik han var denne dagen.',
  },
  planThen: { nb: 'Da avgjørelsen ble truffet', nn: 'Då avgjerda vart teken' },
  planNow: { nb: 'I dag', nn: 'I dag' },
  noPlan: { nb: 'ingen plan', nn: 'ingen plan' },
  planSince: { nb: 'plan startet', nn: 'plan starta' },
  planVersion: same('versjon'),
  planUnrevised: { nb: 'ingen versjon ennå', nn: 'ingen versjon enno' },
  planApproved: { nb: 'godkjent', nn: 'godkjend' },
  planUnapproved: { nb: 'ikke godkjent av eieren', nn: 'ikkje godkjend av eigaren' },
  planOnPaper: { nb: 'ført på papir', nn: 'ført på papir' },
  planUntil: { nb: 'planperiode til', nn: 'planperiode til' },
  planReview: { nb: 'neste gjennomgang', nn: 'neste gjennomgang' },
  planPaused: { nb: 'satt på vent', nn: 'sett på vent' },
  planContent: {
    nb: 'Det som står i planen, er personens og deles slik personen vil. Det er med når planen er arkivert som dokument.',
    nn: 'Det som står i planen, er personens og blir delt slik personen vil. Det er med når planen er arkivert som dokument.',
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
    nb: 'Dokumenter som er arkivert på møter eller bare på personen, er ikke med.',
    nn: 'Dokument som er arkiverte på møte eller berre på personen, er ikkje med.',
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
