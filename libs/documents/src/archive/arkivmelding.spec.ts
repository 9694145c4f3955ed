import { Parser } from 'saxen';
import { filedDocumentKinds } from '../domain/codes.js';
import { type ArchivedFacts, composeArkivmelding } from './arkivmelding.js';

const ids = {
  caseId: '0f0c5a52-3b1c-5d5e-9c55-0a7f5f3a1576',
  documentId: '1f0c5a52-3b1c-5d5e-9c55-0a7f5f3a1576',
};
type Document = ArchivedFacts['document'];
const facts = (differs: Partial<Document> = {}, more: Partial<ArchivedFacts> = {}): ArchivedFacts => ({
  language: 'NB',
  case: { caseId: ids.caseId, caseNumber: '2026/14', personName: 'Testine Prøvesen' },
  document: {
    documentId: ids.documentId,
    direction: 'IN',
    kind: 'APPLICATION_FORM',
    restriction: 'OFFL_13',
    title: 'Søknad fra Testine Prøvesen',
    sender: 'Testine Prøvesen',
    receiver: undefined,
    documentDate: '2026-02-09',
    filedOn: '2026-02-10',
    sentOn: undefined,
    recordedAt: '2026-02-10T09:00:00.000Z',
    format: 'PDF',
    ...differs,
  },
  file: { name: `${ids.documentId}.pdf`, size: 1000, sha256: 'ab'.repeat(32) },
  ...more,
});

