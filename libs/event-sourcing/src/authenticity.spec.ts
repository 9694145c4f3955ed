import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Authenticity, NotAuthentic } from './authenticity.js';
import { canonical } from './canonical-json.js';
import { type JsonObject, LogFault, type NewEvent, type StoredEvent, UnreadEvent } from './event-store.js';
import { macIn, testEventKeys } from './testing/event-key.js';

interface Vectors {
  readonly key: { readonly id: string; readonly hex: string };
  readonly vectors: readonly (NewEvent & {
    readonly of: string;
    readonly stream: string;
    readonly revision: number;
    readonly mac: string;
  })[];
}

// Computed apart from this code, with Python's json, hashlib and hmac; they may never change.
const { key, vectors } = JSON.parse(
  readFileSync(new URL('./authenticity.vectors.json', import.meta.url), 'utf8'),
) as Vectors;
const golden = new Authenticity([{ id: key.id, key: Buffer.from(key.hex, 'hex') }]);
const ours = new Authenticity(testEventKeys);

const expectedAt = (revision: bigint) => (revision === 0n ? ('no_stream' as const) : revision - 1n);

/** As reading a stream gives it, and as it arrives when the log is read. */
const asRead = (stored: StoredEvent): readonly (StoredEvent | UnreadEvent)[] => [stored, arrived(stored)];
const arrivedAs = (
  { stream, revision, position, id, type }: Omit<StoredEvent, 'data' | 'metadata'>,
  data: string,
  metadata: string,
) => new UnreadEvent(stream, revision, position, id, type, Buffer.from(data), Buffer.from(metadata));
const arrived = ({ stream, revision, position, id, type, data, metadata }: StoredEvent) =>
  arrivedAs({ stream, revision, position, id, type }, canonical(data), canonical(metadata));

function recorded(authenticity: Authenticity, at: { stream: string; revision: bigint }, event: NewEvent) {
  const [signed] = authenticity.signed(at.stream, expectedAt(at.revision), [event]);
  if (!signed) throw new Error('Nothing was signed.');
  return { ...signed, ...at, position: 4_000n };
}

const disposal = (): StoredEvent => {
  const found = vectors.find(({ type }) => type === 'PersonalDataDisposed');
  if (!found) throw new Error('no vector');
  const { stream, revision, id, type, data, metadata } = found;
  return recorded(ours, { stream, revision: BigInt(revision) }, { id, type, data, metadata });
};

const believed = (event: StoredEvent | UnreadEvent, by = ours) => {
  try {
    by.assertAuthentic(event);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(NotAuthentic);
    return false;
  }
};

