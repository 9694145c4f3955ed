import { type Draft, codecOf } from './codec.js';
import {
  codeOf,
  type EventDeclaration,
  events,
  id,
  instant,
  integer,
  list,
  localDate,
  optional,
  personal,
  record,
  v1,
  version,
} from './event.js';
import { LogFault, type StoredEvent } from './event-store.js';
import { InvalidFact } from './fact-check.js';
import { plainSealing, plainText } from './testing/plain-sealing.js';
import { codesNamed } from './testing/code-list.js';

const of = { of: 'ownerId', class: 'CASE' } as const;
const about = { ownerId: id(), orderId: id() };
const orders = events(
  { category: 'workOrder', owner: 'ownerId', class: 'CASE' },
  {
    OrderOpened: v1(
      {
        ...about,
        title: personal.text({ ...of, max: 20 }),
        born: optional(personal.date(of)),
        openedOn: localDate(),
        at: optional(instant()),
        parts: list(record({ kind: codeOf(codesNamed('BIG', 'SMALL')), note: optional(personal.text(of)) })),
        size: optional(integer()),
      },
      { occurs: 'openedOn' },
    ),
    OrderClosed: version(
      3,
      { ...about, outcome: codeOf(codesNamed('DONE', 'DROPPED')), closedOn: localDate() },
      {
        upcasts: {
          1: ({ state, ...rest }) => ({ ...rest, outcome: state }),
          2: (data) => ({ closedOn: '2020-01-01', ...data }),
        },
        correctionUpcasts: {
          1: ({ state, ...rest }) => ({ ...rest, ...(state !== undefined && { outcome: state }) }),
          2: (changed) => ({ ...changed }),
        },
      },
    ),
  },
);
const codec = codecOf([orders]);
const stream = 'workOrder-1576.o1';
const metadata: Draft['metadata'] = {
  $correlationId: 'k',
  $causationId: 'c',
  municipality: '1576',
  actor: { partyId: 'p', role: 'CASEWORKER' },
  occurredOn: '2026-01-01',
  recordedAt: '2026-01-01T10:00:00.000Z',
};
const opened = { ownerId: 's1', orderId: 'o1', title: 'Testine', openedOn: '2024-02-29', parts: [] };
const draft = (data: Record<string, unknown>, type = 'OrderOpened'): Draft => ({
  id: 'e1',
  type,
  data,
  metadata,
});
const encode = (data: Record<string, unknown>, type?: string) =>
  codec.encode(stream, [draft(data, type)], plainSealing);
const stored = (type: string, data: StoredEvent['data'], schemaVersion: unknown): StoredEvent => ({
  id: 'e1',
  type,
  stream,
  revision: 4n,
  position: 40n,
  data,
  metadata: { ...metadata, schemaVersion } as unknown as StoredEvent['metadata'],
});
const closed = { ownerId: 's1', orderId: 'o1', outcome: 'DONE', closedOn: '2026-01-02' };

