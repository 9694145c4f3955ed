import fc from 'fast-check';
import { decodePosition, encodePosition } from './read-after.js';

describe('a position for clients', () => {
  it('reads back whole, also past 2^53, and is fit for a URL', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), fc.uuid(), (position, logId) => {
        const text = encodePosition({ logId, position });
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodePosition(text)).toEqual({ logId, position });
      }),
    );
  });

  it.each(['', '12', 'not one', '%24', Buffer.from('-1@x').toString('base64url'), 'A'.repeat(300)])(
    'is not read out of %j',
    (text) => {
      expect(decodePosition(text)).toBeUndefined();
    },
  );
});
