import type { Language } from '../language.js';

/** Where a field's value comes from: what is recorded of the case, the person, what the municipality says of itself, or the words that it uses. */
export type Source = 'case' | 'person' | 'municipality' | 'words' | 'rules' | 'written';

/** What a field is. `values` are the codes that it may be; `of`, what each in a list has. */
export interface Field {
  readonly type: 'text' | 'day' | 'flag' | 'code' | 'list';
  readonly from: Source;
  readonly values?: readonly string[];
  readonly of?: Fields;
}
export type Fields = Readonly<Record<string, Field>>;

const text = (from: Source): Field => ({ type: 'text', from });
const day = (from: Source): Field => ({ type: 'day', from });
const flag = (from: Source): Field => ({ type: 'flag', from });
const code = (from: Source, ...values: string[]): Field => ({ type: 'code', from, values });
const list = (from: Source, of: Fields): Field => ({ type: 'list', from, of });

const item = {
  'item.code': code('case', 'INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'),
  'item.name': text('words'),
  'item.nameCapital': text('words'),
};

/** Every field that is known of a case. What only the writer knows, a letter declares itself (`written`). */
export const catalogue: Fields = {
  'municipality.name': text('municipality'),
  'contact.address': text('municipality'),
  'contact.phone': text('municipality'),
  'contact.digital': text('municipality'),
  'countyGovernor.name': text('municipality'),
  'ombud.contact': text('municipality'),
  'escalation.role': text('municipality'),
  'signatory.name': text('municipality'),
  'signatory.title': text('municipality'),
  'letter.date': day('case'),
  'letter.assumedReceivedOn': day('rules'),
  'case.number': text('case'),
  application: flag('case'),
  'received.on': day('case'),
  'application.items': list('case', item),
  'application.itemsText': text('words'),
  'recipient.name': text('person'),
  'recipient.role': code(
    'case',
    'SUBJECT',
    'GUARDIAN',
    'PARENT',
    'REPRESENTATIVE',
    'COORDINATOR',
    'NEXT_OF_KIN',
  ),
  toOther: flag('case'),
  'person.name': text('person'),
  'person.firstName': text('person'),
  protectedAddress: flag('person'),
  'decision.date': day('case'),
  'decision.lawAsOf': day('case'),
  'decision.itemsText': text('words'),
  'decision.items': list('case', {
    ...item,
    'item.outcome': code('case', 'GRANTED', 'PARTLY', 'REFUSED'),
    'item.outcomeWord': text('words'),
    'item.reason': text('case'),
    'item.basis': text('rules'),
  }),
  amended: flag('case'),
  'amendment.reason': text('case'),
  'amendment.earlierOn': day('case'),
  statutory: flag('case'),
  anyGranted: flag('case'),
  anyRefused: flag('case'),
  planConcerned: flag('case'),
  criteriaPlan: flag('case'),
  criteriaChild: flag('case'),
  'criteria.plan': list('case', {
    'criterion.code': code('case', 'LONG_TERM', 'COORDINATED'),
    'criterion.met': flag('case'),
    'criterion.reason': text('case'),
  }),
  'criteria.child': list('case', {
    'criterion.text': text('words'),
    'criterion.met': flag('case'),
    'criterion.reason': text('case'),
  }),
  childHeard: flag('case'),
  'hearing.view': text('case'),
  'hearing.weight': text('case'),
  wish: text('case'),
  coordinatorNamed: flag('case'),
  'appointment.name': text('case'),
  'appointment.unit': text('case'),
  'appointment.validFrom': day('case'),
  recommendation: flag('case'),
  delegated: flag('case'),
  'delegation.from': text('case'),
  'delegation.reference': text('case'),
  disputeDecided: flag('case'),
  'dispute.topic': text('case'),
  'dispute.decidedOn': day('case'),
  complaintPbrl: flag('rules'),
  complaintFvl: flag('rules'),
  complaintGroup: flag('rules'),
  'complaint.itemsPbrl': text('rules'),
  'complaint.periodPbrl': text('rules'),
  'complaint.lawPbrl': text('rules'),
  'complaint.lastDay': day('rules'),
  'complaint.itemsFvl': text('rules'),
  'complaint.periodFvl': text('rules'),
  'complaint.lawFvl': text('rules'),
  'complaint.lastDayFvl': day('rules'),
  'complaint.actFvl': text('rules'),
  'missing.list': list('case', { 'missing.text': text('words') }),
  copies: flag('case'),
  'copies.list': text('words'),
};

/** The municipality's own words, in the forms that sentences need: `{coordinator.definite}`. */
export interface Words {
  readonly unit: Forms;
  readonly coordinator: Forms;
  readonly group: Forms;
  readonly meeting: Forms;
  readonly decider: Forms;
}
export type Forms = Readonly<Record<string, string>>;
export type WordsIn = (language: Language) => Words;

/** What every term of a kind has a form for. */
export const formsOf = {
  unit: ['name', 'nameCapital', 'definite'],
  coordinator: [
    'bare',
    'bareCapital',
    'indefinite',
    'definite',
    'definiteCapital',
    'yours',
    'yoursCapital',
    'plural',
  ],
  group: ['bare', 'bareCapital', 'indefinite', 'definite'],
  meeting: ['bare', 'indefinite', 'definite'],
  decider: ['by'],
} as const satisfies Readonly<Record<keyof Words, readonly string[]>>;

export const wordFields: Fields = Object.fromEntries(
  Object.entries(formsOf).flatMap(([kind, forms]) => forms.map((form) => [`${kind}.${form}`, text('words')])),
);
