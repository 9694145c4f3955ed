import { describe, expect, it } from '@jest/globals';
import { OutstandingPlaces } from './outstanding.js';

describe('outstanding places', () => {
  it('have none lowest while there are none, also once all are done with', () => {
    const places = new OutstandingPlaces();
    expect(places.lowest).toBeUndefined();
    for (const place of [4, 9]) places.add(place);
    for (const place of [9, 4]) places.delete(place);
    expect(places.lowest).toBeUndefined();
    places.add(12);
    expect(places.lowest).toBe(12);
  });

  it('know the lowest in whatever order they are done with', () => {
    const places = new OutstandingPlaces();
    const left = new Set<number>();
    for (let step = 0; step < 2000; step += 1) {
      places.add(step);
      left.add(step);
      if (step % 3 === 0) continue;
      const done = [...left][(step * 7919) % left.size] ?? 0;
      places.delete(done);
      left.delete(done);
      expect(places.lowest).toBe(Math.min(...left));
    }
    for (const place of [...left].toReversed()) {
      places.delete(place);
      left.delete(place);
      expect(places.lowest).toBe(left.size > 0 ? Math.min(...left) : undefined);
    }
  });
});
