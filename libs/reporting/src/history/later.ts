import { type Later } from '../domain/changes/index.js';
import type { Line } from './line.js';

/** What was recorded after a line, each as what it is about in the end. */
export function laterThan(lines: readonly Line[], last: number): Later[] {
  const byNumber = new Map(lines.map((line) => [line.n, line]));
  const meant = (line: Line): Line => {
    const target = line.corrects === undefined ? undefined : byNumber.get(line.corrects);
    return target ? meant(target) : line;
  };
  return lines
    .filter(({ n }) => n > last)
    .map((line): Later => {
      const told = meant(line) as Line & Readonly<Record<string, unknown>>;
      const { kind, occurredOn, planSince, dueOn } = told;
      return {
        does:
          line.corrects === undefined
            ? 'TELLS'
            : line.kind === 'RecordedInErrorMarked'
              ? 'ANNULS'
              : 'CORRECTS',
        kind,
        days: [occurredOn, planSince, dueOn].filter(isText),
        names: Object.values(told).filter(isText),
      };
    });
}

const isText = (value: unknown): value is string => typeof value === 'string';
