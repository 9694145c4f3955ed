/** What a letter may have to contain, each with its words for whoever looks a letter over before it is issued. */
export const elements = {
  RECEIVER: ['mottakeren', 'mottakaren'],
  PERSON: ['hvem brevet gjelder', 'kven brevet gjeld'],
  APPLIED_FOR: ['hva det er søkt om, og når', 'kva det er søkt om, og når'],
  RESULT: ['svaret på hver del', 'svaret på kvar del'],
  FACTS: ['hva svaret bygger på', 'kva svaret byggjer på'],
  CRITERIA: ['vilkårene, med begrunnelse', 'vilkåra, med grunngiving'],
  LEGAL_BASIS: ['hjemmelen, slik den lød', 'heimelen, slik han lydde'],
  COORDINATOR: [
    'koordinatoren, og hvordan hun eller han nås',
    'koordinatoren, og korleis ho eller han kan nåast',
  ],
  WHAT_PLAN_IS: ['hva en plan er, og hva den ikke er', 'kva ein plan er, og kva han ikkje er'],
  COMPLAINT_PBRL: [
    'klage etter pasient- og brukerrettighetsloven',
    'klage etter pasient- og brukarrettslova',
  ],
  COMPLAINT_FVL: ['klage etter forvaltningsloven', 'klage etter forvaltningslova'],
  COMPLAINT_GROUP: [
    'hva du kan gjøre når loven ikke gir klagerett',
    'kva du kan gjere når lova ikkje gir klagerett',
  ],
  HELP: ['hjelp til å klage', 'hjelp til å klage'],
  DOCUMENTS: ['retten til å se papirene i saken', 'retten til å sjå papira i saka'],
  DECIDED_BY: [
    'hvem som har bestemt, og etter hvilken fullmakt',
    'kven som har bestemt, og etter kva fullmakt',
  ],
  CONTACT: ['hvor man kan spørre', 'kvar ein kan spørje'],
  REASON: ['grunnen', 'grunnen'],
  EXPECTED: ['når svaret kommer', 'når svaret kjem'],
  MISSING: ['hva som mangler', 'kva som manglar'],
  COPIES: ['hvem som får kopi', 'kven som får kopi'],
} as const satisfies Readonly<Record<string, readonly [nb: string, nn: string]>>;
export type Element = keyof typeof elements;
export const isElement = (name: string): name is Element => Object.hasOwn(elements, name);
