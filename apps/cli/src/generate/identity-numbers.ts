const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Identity numbers that nobody has: made as those of the Tax Administration's test population, the month raised by 80. */
export class IdentityNumbers {
  private readonly given = new Map<string, number>();

  /** Of several that give numbers, each gives others. */
  constructor(
    private readonly part: number,
    private readonly of: number,
  ) {}

  /** Another one each time; undefined when a day has no more. */
  bornOn(birthDate: string): string | undefined {
    const date = `${birthDate.slice(8)}${Number(birthDate.slice(5, 7)) + 80}${birthDate.slice(2, 4)}`;
    const isOf2000s = birthDate >= '2000';
    for (let next = this.given.get(birthDate) ?? this.part; next < 500; next += this.of) {
      const number = withControlDigits(`${date}${String(isOf2000s ? 500 + next : next).padStart(3, '0')}`);
      if (number === undefined) continue;
      this.given.set(birthDate, next + this.of);
      return number;
    }
    return undefined;
  }
}

function withControlDigits(nine: string): string | undefined {
  const first = controlDigit(nine, firstWeights);
  const second = controlDigit(`${nine}${first}`, secondWeights);
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`;
}

function controlDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 11;
}
