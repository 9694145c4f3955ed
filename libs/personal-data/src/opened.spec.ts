import fc from 'fast-check';
import type { Sealed } from '#event-sourcing/event';
import { HeldText } from './held-text.js';
import { type Closed, closedIn, DISPOSED, isDisposed, isSealed, replaceClosed } from './opened.js';

const sealed = (text: string): Sealed => ({
  v: 1,
  keyId: 'seat.key',
  nonce: 'n',
  ciphertext: text,
  commitment: 'c',
  stream: 's',
  eventId: 'e',
  field: 'f',
});

const textIn = (closed: Closed) =>
  closed instanceof HeldText ? (HeldText.textOf(closed) ?? '') : closed.ciphertext;

/** JSON with sealed fields anywhere in it, and the same with their texts in plain. */
const pair = fc.letrec<{ any: readonly [unknown, unknown] }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc
      .oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string())
      .map((value) => [value, value] as const),
    fc.string().map((text) => [sealed(text), text] as const),
    fc
      .array(tie('any'), { maxLength: 4 })
      .map((all) => [all.map(([a]) => a), all.map(([, b]) => b)] as const),
    fc
      .dictionary(fc.string({ unit: fc.constantFrom(...Array.from('abc')) }), tie('any'), {
        maxKeys: 4,
        noNullPrototype: true,
      })
      .map(
        (all) =>
          [
            Object.fromEntries(Object.entries(all).map(([key, [a]]) => [key, a])),
            Object.fromEntries(Object.entries(all).map(([key, [, b]]) => [key, b])),
          ] as const,
      ),
  ),
})).any;

describe('sealed fields in a value', () => {
  it('are all found and replaced, and nothing else is touched', () => {
    fc.assert(
      fc.property(pair, ([value, plain]) => {
        expect(replaceClosed(value, textIn)).toEqual(plain);
        const order = closedIn(value).map(textIn);
        const met: string[] = [];
        replaceClosed(value, (closed) => (met.push(textIn(closed)), textIn(closed)));
        expect(met).toEqual(order);
      }),
    );
  });

  it('leave dates, bigints and bytes as they are', () => {
    const value = {
      at: new Date(0),
      revision: 2n,
      bytes: Buffer.from('x'),
      inner: [{ name: sealed('Testine') }],
    };
    const opened = replaceClosed(value, textIn);
    expect(opened).toEqual({ ...value, inner: [{ name: 'Testine' }] });
    expect(opened.at).toBe(value.at);
  });

  it('are told from anything that only resembles them', () => {
    const { commitment: _, ...partial } = sealed('x');
    for (const other of [
      null,
      undefined,
      'v',
      1,
      {},
      partial,
      { ...sealed('x'), v: 2 },
      { ...sealed('x'), nonce: 1 },
    ]) {
      expect(isSealed(other)).toBe(false);
    }
  });
});

describe('the mark of a disposed field', () => {
  it('cannot be a text', () => {
    expect(isDisposed(DISPOSED)).toBe(true);
    expect(isDisposed(JSON.parse(JSON.stringify(DISPOSED)))).toBe(true);
    expect(isDisposed(JSON.stringify(DISPOSED))).toBe(false);
    expect(isDisposed(null)).toBe(false);
  });
});
