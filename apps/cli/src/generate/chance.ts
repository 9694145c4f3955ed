import { createHash } from 'node:crypto';

/** Chance that can be repeated: the same words give the same draws. */
export class Chance {
  private state: number;

  constructor(...words: readonly (string | number)[]) {
    this.state = createHash('sha256').update(JSON.stringify(words)).digest().readUInt32LE(0);
  }

  /** From 0 up to 1. */
  draw(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.draw() * (most - least + 1));
  }

  /** True so many times of a hundred. */
  percent(times: number): boolean {
    return this.draw() * 100 < times;
  }

  of<T>(things: readonly T[]): T {
    const thing = things[this.between(0, things.length - 1)];
    if (thing === undefined) throw new Error('There is nothing to choose from.');
    return thing;
  }

  /** So many different ones, in their order; all where there are no more. */
  some<T>(things: readonly T[], count: number): T[] {
    const left = [...things];
    while (left.length > count) left.splice(this.between(0, left.length - 1), 1);
    return left;
  }

  /** One by its weight. */
  weighted<T extends { readonly weight: number }>(things: readonly T[]): T {
    let left = this.draw() * things.reduce((sum, { weight }) => sum + weight, 0);
    return things.find(({ weight }) => (left -= weight) < 0) ?? this.of(things);
  }
}