describe('encoding', () => {
  it('seals personal fields by path, also inside lists, and leaves the rest readable', async () => {
    const [event] = await encode({
      ...opened,
      born: '2011-05-05',
      parts: [{ kind: 'BIG' }, { kind: 'SMALL', note: 'Liker ikke å vente' }],
    });
    const read = codec.decode({ ...stored('OrderOpened', {}, 1), ...event });
    const { title, born, parts } = read.data as {
      title: { field: string; ciphertext: string };
      born: { field: string };
      parts: { note: { field: string; stream: string; eventId: string; ciphertext: string } }[];
    };
    expect([title.field, born.field, parts[1]?.note.field]).toEqual(['title', 'born', 'parts.1.note']);
    expect(parts[1]?.note).toMatchObject({ stream, eventId: 'e1' });
    expect(plainText(parts[1]?.note ?? { ciphertext: '' })).toBe('Liker ikke å vente');
    expect(event?.data).toMatchObject({
      openedOn: '2024-02-29',
      parts: [{ kind: 'BIG' }, { kind: 'SMALL' }],
    });
    expect(JSON.stringify(event)).not.toContain('Testine');
    expect(event?.metadata['schemaVersion']).toBe(1);
  });

  it('asks for all keys in one call, under the owner that the event names', async () => {
    const asked: unknown[] = [];
    const sealing: typeof plainSealing = {
      ...plainSealing,
      seal(fields) {
        asked.push(
          fields.map(({ tenant, owner, class: recordClass, field }) => [tenant, owner, recordClass, field]),
        );
        return plainSealing.seal(fields);
      },
    };
    await codec.encode(
      stream,
      [draft(opened), { ...draft({ ...opened, ownerId: 's2' }), id: 'e2' }],
      sealing,
    );
    expect(asked).toEqual([
      [
        ['1576', 's1', 'CASE', 'title'],
        ['1576', 's2', 'CASE', 'title'],
      ],
    ]);
  });

  it('seals what a correction changes', async () => {
    const data = { corrects: 'e0', ownerId: 's1', changed: { title: 'Testulf' }, reason: 'Feil navn' };
    const [event] = await encode(data, 'OrderOpenedCorrected');
    const read = codec.decode({ ...stored('OrderOpenedCorrected', {}, 1), ...event });
    expect(read.data).toMatchObject({
      changed: { title: { field: 'changed.title' } },
      reason: { field: 'reason' },
    });
  });

  it('leaves out fields that are undefined', async () => {
    const [event] = await encode({
      ...opened,
      size: undefined,
      parts: [{ kind: 'BIG', note: undefined }],
    });
    expect(Object.keys(event?.data ?? {})).not.toContain('size');
    expect(event?.data['parts']).toStrictEqual([{ kind: 'BIG' }]);
  });

  it.each([
    [
      'a day that no calendar has',
      { ...opened, openedOn: '2025-02-30' },
      'openedOn is no day of the calendar',
    ],
    ['a personal date that no calendar has', { ...opened, born: '2023-02-29' }, 'born is no day'],
    ['an instant that never is', { ...opened, at: '2025-13-01T10:00:00.000Z' }, 'at is no instant'],
    ['an undeclared code', { ...opened, parts: [{ kind: 'HUGE' }] }, 'parts.0.kind is none of'],
    ['an undeclared field', { ...opened, extra: 'Hemmelig' }, 'the data holds a field that is not declared'],
    ['a missing field', { ...opened, openedOn: undefined }, 'the data lacks openedOn'],
    ['a fraction', { ...opened, size: 1.5 }, 'size does not have the declared type'],
    ['a text that is too long', { ...opened, title: 'Hemmelig'.repeat(9) }, 'title is too long'],
    [
      'a text that is too long in code units alone',
      { ...opened, title: '👨‍👩‍👧‍👦'.repeat(3) },
      'title is too long',
    ],
    ['an empty text', { ...opened, title: '' }, 'title is empty'],
    ['half a surrogate pair', { ...opened, title: 'Hemmelig\ud83d' }, 'title holds half'],
    [
      'half a surrogate pair in a list',
      { ...opened, parts: [{ kind: 'BIG', note: 'Hemmelig\ud83d' }] },
      'parts.0.note holds half',
    ],
  ])('refuses %s, naming the path and never the value', async (_, data, expected) => {
    const refusal = await encode(data).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidFact);
    expect(String(refusal)).toContain(expected);
    expect(String(refusal)).not.toMatch(/Hemmelig|HUGE|extra|2025-02-30|👨/);
  });

  it('refuses a type of another category and a stream of none', async () => {
    await expect(encode(opened, 'OrderLost')).rejects.toThrow('OrderLost cannot be recorded');
    await expect(codec.encode('other-1576.x', [draft(opened)], plainSealing)).rejects.toThrow(LogFault);
  });
});

describe('decoding', () => {
  it('lifts old versions step by step', () => {
    const old = { ownerId: 's1', orderId: 'o1', state: 'DROPPED' };
    expect(codec.decode(stored('OrderClosed', old, 1)).data).toEqual({
      ownerId: 's1',
      orderId: 'o1',
      outcome: 'DROPPED',
      closedOn: '2020-01-01',
    });
    expect(codec.decode(stored('OrderClosed', closed, 3)).data).toBe(closed);
  });

  it('lifts a correction with its event and invents no field that it did not change', async () => {
    const [sealed] = await encode(
      { corrects: 'e0', ownerId: 's1', changed: {}, reason: 'Feil' },
      'OrderClosedCorrected',
    );
    const old = { ...sealed?.data, changed: { state: 'DONE' } };
    expect(codec.decode(stored('OrderClosedCorrected', old, 1)).data).toMatchObject({
      changed: { outcome: 'DONE' },
    });
    const none = codec.decode(stored('OrderClosedCorrected', { ...old, changed: {} }, 1));
    expect(none.data['changed']).toEqual({});
  });

  it.each([
    ['an unknown type', stored('OrderLost', closed, 1), 'of a type that this release does not know'],
    ['a newer version', stored('OrderClosed', closed, 4), 'has version 4; this release knows 3'],
    ['no version', stored('OrderClosed', closed, undefined), 'does not say which version'],
    ['a version that is no number', stored('OrderClosed', closed, '1'), 'does not say which version'],
    ['version 0', stored('OrderClosed', closed, 0), 'does not say which version'],
    ['another shape', stored('OrderClosed', { ...closed, closedOn: 'Hemmelig' }, 3), 'its declared shape'],
    [
      'plain text where an envelope belongs',
      stored('OrderOpened', { ...opened, title: 'Hemmelig' }, 1),
      'shape',
    ],
  ])('halts at %s, saying where and nothing of the content', (_, event, expected) => {
    const decode = () => codec.decode(event);
    expect(decode).toThrow(LogFault);
    expect(decode).toThrow(expected);
    expect(decode).toThrow('revision 4 of workOrder-1576.o1');
    expect(decode).toThrow(expect.not.stringContaining('Hemmelig'));
  });
});

