import { Planted } from './planted.js';

describe('Looking for planted texts', () => {
  const planted = new Planted();
  const text = planted.text();
  planted.other('02819012345');

  it.each([
    ['as it is', Buffer.from(`before ${text} after`)],
    ['in capitals', Buffer.from(text.toUpperCase())],
    ['in UTF-16', Buffer.from(`x${text}`, 'utf16le')],
    ['in the other UTF-16', Buffer.from(`x${text}`, 'utf16le').swap16()],
    ['in hex', Buffer.from(Buffer.from(text).toString('hex'))],
    ['in base64', Buffer.from(Buffer.from(text).toString('base64'))],
    ['in base64, moved by one', Buffer.from(Buffer.from(`x${text}y`).toString('base64url'))],
    ['in base64, moved by two', Buffer.from(Buffer.from(`xx${text}`).toString('base64'))],
    ['as a number', Buffer.from('"02819012345"')],
  ])('finds one %s', (_, bytes) => {
    expect(planted.foundIn(bytes)).not.toEqual([]);
  });

  it('finds none where there is none', () => {
    expect(planted.foundIn(Buffer.from('Testine Prøvesen, 02819012346, zqvx plantet'))).toEqual([]);
  });
});
