import { describe, expect, it } from '@jest/globals';
import { Queue } from './queue.js';

describe('a queue', () => {
  it('gives what it was given, in order, however the calls mix', () => {
    const queue = new Queue<number>();
    const given: number[] = [];
    let next = 0;
    for (let round = 0; round < 50; round += 1) {
      for (let count = 0; count < (round * 7) % 11; count += 1) queue.push(next++);
      for (let count = 0; count < (round * 5) % 9; count += 1) {
        const item = queue.shift();
        if (item !== undefined) given.push(item);
      }
      expect(queue.length).toBe(next - given.length);
    }
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) given.push(item);
    expect(given).toEqual(Array.from({ length: next }, (_, n) => n));
    expect(queue.shift()).toBeUndefined();
  });
});