describe('metadata', () => {
  const bad: [string, Record<string, unknown>, string][] = [
    ['nothing but a version', {}, 'the metadata lacks $correlationId'],
    ["another municipality than its stream's", { ...metadata, municipality: '9999' }, "not the stream's"],
    ['an actor without a role', { ...metadata, actor: { partyId: 'Hemmelig' } }, 'actor lacks role'],
    ['an undeclared field', { ...metadata, note: 'Hemmelig' }, 'a field that is not declared'],
    ['a day in another form', { ...metadata, occurredOn: '1. januar' }, 'occurredOn does not have'],
    ['a digest of another length', { ...metadata, bodyMac: 'abc' }, 'bodyMac does not have'],
  ];

  it.each(bad)('with %s is not recorded', async (_, given, expected) => {
    const attempt = codec.encode(
      stream,
      [{ ...draft(opened), metadata: given as unknown as Draft['metadata'] }],
      plainSealing,
    );
    await expect(attempt).rejects.toThrow(InvalidFact);
    await expect(attempt).rejects.toThrow(expected);
    await expect(attempt).rejects.toThrow(expect.not.stringContaining('Hemmelig'));
  });

  it.each(bad)('with %s is not read', (_, given, expected) => {
    const event = { ...stored('OrderClosed', closed, 3) };
    const decode = () =>
      codec.decode({ ...event, metadata: { ...given, schemaVersion: 3 } as StoredEvent['metadata'] });
    expect(decode).toThrow(LogFault);
    expect(decode).toThrow(expected);
    expect(decode).toThrow(expect.not.stringContaining('Hemmelig'));
  });
});

describe('a personal field whose place in the declaration has changed', () => {
  const ordersNow = events(
    { category: 'workOrder', owner: 'ownerId', class: 'CASE' },
    {
      OrderOpened: version(
        3,
        {
          ...about,
          heading: personal.text(of),
          parts: list(record({ kind: codeOf(codesNamed('BIG', 'SMALL')), remark: personal.text(of) })),
        },
        {
          upcasts: {
            1: ({ title, ...rest }) => ({ ...rest, heading: title }),
            2: ({ note, ...rest }) => ({ ...rest, parts: [{ kind: 'BIG', remark: note }] }),
          },
          correctionUpcasts: {
            1: ({ title, ...rest }) => ({ ...rest, ...(title !== undefined && { heading: title }) }),
            2: ({ note, ...rest }) => ({
              ...rest,
              ...(note !== undefined && { parts: [{ kind: 'BIG', remark: note }] }),
            }),
          },
        },
      ),
    },
  );
  const before = codecOf([
    events(
      { category: 'workOrder', owner: 'ownerId', class: 'CASE' },
      { OrderOpened: v1({ ...about, title: personal.text(of), note: personal.text(of) }) },
    ),
  ]);
  const now = codecOf([ordersNow]);
  const read = async (data: Record<string, unknown>, type: string) => {
    const [event] = await before.encode(stream, [draft(data, type)], plainSealing);
    return now.decode({ ...stored(type, {}, 1), ...event }).data;
  };

  it('opens where it was sealed: renamed, and moved into a list', async () => {
    expect(await read({ ownerId: 's1', orderId: 'o1', title: 'A', note: 'B' }, 'OrderOpened')).toMatchObject({
      heading: { stream, eventId: 'e1', field: 'title' },
      parts: [{ remark: { stream, eventId: 'e1', field: 'note' } }],
    });
  });

  it('and likewise in a correction', async () => {
    const data = { corrects: 'e0', ownerId: 's1', changed: { note: 'B' }, reason: 'C' };
    expect(await read(data, 'OrderOpenedCorrected')).toMatchObject({
      changed: { parts: [{ remark: { field: 'changed.note' } }] },
      reason: { field: 'reason' },
    });
  });

  it('never takes its place from what is stored', async () => {
    const [event] = await encode(opened);
    const moved = {
      ...(event?.data['title'] as object),
      stream: 'workOrder-1576.o2',
      eventId: 'e2',
      field: 'title',
    };
    for (const forged of [moved, { ...moved, commitment: 1 }, { ...moved, v: 2 }]) {
      const data = { ...event?.data, title: forged } as StoredEvent['data'];
      expect(() => codec.decode({ ...stored('OrderOpened', data, 1) })).toThrow('its declared shape');
    }
  });
});

