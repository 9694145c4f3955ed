import { CloudEvent, HTTP, ValidationError } from 'cloudevents';
import { Parser } from '@asyncapi/parser';
import type { Recorded } from '#event-sourcing/event';
import { asyncApi } from './asyncapi.js';
import { grantedTypes, publicTypes, toldCategories, versionsOf, withheldCategories } from './catalogue.js';
import type { Decided } from './decision.js';
import { assertFits, described } from './schemas.js';
import { Telling } from './telling.js';
import type { View } from './view.js';
import { caseEvents } from '#casework';
import { leavesOf } from '#event-sourcing/declaration-check';

const caseId = '22222222-2222-5222-8222-222222222222';
const view = (more: Partial<View> = {}): View => ({
  types: new Set(grantedTypes.map(({ type }) => type)),
  plans: true,
  begins: { kind: 'ORIGIN' },
  version: 1,
  ...more,
});
const sealed = {
  v: 1,
  keyId: 'k',
  nonce: 'n',
  ciphertext: 'c',
  commitment: 'm',
  stream: 's',
  eventId: 'e',
  field: 'f',
};
const decided = {
  decisionId: 'd-1',
  items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', reason: sealed }],
  decidedBy: 'KE',
  decidedOn: '2026-02-01',
};
/** Entries of one case, in order. */
const history = (...entries: readonly (readonly [type: string, data: object])[]): Recorded[] =>
  entries.map(([type, data], index) => ({
    type,
    data: { caseId, subjectId: 'person-1', ...data },
    id: `e${index}`,
    stream: `case-1576.${caseId}`,
    revision: BigInt(index),
    position: BigInt(index),
    metadata: {
      $correlationId: 'c',
      $causationId: 'c',
      municipality: '1576',
      actor: { partyId: 'p', role: 'CASEWORKER', unit: 'KE' },
      occurredOn: '2026-02-02',
      recordedAt: '2026-03-02T09:00:00.000Z',
      schemaVersion: 1,
    },
  }));
const told = (stream: readonly Recorded[], seenBy = view()) => {
  const telling = new Telling(seenBy);
  return stream.flatMap(() => telling.next(stream).map(({ event }) => event));
};
const correct = (of: string, changed: object) =>
  ['DecisionMadeCorrected', { corrects: of, changed, reason: sealed }] as const;
const annul = (of: string) =>
  ['RecordedInErrorMarked', { corrects: of, reasonCode: 'WRONG_CASE', reason: sealed }] as const;

describe('a recorded event, outside', () => {
  it('is a CloudEvent of codes, days and opaque ids', () => {
    const [event] = told(history(['DecisionMade', decided]));
    expect(event).toEqual({
      specversion: '1.0',
      id: 'e0.1',
      source: 'urn:samspor:1576',
      type: 'no.samspor.case.decision-made.v1',
      subject: caseId,
      time: '2026-03-02T09:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: '00000001',
      grantversion: 1,
      data: {
        personId: 'person-1',
        actingUnit: 'KE',
        occurredOn: '2026-02-01',
        decisionId: 'd-1',
        decidedBy: 'KE',
        items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' }],
      },
    });
  });

  it('does not tell of a plan where the grant may not know who has one', () => {
    const [event] = told(history(['DecisionMade', decided]), view({ plans: false }));
    expect(event?.data).not.toHaveProperty('items');
  });

  it('is a valid CloudEvent in the eyes of the SDK', () => {
    for (const event of told(history(['DecisionMade', decided], ['CaseClosed', {}], annul('e1')))) {
      const read = new CloudEvent({ ...event });
      expect(() => read.validate()).not.toThrow(ValidationError);
      const structured = HTTP.structured(read);
      expect(JSON.parse(String(structured.body))).toEqual(JSON.parse(JSON.stringify(event)));
    }
  });

  it('is not sent where it does not fit its schema', () => {
    const [event] = told(history(['DecisionMade', decided]));
    expect(() => assertFits({ ...event!, data: { ...event!.data, reason: 'Because' } })).toThrow(
      'does not fit',
    );
  });
});

