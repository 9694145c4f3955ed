import { syntheticNumber } from '../synthetic-number.js';

/** Identity numbers of made-up people, each given once. */
export class IdentityNumbers {
  private readonly given = new Map<string, number>();

  /** Of several that give numbers, each gives others. */
  constructor(
    private readonly part: number,
    private readonly of: number,
  ) {}

  /** Another one each time; undefined when a day has no more. */
  bornOn(birthDate: string): string | undefined {
    const first = birthDate < '2000' ? 0 : 500;
    for (let next = this.given.get(birthDate) ?? this.part; next < 500; next += this.of) {
      const number = syntheticNumber(birthDate, first + next);
      if (number === undefined) continue;
      this.given.set(birthDate, next + this.of);
      return number;
    }
    return undefined;
  }
}
