import { figuresOf } from '#reporting';
import { registerOf } from '../src/history/read.js';
import type { Line } from '../src/history/line.js';

/** What happened, in the order in which it was recorded: a day, a kind, and what counts of it. Recorded the same day unless told. */
export type Happened = readonly [day: string, kind: string, said?: Readonly<Record<string, unknown>>];

export const linesOf = (happened: readonly Happened[]): Line[] =>
  happened.map(([occurredOn, kind, said], index) => ({
    n: index + 1,
    recordedAt: `${occurredOn}T12:00:00Z`,
    occurredOn,
    kind,
    ...said,
  }));

export const year = (of: number) => ({ from: `${of}-01-01`, to: `${of + 1}-01-01` });

/** The figures of a year, of what happened. */
export function counted(happened: readonly Happened[], of = 2024, knownOn?: string) {
  const register = registerOf(linesOf(happened), knownOn);
  const { figures, contributors } = figuresOf(register, {
    municipality: '9109',
    units: ['SCHOOL'],
    period: year(of),
    statusOn: `${of}-12-31`,
  });
  return { figures: figures.figures, contributors };
}
