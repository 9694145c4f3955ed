import { type CodeIn, codeList, isKnown, same } from '#event-sourcing/codes';

/** What a letter may have to contain, each with its words for whoever looks a letter over before it is issued. */
export const elements = codeList('letterElement', {
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
  HELP: same('hjelp til å klage'),
  DOCUMENTS: ['retten til å se papirene i saken', 'retten til å sjå papira i saka'],
  DECIDED_BY: [
    'hvem som har bestemt, og etter hvilken fullmakt',
    'kven som har bestemt, og etter kva fullmakt',
  ],
  CONTACT: ['hvor man kan spørre', 'kvar ein kan spørje'],
  REASON: same('grunnen'),
  EXPECTED: ['når svaret kommer', 'når svaret kjem'],
  MISSING: ['hva som mangler', 'kva som manglar'],
  COPIES: ['hvem som får kopi', 'kven som får kopi'],
});
export type Element = CodeIn<typeof elements>;
export const isElement = (name: string): name is Element => isKnown(elements, name);