describe('the MAC of an event', () => {
  it.each(vectors)('of $of is the golden one', ({ stream, revision, id, type, data, metadata, mac }) => {
    const at = { stream, revision: BigInt(revision) };
    const stored = recorded(golden, at, { id, type, data, metadata });
    expect(stored.metadata['mac']).toBe(mac);
    for (const event of asRead(stored)) expect(believed(event, golden)).toBe(true);
  });

  it('says nothing of where in $all the event lies: a log may move', () => {
    for (const event of asRead({ ...disposal(), position: 9n })) expect(believed(event)).toBe(true);
  });

  it.each<[string, Partial<StoredEvent>]>([
    ['in another stream', { stream: 'subject-1576.0193' }],
    ['in another municipality', { stream: 'subject-1577.0192' }],
    ['a second time in its stream', { revision: 9n }],
    ['under another id', { id: '0f8fad5b-d9cb-569f-a165-708677289501' }],
    ['as another type', { type: 'SubjectRegistered' }],
    ['with other data', { data: { ...disposal().data, subjectId: '0193' } }],
    ['with more data', { data: { ...disposal().data, more: true } }],
    ['with other metadata', { metadata: { ...disposal().metadata, $causationId: 'e' } }],
    ['with more metadata', { metadata: { ...disposal().metadata, more: 1 } }],
    ['with less metadata', { metadata: { mac: macIn(disposal()) } }],
  ])('A3 is not believed %s', (_, change) => {
    for (const event of asRead({ ...disposal(), ...change })) expect(believed(event)).toBe(false);
  });

  it('A3 is not believed where it is missing, of another form, or made with another key of the same id', () => {
    const event = disposal();
    const { mac: _, ...bare } = event.metadata;
    const mac = macIn(event);
    const place = { stream: event.stream, revision: event.revision };
    const forged = new Authenticity([{ id: '00000001', key: Buffer.alloc(32, 9) }]);
    const { metadata: alien } = recorded(forged, place, { ...event, metadata: bare });
    const macs = ['', 'x', `${mac}x`, mac.slice(0, -1), 7, null, { of: mac }, [mac]];
    for (const metadata of [bare, alien, ...macs.map((other) => ({ ...bare, mac: other }))]) {
      for (const one of asRead({ ...event, metadata })) expect(believed(one)).toBe(false);
    }
  });

  it('A3 is not believed by its bytes where they are another way to write the same', () => {
    const event = disposal();
    const [data, metadata] = [canonical(event.data), canonical(event.metadata)];
    const variants: readonly [string, string][] = [
      [data.replace('{', '{ '), metadata],
      [data, metadata.replace('"mac"', '"mac" ')],
      [data, metadata.replace('{', '{"mac":"",')],
      [data, `${metadata.slice(0, -1)},${/"mac":"[^"]+"/.exec(metadata)?.[0] ?? ''}}`],
      [data.replace('}', ',"subjectId":"0193"}'), metadata],
      ['', metadata],
      [data, ''],
      [data, '{"mac":"'],
    ];
    for (const [given, beside] of variants) {
      expect(believed(arrivedAs(event, given, beside))).toBe(false);
    }
  });

  it('A3 notices any change of any part, also where it is found only in the bytes', () => {
    const event = disposal();
    const texts = { data: canonical(event.data), metadata: canonical(event.metadata) };
    const part = fc.constantFrom<'data' | 'metadata'>('data', 'metadata');
    const character = fc.string({ minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(part, fc.nat(), fc.nat(2), character, (which, where, length, put) => {
        const text = texts[which];
        const at = where % text.length;
        const changed = { ...texts, [which]: text.slice(0, at) + put + text.slice(at + length) };
        fc.pre(changed[which] !== text);
        const given = arrivedAs(event, changed.data, changed.metadata);
        expect(believed(given)).toBe(false);
      }),
    );
  });

  it('is the same for whatever was recorded, read either way', () => {
    const json = fc.dictionary(
      fc.stringMatching(/^[a-z$"\\ æ]{1,8}$/),
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.constant('"mac":"x",'),
      ),
    ) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(json, json, fc.nat(5), (data, metadata, revision) => {
        fc.pre(!('mac' in metadata));
        const { id, type, stream } = disposal();
        const stored = recorded(ours, { stream, revision: BigInt(revision) }, { id, type, data, metadata });
        for (const event of asRead(stored)) expect(believed(event)).toBe(true);
      }),
    );
  });

  it('names the event and says what to do, and halts who reads', () => {
    const { mac: _, ...bare } = disposal().metadata;
    const of = (event: StoredEvent) => {
      try {
        ours.assertAuthentic(event);
      } catch (error) {
        expect(error).toBeInstanceOf(LogFault);
        return (error as Error).message;
      }
      return 'believed';
    };
    expect(of({ ...disposal(), metadata: bare })).toMatch(
      /^PersonalDataDisposed \(0f8fad5b.*\) at revision 3 of subject-1576\.0192 is not believed: it bears no MAC/,
    );
    expect(of({ ...disposal(), revision: 4n })).toMatch(/changed, copied from elsewhere or forged/);
    const [other] = golden.signed('subject-1576.0192', 2n, [{ ...disposal(), metadata: bare }]);
    expect(of({ ...disposal(), ...other })).toMatch(/a key that this vault does not have/);
  });
});

describe('several keys', () => {
  const older = { id: '00000002', key: Buffer.alloc(32, 2) };
  const newer = { id: '00000003', key: Buffer.alloc(32, 3) };

  it('are all believed, and the last signs', () => {
    const { id, type, stream, revision, data } = disposal();
    const before = recorded(
      new Authenticity([older]),
      { stream, revision },
      { id, type, data, metadata: {} },
    );
    const both = new Authenticity([older, newer]);
    const since = recorded(both, { stream, revision }, { id, type, data, metadata: {} });
    expect([before, since].map((event) => believed(event, both))).toEqual([true, true]);
    expect(macIn(since)).toMatch(/^00000003\./);
    expect(believed(since, new Authenticity([older]))).toBe(false);
  });

  it('are at least one', () => {
    expect(() => new Authenticity([])).toThrow('no key');
  });
});

describe('a log that was taken over', () => {
  it('A3 is believed without MACs up to there and no further, and MACs count also before', () => {
    const takenOver = new Authenticity(testEventKeys, 100n);
    const { mac: _, ...bare } = disposal().metadata;
    const wrong = macIn(disposal()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const at = (position: bigint, metadata: JsonObject) => ({ ...disposal(), position, metadata });
    for (const event of asRead(at(100n, bare))) expect(believed(event, takenOver)).toBe(true);
    for (const event of asRead(at(101n, bare))) expect(believed(event, takenOver)).toBe(false);
    const judged = asRead(at(100n, { ...bare, mac: wrong })).map((event) => believed(event, takenOver));
    expect(judged).toEqual([false, false]);
  });
});
