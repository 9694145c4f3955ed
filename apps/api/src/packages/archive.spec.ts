import { unzipSync } from 'fflate';
import { archived, fitsArchive } from './archive.js';

describe('an archive', () => {
  it('holds the files as they are, the same bytes each time', async () => {
    const file = (name: string, text: string) => ({
      name,
      open: async () =>
        (async function* () {
          yield Buffer.from(text);
        })(),
    });
    const made = async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of archived([file('a.txt', 'ås'), file('b.txt', '')], '2026-03-02')) {
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    };
    const once = await made();
    expect(await made()).toEqual(once);
    expect(Buffer.from(unzipSync(once)['a.txt'] ?? []).toString()).toBe('ås');
  });

  it('takes as much as it can say the place of', () => {
    const gigabyte = 2 ** 30;
    expect(fitsArchive(Array(3).fill(gigabyte))).toBe(true);
    expect(fitsArchive(Array(4).fill(gigabyte))).toBe(false);
    expect(fitsArchive(Array(70_000).fill(1))).toBe(false);
  });
});
