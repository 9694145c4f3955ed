import type { SealedEntry } from './sealed.js';
import { packed, unpacked } from './thread.js';

const entry = (at: string, text: string): SealedEntry => ({
  at,
  stream: `case-1576.${text.length}`,
  expected: 'no_stream',
  events: Buffer.from(text),
  count: 1,
});

describe('a chapter that goes from thread to thread', () => {
  const chapter = {
    lives: 2,
    until: '2014-02-01',
    entries: [
      entry('2014-01-06T08:00:00.000Z', 'first'),
      entry('2019-03-01T08:00:00.000Z', 'years later'),
      entry('2014-01-31T23:59:59.999Z', 'æ'),
    ],
  };

  it('arrives as it was, each life in its order within a month', () => {
    const { entries, ...rest } = unpacked(packed(chapter));
    expect(rest).toEqual({ lives: 2, until: '2014-02-01' });
    expect(entries).toEqual([chapter.entries[0], chapter.entries[2], chapter.entries[1]]);
  });

  it('holds the bytes of each month apart, so that those of past ones can be let go of', () => {
    const [one, other, later] = unpacked(packed(chapter)).entries.map(({ events }) => events.buffer);
    expect(one).toBe(other);
    expect(one?.byteLength).toBe(7);
    expect(later).not.toBe(one);
  });
});