describe('what becomes of an event', () => {
  it('is told with what the consumer must do', () => {
    const stream = history(
      ['DecisionMade', decided],
      correct('e0', { decidedOn: '2026-02-03' }),
      annul('e0'),
      annul('e2'),
      annul('e1'),
    );
    const decisionData = (occurredOn: string) => expect.objectContaining({ occurredOn, decisionId: 'd-1' });
    const about = {
      personId: 'person-1',
      actingUnit: 'KE',
      eventId: 'e0.1',
      eventType: 'no.samspor.case.decision-made.v1',
    };
    expect(
      told(stream)
        .slice(1)
        .map(({ type, data }) => [type, data]),
    ).toEqual([
      [
        'no.samspor.case.corrected.v1',
        { ...about, consumerMust: 'REPLACE_EVENT', eventData: decisionData('2026-02-03') },
      ],
      ['no.samspor.case.recorded-in-error.v1', { ...about, consumerMust: 'DISREGARD_EVENT' }],
      [
        'no.samspor.case.reinstated.v1',
        { ...about, consumerMust: 'RESTORE_EVENT', eventData: decisionData('2026-02-03') },
      ],
      [
        'no.samspor.case.corrected.v1',
        { ...about, consumerMust: 'REPLACE_EVENT', eventData: decisionData('2026-02-01') },
      ],
    ]);
  });

  it('is not told where the grant sees no difference', () => {
    const items = [{ item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: sealed }];
    const stream = history(['DecisionMade', decided], correct('e0', { items }), ['CaseClosed', {}]);
    expect(told(stream).map(({ sequence }) => sequence)).toEqual(['00000001', '00000002', '00000003']);
    expect(told(stream, view({ plans: false })).map(({ id, previousid }) => [id, previousid])).toEqual([
      ['e0.1', undefined],
      ['e2.1', 'e0.1'],
    ]);
  });

  it('is not told of an event that lies before what the grant sees', () => {
    const stream = history(['DecisionMade', decided], ['CaseClosed', {}], annul('e0'));
    const seen = told(stream, view({ begins: { kind: 'AFTER', position: 0n } }));
    expect(seen.map(({ id, sequence }) => [id, sequence])).toEqual([['e1.1', '00000001']]);
  });
});

describe('the declarations', () => {
  it('decide on every category of the log once', () => {
    const both = toldCategories.filter((category) => Object.hasOwn(withheldCategories, category));
    expect(both).toEqual([]);
  });

  it('show no field that is personal, and none but codes, ids, days, numbers and flags', () => {
    const kinds = ['code', 'id', 'date', 'instant', 'number', 'boolean'];
    const odd = publicTypes.flatMap(({ type, withPlan }) =>
      [...leavesOf(withPlan)].flatMap(([path, { kind, personal }]) =>
        personal === undefined && kinds.includes(kind) ? [] : [`${type} ${path}`],
      ),
    );
    expect(odd).toEqual([]);
  });

  it.each([
    ['a sealed text', 'DecisionAmended', 'reason'],
    ['a sealed text in a list', 'DecisionMade', 'items.reason'],
    ['a whole record', 'DecisionMade', 'items'],
    ['a number of a series', 'NeedNotified', 'caseNumber'],
    ['a field that is not there', 'NeedNotified', 'nothing'],
  ] as const)('refuse %s when the program starts', (_, recorded, path) => {
    const wrong: Decided = { name: 'x', says: ['', '', ''], fields: [path] };
    expect(() => versionsOf('case', { events: caseEvents, recorded }, wrong)).toThrow('told outside');
  });

  it('let a second version stand beside the first', () => {
    const both = versionsOf(
      'case',
      { events: caseEvents, recorded: 'DecisionMade' },
      {
        name: 'decision-made',
        says: ['', '', ''],
        fields: ['decisionId'],
        next: [{ fields: ['decisionId', 'decidedBy'] }],
      },
    );
    expect(both.map(({ type, code, fields }) => [type, code, Object.keys(fields)])).toEqual([
      ['no.samspor.case.decision-made.v1', 'CASE_DECISION_MADE_V1', ['decisionId']],
      ['no.samspor.case.decision-made.v2', 'CASE_DECISION_MADE_V2', ['decisionId', 'decidedBy']],
    ]);
  });

  it('make an AsyncAPI description that the parser takes without a fault', async () => {
    const document = asyncApi('https://samspor.example');
    const diagnostics = await new Parser().validate(JSON.stringify(document));
    expect(
      diagnostics.filter(({ severity }) => severity === 0).map(({ message, path }) => [message, path]),
    ).toEqual([]);
    const { messages } = (
      document as unknown as { components: { messages: Record<string, { name: string }> } }
    ).components;
    expect(Object.values(messages).map(({ name }) => name)).toEqual(described.map(({ type }) => type));
  });
});
