import { describe, expect, it } from '@jest/globals';
import { endOfPiece, turn } from './turns.js';

describe('long work', () => {
  it('is done by all that are at it, a piece each', async () => {
    const done: string[] = [];
    const work = async (name: string): Promise<void> => {
      for (let piece = 1; piece <= 3; piece += 1) {
        await turn();
        done.push(`${name}${piece}`);
      }
    };
    await Promise.all([work('a'), work('b')]);
    expect(done).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('leaves room for others, however many are at it', async () => {
    let others = 0;
    let over = false;
    const other = (): void => {
      others += 1;
      if (!over) setImmediate(other);
    };
    setImmediate(other);
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        await turn();
        const end = endOfPiece();
        while (performance.now() < end);
      }),
    );
    over = true;
    // A hundred pieces of half a millisecond, at most three of them in a turn of the loop.
    expect(others).toBeGreaterThan(30);
  });
});
