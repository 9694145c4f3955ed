import { setImmediate } from 'node:timers/promises';
import type { KeyOwner, PlainField, Sealed } from '#event-sourcing';
import { LostKey } from './errors.js';
import type { KeySource, Seat } from './key-source.js';
import { Keys } from './keys.js';
import { newKeyId, seatOf } from './seat.js';

/** A vault in memory that counts how often it is asked, and can be held up. */
function source() {
  const seats = new Map<string, Seat>();
  const waitFor: Record<'read' | 'make', Promise<void> | undefined> = { read: undefined, make: undefined };
  const asked: (readonly string[])[] = [];
  const keySource: KeySource = {
    async read(wanted) {
      asked.push(wanted);
      const found = new Map(wanted.flatMap((seat) => [...seats].filter(([held]) => held === seat)));
      await waitFor.read;
      return found;
    },
    async make(owners) {
      const made = owners
        .map((owner) => ({ ...owner, seat: seatOf(owner), key: Buffer.alloc(32, seats.size) }))
        .filter(({ seat }) => !seats.has(seat))
        .map((key) => ({ ...key, keyId: newKeyId(key.seat) }));
      for (const current of made) seats.set(current.seat, { current });
      await waitFor.make;
      return made;
    },
  };
  /** Holds up what is asked from now on, until the returned function is called. */
  const hold = (what: keyof typeof waitFor) => {
    let goOn = () => {};
    waitFor[what] = new Promise((resolve) => (goOn = resolve));
    return () => goOn();
  };
  return { seats, asked, keySource, hold };
}

const owner = (name: string): KeyOwner => ({ tenant: '1576', owner: name, class: 'CASE' });
const plain = (name: string): PlainField => ({
  ...owner(name),
  stream: 'case-1576.1',
  eventId: 'e',
  field: 'reason',
  text: name,
});

async function sealed(keys: Keys, ...names: string[]): Promise<Sealed[]> {
  const envelopes = await keys.seal(names.map(plain));
  return envelopes.map((envelope) => ({ ...envelope, stream: 'case-1576.1', eventId: 'e', field: 'reason' }));
}

describe('keys', () => {
  it('ask the vault once for many, and not again within a minute', async () => {
    const { asked, keySource } = source();
    let now = 0;
    const names = Array.from({ length: 1_200 }, (_, n) => `person-${n}`);
    const fields = await sealed(new Keys(keySource), ...names);
    asked.length = 0;
    const keys = new Keys(keySource, { now: () => now });
    const opened = await keys.open([...fields, ...fields]);
    expect(opened).toHaveLength(2_400);
    expect(opened[1_199]).toEqual({ status: 'open', text: 'person-1199' });
    now = 59_999;
    await keys.open(fields);
    expect(asked.map(({ length }) => length)).toEqual([1_200]);
    now = 60_000;
    await keys.open(fields.slice(0, 3));
    expect(asked.map(({ length }) => length)).toEqual([1_200, 3]);
  });

  it('hold no more keys than they are told to', async () => {
    const { asked, keySource } = source();
    const keys = new Keys(keySource, { maxEntries: 2 });
    const fields = await sealed(keys, 'a', 'b', 'c');
    asked.length = 0;
    await keys.open(fields);
    expect(asked.map(({ length }) => length)).toEqual([1]);
  });

  it.each<[string, (keys: Keys) => void]>([
    ['it was destroyed', (keys) => keys.drop([owner('a')])],
    ['all were dropped', (keys) => keys.dropAll()],
  ])('do not keep a key that was being read, or made, while %s', async (_, drop) => {
    const { seats, keySource, hold } = source();
    const readers = new Keys(keySource);
    const makers = new Keys(keySource);
    const goOnMaking = hold('make');
    const making = sealed(makers, 'a');
    await setImmediate();
    const goOnReading = hold('read');
    const reading = sealed(readers, 'a');
    await setImmediate();
    seats.set(seatOf(owner('a')), 'destroyed');
    for (const keys of [makers, readers]) drop(keys);
    goOnMaking();
    goOnReading();
    for (const keys of [makers, readers]) {
      expect(await keys.open([...(await making), ...(await reading)])).toEqual([
        { status: 'disposed' },
        { status: 'disposed' },
      ]);
    }
  });

  it('open none of a batch when one key is lost', async () => {
    const { seats, keySource } = source();
    const fields = await sealed(new Keys(keySource), 'a', 'b');
    seats.delete(seatOf(owner('b')));
    await expect(new Keys(keySource).open(fields)).rejects.toThrow(LostKey);
  });

  it('tell whose a field is without opening it', async () => {
    const { seats, keySource } = source();
    const keys = new Keys(keySource);
    const fields = await sealed(keys, 'a', 'b');
    seats.set(seatOf(owner('b')), 'destroyed');
    keys.dropAll();
    expect(await keys.ownersOf(fields)).toEqual([owner('a'), undefined]);
  });
});
