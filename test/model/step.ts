import type { Expected, Naive, NaiveCase } from './naive.js';
import type { Outcome, Unit } from './unit.js';

type Recorded = Extract<Outcome, { events: unknown }>;

/** A step as it is wished for: what it must come to by the naive model, how the unit records it, and what it changes on paper. */
export interface Step<Model = Naive> {
  readonly name: string;
  readonly expected: (model: Model) => Expected;
  readonly record: (unit: Unit, model: Model) => Promise<Outcome>;
  readonly note: (model: Model, recorded: Recorded) => void;
}
export type StepOf<Model = Naive> = (...picks: number[]) => Step<Model>;

const nowhere: NaiveCase = { caseId: 'nowhere', saidNo: false, meetings: new Map() };
export const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(all.length, 1)];
export const caseAt = ({ cases }: Naive, n: number) => pick(cases, n) ?? nowhere;
export const id = (recorded: Recorded, name: string) => String(recorded.ids[name]);
export const when = (must: boolean): Expected => (must ? 'recorded' : 'refused');