describe('declarations that do not fit together', () => {
  const make = (category: string, declared: Readonly<Record<string, EventDeclaration>>) =>
    events({ category, owner: 'ownerId', class: 'CASE' }, declared as never);
  const noop = (data: Readonly<Record<string, unknown>>) => ({ ...data });

  it.each([
    [
      'a missing upcast',
      [make('a', { Done: version(3, about, { upcasts: { 1: noop } }) })],
      'lacks the upcast from 2 to 3',
    ],
    [
      'a superfluous upcast',
      [make('a', { Done: version(1, about, { upcasts: { 1: noop } }) })],
      'superfluous upcast from 1',
    ],
    [
      'a missing upcast of corrections',
      [make('a', { Done: version(2, about, { upcasts: { 1: noop } }) })],
      'Done is at version 2 and lacks the upcast of its corrections from 1 to 2',
    ],
    [
      'a superfluous upcast of corrections',
      [
        make('a', {
          Done: version(2, about, { upcasts: { 1: noop }, correctionUpcasts: { 1: noop, 7: noop } }),
        }),
      ],
      'has a superfluous upcast of its corrections from 7',
    ],
    ['a version 0', [make('a', { Done: version(0, about) })], 'has the version 0'],
    [
      'one name twice',
      [make('a', { Done: v1(about) }), make('b', { Done: v1(about) })],
      'Done is declared in a and in b',
    ],
    [
      'a category twice',
      [make('a', { Done: v1(about) }), make('a', { Begun: v1(about) })],
      'category a is declared twice',
    ],
    [
      'a name kept for corrections',
      [make('a', { MapCorrected: v1(about) })],
      'MapCorrected has a name that is kept',
    ],
    [
      'a name kept for marks of error',
      [make('a', { RecordedInErrorMarked: v1(about) })],
      'RecordedInErrorMarked has a name that is kept',
    ],
    ['a name in another case', [make('a', { done: v1(about) })], 'done is no PascalCase name'],
    [
      'an owner that no field names, in the entries of a list',
      [
        make('a', {
          Done: v1({
            ...about,
            parts: list(record({ why: personal.text({ of: 'nobodyId', class: 'CASE' }) })),
          }),
        }),
      ],
      'Done.parts[].why belongs to nobodyId',
    ],
    ['a category with a dash', [make('a-b', { Done: v1(about) })], 'not one camelCase word'],
    [
      'an event without the id of whose record it is',
      [make('a', { Done: v1({ orderId: id() }) })],
      'Done lacks the id ownerId',
    ],
    [
      'an event where that id may be absent',
      [make('a', { Done: v1({ ownerId: optional(id()) }) })],
      'Done lacks the id ownerId',
    ],
    [
      'a day of happening that is no date',
      [make('a', { Done: v1({ ...about, size: integer() }, { occurs: 'size' } as never) })],
      'Done happens at size',
    ],
    [
      'an owner that no field names',
      [make('a', { Done: v1({ ...about, why: personal.text({ of: 'nobodyId', class: 'CASE' }) }) })],
      'Done.why belongs to nobodyId',
    ],
    [
      'an owner that may be absent',
      [
        make('a', {
          Done: v1({ ...about, x: optional(id()), why: personal.text({ of: 'x', class: 'CASE' }) }),
        }),
      ],
      'Done.why belongs to x',
    ],
  ])('%s stops the start', (_, declarations, expected) => {
    expect(() => codecOf(declarations)).toThrow(expected);
  });

  it('may share the mark for entries made in error', () => {
    const both = [make('a', { Done: v1(about) }), make('b', { Begun: v1(about) })];
    expect(() => codecOf(both)).not.toThrow();
  });
});
