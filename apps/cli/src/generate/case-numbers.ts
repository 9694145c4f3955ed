import type { GivenNumber, NumberRequest } from '#personal-data';

/** Numbers of invented cases, each given once: of several that give numbers, each gives others. */
export class NumbersOfPart {
  private readonly last = new Map<string, number>();
  private given: GivenNumber[] = [];

  constructor(
    private readonly part: number,
    private readonly of: number,
  ) {}

  claim({ tenant, year, commandId }: NumberRequest): Promise<string> {
    const series = `${tenant} ${year}`;
    const number = (this.last.get(series) ?? this.part + 1 - this.of) + this.of;
    this.last.set(series, number);
    const caseNumber = `${year}/${number}`;
    this.given.push({ tenant, caseNumber, commandId });
    return Promise.resolve(caseNumber);
  }

  /** What was given since the last time. */
  take(): readonly GivenNumber[] {
    const taken = this.given;
    this.given = [];
    return taken;
  }
}
