import {
  amendmentGrounds,
  channels,
  criteria,
  delayReasons,
  deliveryProofs,
  hearingModes,
  outcomes,
  outsideSystems,
  recipients,
  returnCauses,
} from '#casework';
import { type Pair, same } from '#event-sourcing/codes';
import {
  code,
  codeOf,
  type Field,
  flag,
  list,
  localDate,
  personal,
  record,
  ref,
} from '#event-sourcing/event';
import { treatments } from '#meeting';
import { informationTopics, informationWays, items, letterMatters, units } from '#vocabulary';
import type { Text } from '../audit-trail/text.js';
import { openings, statuses } from './labels.js';
import { columns } from './projection.js';

/** How a column is told of where it changed: what it is called, what stands in it, and of a list of records the text of one. */
export interface ColumnWords {
  readonly called: Pair;
  readonly field: Field;
  readonly each?: Text;
  /** A record with lists in it, as records without. */
  readonly parts?: (one: Data) => readonly Data[];
}
type Data = Readonly<Record<string, unknown>>;
type Name = keyof typeof columns;

const text = () => personal.text({ of: 'caseId', class: 'CASE' });
const party = () => ref('party');
/** What stands in a column that is a copy, as the event declares it. */
const fieldOf = (name: Name): Field => {
  const { field } = columns[name] as { readonly field?: Field };
  if (field === undefined) throw new Error(`The column ${name} is no copy: say what stands in it`);
  return field;
};
const copy = (...called: [nb: string, nn: string] | [both: string]): Pair =>
  called.length === 1 ? same(called[0]) : called;
const answered = { item: codeOf(items), outcome: codeOf(outcomes), reason: text(), legalBasis: code() };
const sent = { sentOn: localDate(), channel: codeOf(channels), recipient: codeOf(recipients) };
const arrived = {
  deliveredOn: localDate(),
  proof: codeOf(deliveryProofs),
  returnedOn: localDate(),
  returnCause: codeOf(returnCauses),
};
const became = {
  nb: '[; kom fram {deliveredOn} ({proof})][; kom i retur {returnedOn} ({returnCause})]',
  nn: '[; kom fram {deliveredOn} ({proof})][; kom i retur {returnedOn} ({returnCause})]',
};
const records = (called: Pair, fields: Parameters<typeof record>[0], each: Text): ColumnWords => ({
  called,
  field: list(record(fields)),
  each,
});

/**
 * What is said of each column where a case changed. A pair: the column is a copy, and is told as the event's own field. Null: it says nothing to
 * people that no other column says.
 */
