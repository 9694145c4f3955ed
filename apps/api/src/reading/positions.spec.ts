import fc from 'fast-check';
import { PositionTexts } from './positions.js';

const secret = new Uint8Array(32).fill(7);
const texts = new PositionTexts(secret);

describe('a position for clients', () => {
  it('reads back whole, also past 2^53, and is fit for a URL', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), fc.uuid(), (position, logId) => {
        for (const text of [texts.textOf({ logId, position }), texts.passingTextOf({ logId, position })]) {
          expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
          expect(new PositionTexts(secret).read(text)).toEqual({ logId, position });
        }
      }),
    );
  });

  it('B16 shows nothing of the position, and whether it has moved only where a repeat must be answered alike', () => {
    const place = { logId: '2fa0e707-233b-43e3-9127-4641faa71a42', position: 18_400n };
    expect(texts.textOf(place)).toBe(texts.textOf(place));
    expect(texts.passingTextOf(place)).not.toBe(texts.passingTextOf(place));
    for (const text of [texts.textOf(place), texts.passingTextOf(place)]) {
      expect(Buffer.from(text, 'base64url').toString('latin1')).not.toMatch(/18400|2fa0e707/);
      expect(text).toHaveLength(texts.textOf({ ...place, position: 2n ** 62n }).length);
    }
  });

  it.each([
    '',
    '12',
    'not one',
    '%24',
    Buffer.from('-1@x').toString('base64url'),
    'A'.repeat(100),
    'A'.repeat(300),
  ])('is not read out of %j', (text) => {
    expect(texts.read(text)).toBeUndefined();
  });

  it('is read by who has the secret alone', () => {
    const place = { logId: 'log', position: 1n };
    expect(new PositionTexts(new Uint8Array(32).fill(8)).read(texts.textOf(place))).toBeUndefined();
  });
});
