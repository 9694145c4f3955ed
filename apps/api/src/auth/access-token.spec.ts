import { isForAccess, lifeOf } from './access-token.js';

describe('a token', () => {
  it.each([
    [{}, {}],
    [{ typ: 'JWT' }, {}],
    [{ typ: 'at+jwt' }, { nonce: 'n' }],
    [{ typ: 'application/at+jwt' }, {}],
    [{ typ: 'JWT' }, { typ: 'Bearer', nonce: 'n' }],
  ])('B12 of header %j with %j is for access', (header, claims) =>
    expect(isForAccess(header, claims)).toBe(true),
  );

  it.each([
    [{ typ: 'logout+jwt' }, {}],
    [{ typ: 'secevent+jwt' }, {}],
    [{ typ: 'dpop+jwt' }, {}],
    [{ typ: 'JWT' }, { typ: 'ID' }],
    [{ typ: 'JWT' }, { typ: 'Refresh' }],
    [{ typ: 'JWT' }, { typ: ['Bearer'] }],
    [{}, { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }],
    [{}, { at_hash: 'h' }],
    [{ typ: 'at+jwt' }, { at_hash: 'h' }],
    [{}, { nonce: 'n' }],
  ])('B12 of header %j with %j is for something else', (header, claims) =>
    expect(isForAccess(header, claims)).toBe(false),
  );

  it('B12 lives from when it was given, or from now where it does not say or says later', () => {
    expect(lifeOf({ iat: 1_000, exp: 4_600 }, 2_000)).toBe(3_600);
    expect(lifeOf({ exp: 4_600 }, 1_600)).toBe(3_000);
    expect(lifeOf({ iat: 4_000, exp: 4_600 }, 1_000)).toBe(3_600);
  });
});