const words: { readonly [N in Name]: Pair | ColumnWords | null } = {
  case_id: null,
  subject_id: null,
  case_number: copy('saksnummer'),
  outside_references: records(
    ['referanser i andre systemer', 'referansar i andre system'],
    { system: codeOf(outsideSystems), systemName: text(), reference: text(), addedOn: localDate() },
    {
      nb: '{reference} i {system}[ ({systemName})], {addedOn}',
      nn: '{reference} i {system}[ ({systemName})], {addedOn}',
    },
  ),
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
  unwritten: null,
  assisted_on: copy('dato for nedskriving'),
  helper_id: copy('den som hjalp til', 'den som hjelpte til'),
  said_by: copy('hvem som sa det', 'kven som sa det'),
  said_by_id: copy('hvem det var', 'kven det var'),
  said_on: copy('dato da det ble sagt', 'dato då det vart sagt'),
  application_text: copy('søknadens ordlyd', 'ordlyden i søknaden'),
  information: records(
    copy('informasjon gitt'),
    {
      givenOn: localDate(),
      recipients: list(codeOf(recipients)),
      ways: list(codeOf(informationWays)),
      topics: list(codeOf(informationTopics)),
      informerId: party(),
      note: text(),
    },
    {
      nb: '{givenOn} til {recipients}[ av {informerId}], {ways}: {topics}[ ({note})]',
      nn: '{givenOn} til {recipients}[ av {informerId}], {ways}: {topics}[ ({note})]',
    },
  ),
  preliminary_replies: records(
    copy('foreløpig svar', 'førebels svar'),
    {
      sentOn: localDate(),
      channel: codeOf(channels),
      reasonCode: codeOf(delayReasons),
      reason: text(),
      expectedOn: localDate(),
    },
    {
      nb: '{sentOn} ({channel}): {reasonCode}[, svaret ventes {expectedOn}][ ({reason})]',
      nn: '{sentOn} ({channel}): {reasonCode}[, svaret er venta {expectedOn}][ ({reason})]',
    },
  ),
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
  needed_scopes: null,
  assignment_id: null,
  assignee_id: copy('den som skal kartlegge'),
  assignee_unit: copy('enheten som skal kartlegge', 'eininga som skal kartleggje'),
  assigned_on: copy('dato for kartleggingsoppdraget'),
  due_on: copy('frist for kartleggingen', 'frist for kartlegginga'),
  performer_id: copy('den som kartla'),
  competence_basis: copy('kartleggerens kompetanse', 'kompetansen til kartleggjaren'),
  mapped_on: copy('kartlagt', 'kartlagd'),
  mapping_summary: copy('sammendrag av kartleggingen', 'samandrag av kartlegginga'),
  meetings: records(
    copy('kalt inn til møte', 'kalla inn til møte'),
    { convenedOn: localDate(), meetsOn: localDate(), invitedUnits: list(code(units)) },
    {
      nb: 'den {meetsOn}, kalt inn {convenedOn}[ ({invitedUnits})]',
      nn: 'den {meetsOn}, kalla inn {convenedOn}[ ({invitedUnits})]',
    },
  ),
  meets_on: null,
  criteria: records(
    copy('vilkår'),
    { criterion: codeOf(criteria), met: flag(), reason: text(), assessedOn: localDate() },
    {
      nb: '«{criterion}» {met:oppfylt|ikke oppfylt}, vurdert {assessedOn} ({reason})',
      nn: '«{criterion}» {met:oppfylt|ikkje oppfylt}, vurdert {assessedOn} ({reason})',
    },
  ),
  recommendation: records(copy('tilrådingen til nemnda', 'tilrådinga til nemnda'), answered, {
    nb: '{item} {outcome}[ ({reason})]',
    nn: '{item} {outcome}[ ({reason})]',
  }),
  recommended_on: copy('dato for tilrådingen', 'dato for tilrådinga'),
  board_outcome: { called: ['det nemnda kom til', 'det nemnda kom til'], field: codeOf(treatments) },
  board_meeting_id: null,
  board_concluded_on: copy('dato for møtet i nemnda'),
  readings: records(
    copy('lest av en annen', 'lese av ein annan'),
    { requestedOn: localDate(), readerId: party(), agrees: flag(), reason: text(), readOn: localDate() },
    {
      nb: 'bedt om {requestedOn}[, lest {readOn} av {readerId}, {agrees:enig|ikke enig}][ ({reason})]',
      nn: 'bede om {requestedOn}[, lese {readOn} av {readerId}, {agrees:samd|ikkje samd}][ ({reason})]',
    },
  ),
  hearings: records(
    copy('barnet hørt', 'barnet høyrt'),
    {
      heardOn: localDate(),
      mode: codeOf(hearingModes),
      heardById: party(),
      childView: text(),
      weight: text(),
    },
    {
      nb: '{heardOn} ({mode})[ av {heardById}][: {childView}][; hva det har hatt å si: {weight}]',
      nn: '{heardOn} ({mode})[ av {heardById}][: {childView}][; kva det har hatt å seie: {weight}]',
    },
  ),
  heard_on: null,
  outcomes: records(copy('svaret', 'svaret'), answered, {
    nb: '{item} {outcome}[ ({reason}; hjemmel: {legalBasis})| ({reason})| (hjemmel: {legalBasis})]',
    nn: '{item} {outcome}[ ({reason}; heimel: {legalBasis})| ({reason})| (heimel: {legalBasis})]',
  }),
  decision_id: null,
  decided_on: copy('dato for avgjørelsen', 'dato for avgjerda'),
  decided_by: copy('avgjort av', 'avgjord av'),
  decision_meeting_id: null,
  legal_basis: copy('hjemmel', 'heimel'),
  amendments: records(
    copy('omgjøring', 'omgjering'),
    {
      decidedOn: localDate(),
      groundCode: codeOf(amendmentGrounds),
      reason: text(),
      items: list(codeOf(items)),
    },
    {
      nb: '{decidedOn}, {items}: {groundCode} ({reason})',
      nn: '{decidedOn}, {items}: {groundCode} ({reason})',
    },
  ),
  amended_on: null,
  granted_on: {
    called: ['noe er innvilget siden', 'noko er innvilga sidan'],
    field: localDate(),
  },
  dispatches: {
    ...records(
      copy('skriftlig svar', 'skriftleg svar'),
      { ...sent, ...arrived, partyId: party() },
      {
        nb: `sendt {sentOn} til {recipient}[ ({partyId})] ({channel})${became.nb}`,
        nn: `sendt {sentOn} til {recipient}[ ({partyId})] ({channel})${became.nn}`,
      },
    ),
    parts: (one) => (one['to'] as readonly Data[]).map((each) => ({ ...one, ...each, to: null })),
  },
  letters: {
    ...records(
      copy('brev'),
      {
        matter: codeOf(letterMatters),
        ...sent,
        ...arrived,
        recipientId: party(),
        issuedOn: localDate(),
      },
      {
        nb: `{matter} til {recipient}[ ({recipientId})], utstedt {issuedOn}[, sendt {sentOn} ({channel})]${became.nb}`,
        nn: `{matter} til {recipient}[ ({recipientId})], skrive ut {issuedOn}[, sendt {sentOn} ({channel})]${became.nn}`,
      },
    ),
    parts: (one) => [{ ...one, ...(one['dispatches'] as readonly Data[]).at(-1), dispatches: null }],
  },
  decision_notified_on: {
    called: ['svaret sendt første gang', 'svaret sendt første gong'],
    field: localDate(),
  },
  answer_delivered_on: { called: ['svaret kom fram', 'svaret kom fram'], field: localDate() },
  withdrawn_on: copy('søknad trukket', 'søknad trekt'),
  withdrawn_by: copy('trukket av', 'trekt av'),
  withdrawn_by_id: copy('hvem som trakk', 'kven som trekte'),
  withdrawal_reason: copy('grunn til at søknaden ble trukket', 'grunn til at søknaden vart trekt'),
  disputes: records(
    ['uenighet om behandlingen', 'usemje om behandlinga'],
    Object.fromEntries(
      Object.entries(columns.disputes.records).flatMap(([name, { field }]) => (field ? [[name, field]] : [])),
    ),
    {
      nb: '{topic}, tatt opp {raisedOn}: {view}; {otherView}[. Avsluttet {settledOn}: {outcome} ({reason})]',
      nn: '{topic}, teken opp {raisedOn}: {view}; {otherView}[. Avslutta {settledOn}: {outcome} ({reason})]',
    },
  ),
  caseworker_id: copy('saksbehandler', 'saksbehandlar'),
  caseworker_since: copy('saksbehandler fra', 'saksbehandlar frå'),
  caseworker_stands_in: copy('saksbehandler som stedfortreder', 'saksbehandlar som stadfortredar'),
  disqualified: records(
    copy('inhabile'),
    { partyId: party(), reason: text(), disqualifiedOn: localDate() },
    { nb: '{partyId} fra {disqualifiedOn} ({reason})', nn: '{partyId} frå {disqualifiedOn} ({reason})' },
  ),
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

/** The columns that are told of, in the order of the case. */
export const columnWords: ReadonlyMap<string, ColumnWords> = new Map(
  Object.entries(words).flatMap(([name, of]): (readonly [string, ColumnWords])[] => {
    if (of === null) return [];
    return [[name, 'called' in of ? of : { called: of, field: fieldOf(name as Name) }]];
  }),
);
