import type { CodeIn } from '#event-sourcing/codes';
import type { documentDirections, documentRestrictions } from '../domain/codes.js';
import { filedDocumentKinds } from '../domain/codes.js';
import { type DocumentFormat, mediaTypes } from '../store/media-types.js';
import { type Screening, screeningOf } from './screening.js';

/** What the archive is told of a document and its case. */
export interface ArchivedFacts {
  /** In which the public titles are. */
  readonly language: 'NB' | 'NN';
  readonly case: {
    readonly caseId: string;
    readonly caseNumber: string | undefined;
    /** Undefined where nobody's name is known. */
    readonly personName: string | undefined;
  };
  readonly document: {
    readonly documentId: string;
    readonly direction: CodeIn<typeof documentDirections>;
    readonly kind: CodeIn<typeof filedDocumentKinds>;
    readonly restriction: CodeIn<typeof documentRestrictions>;
    readonly title: string;
    readonly sender: string | undefined;
    readonly receiver: string | undefined;
    readonly documentDate: string;
    readonly filedOn: string;
    /** Of what went out. */
    readonly sentOn: string | undefined;
    /** When it was recorded, an instant. */
    readonly recordedAt: string;
    readonly format: DocumentFormat;
  };
  /** The file beside the message. */
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string };
}

export const arkivmeldingNamespace =
  'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1';
const system = 'Samspor';

const words = {
  NB: { case: 'Sak i koordinerende enhet', number: 'Saksnummer i Samspor' },
  NN: { case: 'Sak i koordinerande eining', number: 'Saksnummer i Samspor' },
} as const;

/**
 * The message that creates a case file and a registry entry with one document (Noark 5 as Fiks Arkiv has it, arkivmelding.opprett v1). No public
 * title names anybody or says anything of the case but what kind of paper it is.
 */
export function composeArkivmelding({ language, case: about, document, file }: ArchivedFacts): string {
  const { case: caseTitle, number } = words[language];
  const kind = filedDocumentKinds.words[document.kind][language === 'NB' ? 0 : 1];
  const publicTitle = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const screening = screeningOf(document.restriction, document.filedOn);
  // Whose case it is stands in its title and in the names of who wrote to whom, which nobody but who works with it may see.
  const ofCase = screeningOf('OFFL_13', document.filedOn);
  // Of a title that no XML can hold nothing is left.
  const title = textOf(document.title) || publicTitle;
  const entryType = entryTypes[document.direction];
  const message = element('arkivmelding', [
    element('system', system),
    element('antallFiler', '1'),
    element(
      'mappe',
      [
        element('tittel', [caseTitle, about.personName].filter((part) => part !== undefined).join(': ')),
        element('offentligTittel', caseTitle),
        maybe('beskrivelse', about.caseNumber && `${number}: ${about.caseNumber}`),
        coded('dokumentmedium', 'E', 'Elektronisk arkiv'),
        ...screened(ofCase),
        keyOf(about.caseId),
      ],
      'saksmappe',
    ),
    element(
      'registrering',
      [
        element('opprettetDato', document.recordedAt),
        `<referanseForelderMappe>${keyInCatalogue(about.caseId)}</referanseForelderMappe>`,
        ...screened(screening ?? ofCase),
        element('dokumentbeskrivelse', [
          coded('dokumentstatus', 'F', 'Dokumentet er ferdigstilt'),
          // What is open to anybody is called no more than what its public title says.
          element('tittel', screening ? title : publicTitle),
          element('opprettetDato', document.recordedAt),
          coded('dokumentmedium', 'E', 'Elektronisk arkiv'),
          coded('tilknyttetRegistreringSom', 'H', 'Hoveddokument'),
          element('dokumentnummer', '1'),
          ...screened(screening),
          element('dokumentobjekt', [
            element('versjonsnummer', '1'),
            // Whether it is fit to be kept is the archive's to say.
            coded('variantformat', 'P', 'Produksjonsformat'),
            coded('format', document.format),
            element('mimeType', mediaTypes[document.format]),
            element('filnavn', file.name),
            element('referanseDokumentfil', file.name),
            element('sjekksum', file.sha256),
            element('sjekksumAlgoritme', 'SHA-256'),
            element('filstoerrelse', String(file.size)),
          ]),
        ]),
        element('tittel', title),
        element('offentligTittel', publicTitle),
        coded('dokumentmedium', 'E', 'Elektronisk arkiv'),
        ...correspondents(document),
        keyOf(document.documentId),
        coded('journalposttype', entryType.code, entryType.description),
        coded('journalstatus', 'J', 'Journalført'),
        element('dokumentetsDato', document.documentDate),
        maybe('mottattDato', document.direction === 'IN' ? atMidnight(document.filedOn) : undefined),
        maybe('sendtDato', document.sentOn && atMidnight(document.sentOn)),
      ],
      'journalpost',
    ),
  ]);
  const opening = `<arkivmelding xmlns="${arkivmeldingNamespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${message.replace('<arkivmelding>', opening)}\n`;
}

/** In elements of the catalogue of metadata the children are of its namespace. */
const catalogue = 'xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"';

const entryTypes = {
  IN: { code: 'I', description: 'Inngående dokument' },
  OUT: { code: 'U', description: 'Utgående dokument' },
  INTERNAL: { code: 'X', description: 'Organinternt dokument uten oppfølging' },
} as const;

function correspondents({ direction, sender, receiver }: ArchivedFacts['document']): string[] {
  const one = (code: string, role: string, name: string | undefined) =>
    name === undefined || textOf(name) === ''
      ? []
      : [
          element('korrespondansepart', [
            coded('korrespondanseparttype', code, role),
            element('korrespondansepartNavn', textOf(name)),
          ]),
        ];
  return [
    ...(direction === 'OUT' ? [] : one('EA', 'Avsender', sender)),
    ...(direction === 'IN' ? [] : one('EM', 'Mottaker', receiver)),
  ];
}

const screened = (screening: Screening | undefined): string[] =>
  screening === undefined
    ? []
    : [
        element('skjerming', [
          coded('tilgangsrestriksjon', screening.code),
          element('skjermingshjemmel', screening.basis),
        ]),
      ];

const keyOf = (id: string) =>
  `<referanseEksternNoekkel>${inCatalogue('fagsystem', system)}${inCatalogue('noekkel', id)}</referanseEksternNoekkel>`;

const keyInCatalogue = (id: string) =>
  `<referanseEksternNoekkel ${catalogue}>${element('fagsystem', system)}${element('noekkel', id)}</referanseEksternNoekkel>`;

const coded = (name: string, code: string, description?: string) =>
  `<${name}>${inCatalogue('kode', code)}${description === undefined ? '' : inCatalogue('beskrivelse', description)}</${name}>`;

const inCatalogue = (name: string, text: string) => `<${name} ${catalogue}>${escaped(text)}</${name}>`;

const element = (name: string, content: string | readonly string[], type?: string): string =>
  `<${name}${type === undefined ? '' : ` xsi:type="${type}"`}>${typeof content === 'string' ? escaped(content) : content.join('')}</${name}>`;

/** Of a day alone, where an instant is asked for. */
const atMidnight = (day: string) => `${day}T00:00:00`;

const maybe = (name: string, text: string | undefined): string =>
  text === undefined ? '' : element(name, text);

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => textOf(text).replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** What no XML can hold becomes a space; whoever typed it saw none. */
const textOf = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ').trim();
