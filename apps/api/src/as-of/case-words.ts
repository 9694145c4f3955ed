import { type Pair } from '#event-sourcing/codes';
import { codeOf, type Field, flag, localDate } from '#event-sourcing/event';
import { treatments } from '#meeting';
import { openings, statuses } from '#projections/case-overview/labels';
import { caseColumns as columns } from '#projections/case-overview/queries';
import { coordinationWords } from './coordination-words.js';
import { filedWords } from './filed-words.js';
import { type ColumnWords, copy, recordWords } from './record-words.js';

type Name = keyof typeof columns;

/** What stands in a column that is a copy, as the event declares it. */
const fieldOf = (name: Name): Field => {
  const { field } = columns[name] as { readonly field?: Field };
  if (field === undefined) throw new Error(`The column ${name} is no copy: say what stands in it`);
  return field;
};

/**
 * What is said of each column where a case changed. A pair: the column is a copy, and is told as the event's own field. Null: it says nothing to
 * people that no other column says.
 */
const words: { readonly [N in Name]: Pair | ColumnWords | null } = {
  case_id: null,
  subject_id: null,
  case_number: copy('saksnummer'),
  outside_references: recordWords.outside_references,
  status: { called: ['hvor langt saken er kommet', 'kor langt saka er komen'], field: codeOf(statuses) },
  opening: { called: ['det saken begynte med', 'det saka byrja med'], field: codeOf(openings) },
  opened_on: { called: ['dato da saken begynte', 'dato då saka byrja'], field: localDate() },
  notified_on: copy('dato for meldt behov', 'dato for meldt behov'),
  notifier_role: copy('melder', 'meldar'),
  notifier_unit: copy('melders enhet', 'eininga til meldaren'),
  notifier_id: copy('hvem som meldte', 'kven som melde'),
  informed_on: copy('dato for informasjon til personen'),
  subject_wishes: copy('personens ønske', 'ønsket til personen'),
  need_answered_on: copy('dato for svaret på meldt behov', 'dato for svaret på meldt behov'),
  need_answered_by: copy('svar på meldt behov fra', 'svar på meldt behov frå'),
  need_answer: copy('svaret på meldt behov'),
  need: copy('behov'),
  message_reference: copy('meldingens referanse', 'referansen til meldinga'),
  received_on: copy('søknad mottatt', 'søknad motteken'),
  channel: copy('kanal'),
  written: copy('skriftlig', 'skriftleg'),
  signed: copy('underskrevet', 'underskriven'),
  assisted_on: copy('dato for nedskriving'),
  helper_id: copy('den som hjalp til', 'den som hjelpte til'),
  said_by: copy('hvem som sa det', 'kven som sa det'),
  said_by_id: copy('hvem det var', 'kven det var'),
  said_on: copy('dato da det ble sagt', 'dato då det vart sagt'),
  application_text: copy('søknadens ordlyd', 'ordlyden i søknaden'),
  information: recordWords.information,
  preliminary_replies: recordWords.preliminary_replies,
  consent_scopes: copy('samtykke på skjemaet'),
  consent_given_by: copy('hvem som samtykket', 'kven som samtykte'),
  consent_given_by_id: copy('navngitt samtykker', 'namngitt samtykkar'),
  consent_given_on: copy('dato for samtykket'),
  applicant_role: copy('søker', 'søkjar'),
  applicant_id: copy('hvem som søker', 'kven som søkjer'),
  applicant_unit: copy('søkerens enhet', 'eininga til søkjaren'),
  application_completed_on: copy('søknad komplettert'),
  wish: copy('ønske i søknaden'),
  items: copy('hva det søkes om', 'kva det blir søkt om'),
  assignment_id: null,
  assignee_id: copy('den som skal kartlegge'),
  assignee_unit: copy('enheten som skal kartlegge', 'eininga som skal kartleggje'),
  assigned_on: copy('dato for kartleggingsoppdraget'),
  due_on: copy('frist for kartleggingen', 'frist for kartlegginga'),
  performer_id: copy('den som kartla'),
  competence_basis: copy('kartleggerens kompetanse', 'kompetansen til kartleggjaren'),
  mapped_on: copy('kartlagt', 'kartlagd'),
  mapping_summary: copy('sammendrag av kartleggingen', 'samandrag av kartlegginga'),
  meetings: recordWords.meetings,
  meets_on: null,
  criteria: recordWords.criteria,
  recommendation: recordWords.recommendation,
  recommended_on: copy('dato for tilrådingen', 'dato for tilrådinga'),
  board_outcome: { called: ['det nemnda kom til', 'det nemnda kom til'], field: codeOf(treatments) },
  board_meeting_id: null,
  board_concluded_on: copy('dato for møtet i nemnda'),
  readings: recordWords.readings,
  hearings: recordWords.hearings,
  heard_on: null,
  outcomes: recordWords.outcomes,
  decision_id: null,
  decided_on: copy('dato for avgjørelsen', 'dato for avgjerda'),
  decided_by: copy('avgjort av', 'avgjord av'),
  decision_meeting_id: null,
  legal_basis: copy('hjemmel', 'heimel'),
  amendments: recordWords.amendments,
  amended_on: null,
  granted_on: {
    called: ['noe er innvilget siden', 'noko er innvilga sidan'],
    field: localDate(),
  },
  dispatches: recordWords.dispatches,
  letters: recordWords.letters,
  decision_notified_on: {
    called: ['svaret sendt første gang', 'svaret sendt første gong'],
    field: localDate(),
  },
  answer_delivered_on: { called: ['svaret kom fram', 'svaret kom fram'], field: localDate() },
  withdrawn_on: copy('søknad trukket', 'søknad trekt'),
  withdrawn_by: copy('trukket av', 'trekt av'),
  withdrawn_by_id: copy('hvem som trakk', 'kven som trekte'),
  withdrawal_reason: copy('grunn til at søknaden ble trukket', 'grunn til at søknaden vart trekt'),
  disputes: recordWords.disputes,
  caseworker_id: copy('saksbehandler', 'saksbehandlar'),
  caseworker_since: copy('saksbehandler fra', 'saksbehandlar frå'),
  caseworker_stands_in: copy('saksbehandler som stedfortreder', 'saksbehandlar som stadfortredar'),
  disqualified: recordWords.disqualified,
  closed_on: copy('sak avsluttet', 'sak avslutta'),
  closure_reason_code: copy('grunn til avslutning'),
  closure_reason: copy('begrunnelse for avslutning', 'grunngiving for avslutninga'),
  reopened_on: copy('sak gjenåpnet', 'sak opna att'),
  reopening_reason: copy('begrunnelse for gjenåpning', 'grunngiving for opning att'),
  set_aside_on: copy('opphevet avgjørelse kom tilbake', 'oppheva avgjerd kom tilbake'),
  set_aside_items: copy('det som ble opphevet', 'det som vart oppheva'),
  set_aside_by: null,
  is_set_aside: { called: ['skal avgjøres på nytt', 'skal avgjerast på nytt'], field: flag() },
  grant_ended_on: { called: ['innvilgelsen tok slutt', 'innvilginga tok slutt'], field: localDate() },
  grant_used_up_on: {
    called: ['innvilgelsen er brukt opp fra', 'innvilginga er brukt opp frå'],
    field: localDate(),
  },
};

/** The columns that are told of, in the order of the case; then the person’s coordination, documents and complaints. */
export const columnWords: ReadonlyMap<string, ColumnWords> = new Map([
  ...Object.entries(words).flatMap(([name, of]): (readonly [string, ColumnWords])[] => {
    if (of === null) return [];
    return [[name, 'called' in of ? of : { called: of, field: fieldOf(name as Name) }]];
  }),
  ...Object.entries<ColumnWords>(coordinationWords),
  ...Object.entries<ColumnWords>(filedWords),
]);
