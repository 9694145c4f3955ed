import type { Pair } from '#event-sourcing/codes';
import type { Field, Fields, Referent } from '#event-sourcing/event';
import { toldCategories as categories } from './categories.js';

/** What nobody holds: it has no name, and so only is another one than before. */
const unnamed: Readonly<Partial<Record<Referent, Pair>>> = {
  assignment: ['et annet oppdrag', 'eit anna oppdrag'],
  meeting: ['et annet møte', 'eit anna møte'],
  case: ['en annen sak', 'ei anna sak'],
  decision: ['en annen avgjørelse', 'ei anna avgjerd'],
  complaint: ['en annen klage', 'ei anna klage'],
  groundsRequest: ['en annen forespørsel', 'ein annan førespurnad'],
  furtherRequest: ['en annen forespørsel', 'ein annan førespurnad'],
  reading: ['en annen gjennomlesing', 'ei anna gjennomlesing'],
  dispatch: ['et annet svar', 'eit anna svar'],
  consent: ['et annet samtykke', 'eit anna samtykke'],
  dispute: ['en annen uenighet', 'ei anna usemje'],
  handover: ['en annen overlevering', 'ei anna overlevering'],
  review: ['en annen gjennomgang', 'ein annan gjennomgang'],
  choice: ['et annet svar', 'eit anna svar'],
  wish: ['et annet ønske', 'eit anna ønske'],
  plan: ['en annen plan', 'ein annan plan'],
  planEntry: ['et annet punkt', 'eit anna punkt'],
  goal: ['et annet mål', 'eit anna mål'],
  milestone: ['en annen milepæl', 'ein annan milepæl'],
  measure: ['et annet tiltak', 'eit anna tiltak'],
  clearance: ['en annen avklaring', 'ei anna avklaring'],
  participant: ['en annen deltaker', 'ein annan deltakar'],
  contribution: ['et annet bidrag', 'eit anna bidrag'],
  subPlan: ['en annen delplan', 'ein annan delplan'],
  planAccess: ['en annen tilgang', 'ein annan tilgang'],
  planReview: ['en annen gjennomgang', 'ein annan gjennomgang'],
  crisisPlanRecipient: ['en annen mottaker', 'ein annan mottakar'],
  crisisPlanCopy: ['et annet eksemplar', 'eit anna eksemplar'],
  emergencyReading: ['en annen lesing', 'ei anna lesing'],
  report: ['en annen melding', 'ei anna melding'],
  confirmation: ['en annen bekreftelse', 'ei anna stadfesting'],
  closureReport: ['en annen melding', 'ei anna melding'],
  departureReport: ['en annen melding', 'ei anna melding'],
  enquiry: ['en annen henvendelse', 'ein annan førespurnad'],
  contactCard: ['et annet kontaktkort', 'eit anna kontaktkort'],
  delegation: ['en annen delegasjon', 'ei anna delegering'],
  service: ['en annen tjeneste', 'ei anna teneste'],
  partner: ['en annen samarbeidspart', 'ein annan samarbeidspart'],
  contact: ['en annen kontakt', 'ein annan kontakt'],
  training: ['en annen opplæring', 'ei anna opplæring'],
  controlledDocument: ['et annet dokument', 'eit anna dokument'],
  matter: ['en annen oppgave', 'ei anna oppgåve'],
  material: ['et annet materiell', 'eit anna materiell'],
  document: ['et annet dokument', 'eit anna dokument'],
  record: ['noe annet', 'noko anna'],
  subject: ['en annen person', 'ein annan person'],
  import: ['en annen import', 'ein annan import'],
  subscription: ['et annet abonnement', 'eit anna abonnement'],
  eventStream: ['en annen strøm', 'ein annan straum'],
  leadershipReport: ['en annen rapport', 'ein annan rapport'],
  action: ['et annet tiltak', 'eit anna tiltak'],
  engagement: ['en annen plass i en enhet', 'ein annan plass i ei eining'],
};

type Data = Readonly<Record<string, unknown>>;

/** What an event begins that is told by the name of the party named first in it: an appointment by its coordinator, a membership by its member. */
const begins = new Map(
  categories.flatMap(({ declared }) =>
    Object.entries(declared).flatMap(([type, { fields }]) => {
      const named = Object.entries(fields);
      const [made] = named.filter(([, { makes }]) => makes !== undefined && unnamed[makes] === undefined);
      const [holder] = named.filter(([, { refersTo }]) => refersTo === 'party');
      return made && holder ? [[type, { what: made[1].makes, id: made[0], holder: holder[0] }] as const] : [];
    }),
  ),
);
const held = new Set([...begins.values()].map(({ what }) => what));

const referentOf = ({ refersTo, idOf }: Field) => refersTo ?? idOf;

/** How an id is told: by the name of who is meant, or as another one; undefined where its declaration does not say what it is of. */
export function wordsForId(field: Field): 'name' | Pair | undefined {
  const referent = referentOf(field);
  if (referent === undefined) return undefined;
  return referent === 'party' || held.has(referent) ? 'name' : unnamed[referent];
}

/** The party that holds what this event begins, by the id of that; nothing for what begins nothing of the kind. */
export function holdersIn(type: string, data: Data): (readonly [id: string, partyId: string])[] {
  const begun = begins.get(type);
  if (begun === undefined) return [];
  const [id, partyId] = [data[begun.id], data[begun.holder]];
  return typeof id === 'string' && typeof partyId === 'string' ? [[id, partyId]] : [];
}

/** The fields of anything that a trail holds, corrections and annulments too. */
export const fieldsOf = (type: string): Fields =>
  categories.find(({ all }) => Object.hasOwn(all, type))?.all[type]?.fields ?? {};

/** Every id in an event, a correction's changed fields included, that is told by a name. */
export const namedIdsIn = (type: string, data: Data): string[] => [...idsIn(fieldsOf(type), data)];

function* idsIn(fields: Fields, data: Data): Generator<string> {
  for (const [name, field] of Object.entries(fields)) yield* idsInField(field, data[name]);
}

function* idsInField(field: Field, value: unknown): Generator<string> {
  if (Array.isArray(value) && field.element) {
    for (const one of value) yield* idsInField(field.element, one);
  } else if (field.fields && typeof value === 'object' && value !== null) {
    yield* idsIn(field.fields, value as Data);
  } else if (typeof value === 'string' && wordsForId(field) === 'name') {
    yield value;
  }
}
