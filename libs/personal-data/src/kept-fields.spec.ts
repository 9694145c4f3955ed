import { KeptFields } from './kept-fields.js';

const under = { keyId: 'seat.new', key: Buffer.alloc(32, 7) };
const keys = { keyId: 'seat.old', under };
const fields = [
  { eventId: 'event-2', field: 'reason', key: Buffer.alloc(32, 2) },
  { eventId: 'event-1', field: 'items.0.reason', key: Buffer.alloc(32, 1) },
];

describe('what is kept of a destroyed key', () => {
  it('A4 is the key of each field, by event and field, and of no other', () => {
    const kept = KeptFields.opened(KeptFields.of(fields).sealed(keys), keys);
    expect(kept.size).toBe(2);
    for (const { key, ...place } of fields) expect(kept.of(place)).toEqual(key);
    expect(kept.of({ eventId: 'event-1', field: 'reason' })).toBeUndefined();
  });

  it('A4 is without the events that are left out', () => {
    const kept = KeptFields.of(fields).without(new Set(['event-2']));
    expect(kept.size).toBe(1);
    expect(kept.of({ eventId: 'event-2', field: 'reason' })).toBeUndefined();
  });

  it('A4 opens for the two keys that it was sealed for alone, and not when a bit of it is changed', () => {
    const sealed = KeptFields.of(fields).sealed(keys);
    for (const other of [
      { ...keys, keyId: 'seat.other' },
      { ...keys, under: { ...under, keyId: 'seat.other' } },
      { ...keys, under: { ...under, key: Buffer.alloc(32, 8) } },
    ]) {
      expect(() => KeptFields.opened(sealed, other)).toThrow();
    }
    for (const at of [0, 12, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => KeptFields.opened(changed, keys)).toThrow();
    }
  });

  // The layout is stored for ever: what is kept today is opened in fifty years.
  it('A4 opens as it was sealed in the first version', () => {
    const golden = Buffer.from(
      'OGzo3YEjruseLeFPd0CJBg7fNjtVneNHhv7X5V1cZp9cNn8hybCueitRbg3m6ft55BQAyMStFuly3vtUNpJhY5rqpD9IRHQwULiS2ZfIMBhjkS9MkHUQLAIGRxQNpkgVlavNbF1ncxzM_BHj6UHJHlby6Q4chlt9eZUoe7ZAtWSY4-Tbahx4LBXPI0_xB4ZsJQb7-KRbWk7dR-rpmefNuJQQ85OSQ2wyLh-8',
      'base64url',
    );
    const kept = KeptFields.opened(golden, keys);
    expect(kept.size).toBe(2);
    for (const { key, ...place } of fields) expect(kept.of(place)).toEqual(key);
  });
});