interface Node {
  readonly name: string;
  readonly namespace: string;
  readonly type: string | undefined;
  readonly children: Node[];
  text: string;
}
/** The message as a tree, each element with the namespace that holds there; fails where it is not well-formed. */
function tree(xml: string): Node {
  const root: Node = { name: '', namespace: '', type: undefined, children: [], text: '' };
  const path = [root];
  new Parser()
    .on('openTag', (name, attributes) => {
      const given = attributes();
      const above = path.at(-1)!;
      const node = {
        name,
        namespace: given['xmlns'] ?? above.namespace,
        type: given['xsi:type'],
        children: [],
        text: '',
      };
      above.children.push(node);
      path.push(node);
    })
    .on('closeTag', () => void path.pop())
    .on('text', (text, decode) => void (path.at(-1)!.text += decode(text)))
    .on('warn', (warning) => {
      throw warning;
    })
    .parse(xml);
  return root.children[0]!;
}
const at = (node: Node, path: string): Node[] =>
  path
    .split('/')
    .reduce<Node[]>(
      (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
      [node],
    );
const textAt = (xml: string, path: string) => at(tree(xml), path).map(({ text }) => text);

/**
 * What arkivmelding.opprett v1 lets stand in these elements, in this order, as its schema says: `?` may be missing, `*` stands any number of
 * times. Those that the messages never have are left out, which makes it stricter, not laxer.
 */
const message = {
  arkivmelding: 'system antallFiler mappe registrering',
  mappe: 'tittel offentligTittel? beskrivelse? dokumentmedium? skjerming? referanseEksternNoekkel?',
  registrering:
    'opprettetDato? referanseForelderMappe? skjerming? dokumentbeskrivelse* tittel offentligTittel? dokumentmedium? korrespondansepart* referanseEksternNoekkel? journalposttype journalstatus? dokumentetsDato? mottattDato? sendtDato?',
  dokumentbeskrivelse:
    'dokumentstatus? tittel opprettetDato? dokumentmedium? tilknyttetRegistreringSom dokumentnummer? skjerming? dokumentobjekt*',
  dokumentobjekt:
    'versjonsnummer? variantformat? format? mimeType? filnavn referanseDokumentfil sjekksum? sjekksumAlgoritme? filstoerrelse?',
  skjerming: 'tilgangsrestriksjon skjermingshjemmel',
  korrespondansepart: 'korrespondanseparttype korrespondansepartNavn',
} as const;
const opprett = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1';
const catalogue = 'https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1';
const code = 'kode beskrivelse?';
const key = 'fagsystem noekkel';
/** Elements of the catalogue of metadata, whose children are of its namespace. */
const ofCatalogue: Readonly<Record<string, string>> = {
  dokumentmedium: code,
  dokumentstatus: code,
  tilknyttetRegistreringSom: code,
  variantformat: code,
  format: code,
  tilgangsrestriksjon: code,
  korrespondanseparttype: code,
  journalposttype: code,
  journalstatus: code,
  referanseForelderMappe: 'referanseEksternNoekkel',
  referanseEksternNoekkel: key,
};
const date = /^\d{4}-\d\d-\d\d$/;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/;
const values: Readonly<Record<string, RegExp>> = {
  antallFiler: /^\d+$/,
  dokumentnummer: /^\d+$/,
  versjonsnummer: /^\d+$/,
  filstoerrelse: /^\d+$/,
  dokumentetsDato: date,
  opprettetDato: dateTime,
  mottattDato: dateTime,
  sendtDato: dateTime,
};
const types: Readonly<Record<string, string>> = { mappe: 'saksmappe', registrering: 'journalpost' };

/** What in a message is not as the schema has it. */
function faults(node: Node, namespace = opprett): string[] {
  const model = (message as Readonly<Record<string, string>>)[node.name] ?? ofCatalogue[node.name];
  const inside = node.name in ofCatalogue ? catalogue : namespace;
  const own = [
    ...(node.namespace === namespace ? [] : [`${node.name} is in ${node.namespace}`]),
    ...(types[node.name] === node.type ? [] : [`${node.name} is a ${node.type}`]),
  ];
  if (model === undefined) {
    const isFit = (values[node.name] ?? /./).test(node.text);
    return [...own, ...(isFit && node.children.length === 0 ? [] : [`${node.name}: ${node.text}`])];
  }
  const pattern = model
    .split(' ')
    .map((part) => part.replace(/^(\w+)([?*]?)$/, '(?:$1 )$2'))
    .join('');
  const children = node.children.map(({ name }) => `${name} `).join('');
  return [
    ...own,
    ...(new RegExp(`^${pattern}$`).test(children) ? [] : [`${node.name}: ${children}`]),
    ...node.children.flatMap((child) => faults(child, inside)),
  ];
}

describe('a message to the archive', () => {
  it.each<[what: string, facts: ArchivedFacts]>([
    ['of what came in', facts()],
    [
      'of a letter that went out',
      facts({ direction: 'OUT', sentOn: '2026-02-12', receiver: 'Testine Prøvesen' }),
    ],
    ['of what nobody is kept from', facts({ restriction: 'NONE' })],
    [
      'of a case without number or name',
      facts({}, { case: { ...ids, caseNumber: undefined, personName: undefined } }),
    ],
    ['of nobody’s', facts({ sender: undefined })],
    ['of hostile texts', facts({ title: '<a b="c">&\u0000\uD800\u0007]]>', sender: '</arkivmelding>' })],
    ['in nynorsk', facts({}, { language: 'NN' })],
  ])('%s is one that the schema allows', (_, told) => {
    expect(faults(tree(composeArkivmelding(told)))).toEqual([]);
  });

  it('has its document, file and case by the ids that they have here', () => {
    const xml = composeArkivmelding(facts());
    expect(textAt(xml, 'mappe/referanseEksternNoekkel/noekkel')).toEqual([ids.caseId]);
    expect(textAt(xml, 'registrering/referanseForelderMappe/referanseEksternNoekkel/noekkel')).toEqual([
      ids.caseId,
    ]);
    expect(textAt(xml, 'registrering/referanseEksternNoekkel/noekkel')).toEqual([ids.documentId]);
    const file = 'registrering/dokumentbeskrivelse/dokumentobjekt';
    expect(textAt(xml, `${file}/referanseDokumentfil`)).toEqual([`${ids.documentId}.pdf`]);
    expect(textAt(xml, `${file}/sjekksum`)).toEqual(['ab'.repeat(32)]);
  });

  it('keeps every text as it was written', () => {
    expect(textAt(composeArkivmelding(facts({ title: 'Før & <etter>' })), 'registrering/tittel')).toEqual([
      'Før & <etter>',
    ]);
  });

  it.each(filedDocumentKinds.codes)('names nobody in a public title (%s)', (kind) => {
    const xml = composeArkivmelding(facts({ kind, title: 'Testine Prøvesen' }));
    const titles = [...textAt(xml, 'mappe/offentligTittel'), ...textAt(xml, 'registrering/offentligTittel')];
    expect(titles).toHaveLength(2);
    expect(titles.join()).not.toMatch(/Testine|Prøvesen|2026/);
  });

  it('says by what law it is kept from others, and the case with it', () => {
    const bases = (told: ArchivedFacts) => {
      const xml = composeArkivmelding(told);
      const of = (where: string) => textAt(xml, `${where}/skjerming/skjermingshjemmel`);
      return [of('mappe'), of('registrering'), of('registrering/dokumentbeskrivelse')];
    };
    const secret = ['offl. § 13 jf. fvl. § 13'];
    expect(bases(facts())).toEqual([secret, secret, secret]);
    expect(bases(facts({ restriction: 'OFFL_14' }))).toEqual([secret, ['offl. § 14'], ['offl. § 14']]);
    expect(bases(facts({ restriction: 'NONE' }))).toEqual([secret, secret, []]);
  });

  it('has a title where none of the written one can be said in XML', () => {
    const xml = composeArkivmelding(facts({ title: '\uFFFE\uFFFF' }));
    expect(textAt(xml, 'registrering/tittel')).toEqual(textAt(xml, 'registrering/offentligTittel'));
    expect(textAt(xml, 'registrering/tittel').join()).not.toBe('');
  });

  it('names nobody in what is open to anybody', () => {
    const told = facts({ restriction: 'NONE', title: 'Brev fra Testine', sender: 'Testine Prøvesen' });
    const file = /<dokumentbeskrivelse>.*<\/dokumentbeskrivelse>/s.exec(composeArkivmelding(told))?.[0];
    expect(file).toContain('<tittel>');
    expect(file).not.toMatch(/Testine|Prøvesen/);
  });

  it('tells when it came in, and when it went out', () => {
    const days = (told: ArchivedFacts) => {
      const xml = composeArkivmelding(told);
      return [textAt(xml, 'registrering/mottattDato'), textAt(xml, 'registrering/sendtDato')];
    };
    expect(days(facts())).toEqual([['2026-02-10T00:00:00'], []]);
    expect(days(facts({ direction: 'OUT', sentOn: '2026-02-12' }))).toEqual([[], ['2026-02-12T00:00:00']]);
  });
});
