import type fc from 'fast-check';
import type { Step } from './step.js';
import type { Unit } from './unit.js';

export interface Real {
  readonly unit: Unit;
}

/** What a model knows of time. */
interface Dated {
  today: string;
}

/** One step on paper and in the unit, and whether they agree; and then whatever must hold after each. */
export class Taken<Model extends object> implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly step: Step<Model>,
    private readonly holds: (model: Model, real: Real) => void = () => undefined,
  ) {}

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const expected = this.step.expected(model);
    const outcome = await this.step.record(real.unit, model);
    const came = 'refused' in outcome ? 'refused' : 'recorded';
    if (expected !== 'either' && came !== expected) {
      const why = 'refused' in outcome ? ` (${outcome.refused})` : '';
      throw new Error(`${this.step.name}: it should be ${expected}, and was ${came}${why}`);
    }
    if ('events' in outcome) this.step.note(model, outcome);
    this.holds(model, real);
  }

  toString = () => this.step.name;
}

export const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export class Passed<Model extends Dated> implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly days: number) {}

  check = () => true;

  run(model: Model, { unit }: Real): Promise<void> {
    model.today = dayAfter(model.today, this.days);
    unit.today = model.today;
    return Promise.resolve();
  }

  toString = () => `${this.days} days pass`;
}
