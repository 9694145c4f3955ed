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
import { informationTopics, informationWays, items, letterMatters, units } from '#vocabulary';
import type { Text } from '#projections/audit-trail/text';
import { caseColumns as columns } from '#projections/case-overview/queries';

/** How a column is told of where it changed: what it is called, what stands in it, and of a list of records the text of one. */
export interface ColumnWords {
  readonly called: Pair;
  readonly field: Field;
  readonly each?: Text;
  /** A record with lists in it, as records without. */
  readonly parts?: (one: Data) => readonly Data[];
}
type Data = Readonly<Record<string, unknown>>;

const text = () => personal.text({ of: 'caseId', class: 'CASE' });
const party = () => ref('party');
export const copy = (...called: [nb: string, nn: string] | [both: string]): Pair =>
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

/** What stands in each field of a record that is a copy, as the event declares it. */
export const fieldsIn = ({ records: of }: { readonly records: Readonly<Record<string, unknown>> }) =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, column]) => {
      const { field } = column as { readonly field?: Field };
      return field ? [[name, field] as const] : [];
    }),
  );

/** The columns that hold lists of records. */
export const recordWords = {
  outside_references: records(
    ['referanser i andre systemer', 'referansar i andre system'],
    { system: codeOf(outsideSystems), systemName: text(), reference: text(), addedOn: localDate() },
    {
      nb: '{reference} i {system}[ ({systemName})], {addedOn}',
      nn: '{reference} i {system}[ ({systemName})], {addedOn}',
    },
  ),
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
  meetings: records(
    copy('kalt inn til møte', 'kalla inn til møte'),
    { convenedOn: localDate(), meetsOn: localDate(), invitedUnits: list(code(units)) },
    {
      nb: 'den {meetsOn}, kalt inn {convenedOn}[ ({invitedUnits})]',
      nn: 'den {meetsOn}, kalla inn {convenedOn}[ ({invitedUnits})]',
    },
  ),
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
  outcomes: records(copy('svaret', 'svaret'), answered, {
    nb: '{item} {outcome}[ ({reason}; hjemmel: {legalBasis})| ({reason})| (hjemmel: {legalBasis})]',
    nn: '{item} {outcome}[ ({reason}; heimel: {legalBasis})| ({reason})| (heimel: {legalBasis})]',
  }),
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
  disputes: records(['uenighet om behandlingen', 'usemje om behandlinga'], fieldsIn(columns.disputes), {
    nb: '{topic}, tatt opp {raisedOn}: {view}; {otherView}[. Avsluttet {settledOn}: {outcome} ({reason})]',
    nn: '{topic}, teken opp {raisedOn}: {view}; {otherView}[. Avslutta {settledOn}: {outcome} ({reason})]',
  }),
  disqualified: records(
    copy('inhabile'),
    { partyId: party(), reason: text(), disqualifiedOn: localDate() },
    { nb: '{partyId} fra {disqualifiedOn} ({reason})', nn: '{partyId} frå {disqualifiedOn} ({reason})' },
  ),
} as const satisfies Readonly<Record<string, ColumnWords>>;
