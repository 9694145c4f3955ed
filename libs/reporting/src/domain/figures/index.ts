import type { Day } from '../days.js';
import type { Register } from '../register.js';
import { caseworkFigures } from './casework.js';
import { coordinatorFigures } from './coordinators.js';
import type { Contributors, Counted as One, Figure } from './counted.js';
import { nationalFigures } from './national.js';
import { otherFigures } from './others.js';
import { participationFigures } from './participation.js';
import { planFigures } from './plans.js';
import { promiseFigures } from './promises.js';
import { type Question, Standing } from './standing.js';

export type { Contributors, Figure } from './counted.js';
export { type Question, Standing } from './standing.js';

/** What the canonical form of a municipality's figures holds: the same history in another log gives the same bytes. */
export interface Figures {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly format: 1;
  readonly municipality: string;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly rules: string;
  readonly statusOn: Day;
}

export interface Counted {
  readonly figures: Figures;
  /** Behind every cell (`A2/AGE/0-5`), what counts there, by opaque keys. */
  readonly contributors: Contributors;
}

type Named = Readonly<Record<string, One>>;

const firstFigures = (standing: Standing): Named => ({
  ...planFigures(standing),
  ...coordinatorFigures(standing),
  ...caseworkFigures(standing),
  ...otherFigures(standing),
  ...nationalFigures(standing),
});

/** All figures by rule version STAT-1. */
export const figuresOf = (register: Register, question: Question): Counted =>
  canonicalOf('STAT-1', firstFigures(new Standing(register, question)), question);

/** By STAT-2: those of STAT-1, how people take part and what they were promised; costs by what came of them. */
export function figuresWithParticipation(register: Register, question: Question): Counted {
  const standing = new Standing(register, question);
  const all = { ...firstFigures(standing), ...participationFigures(standing), ...promiseFigures(standing) };
  return canonicalOf('STAT-2', all, question);
}

function canonicalOf(rules: string, all: Named, question: Question): Counted {
  const contributors = Object.entries(all).flatMap(([id, counted]) =>
    Object.entries(counted.contributors).map(
      ([cell, keys]) => [cell === '' ? id : `${id}/${cell}`, keys] as const,
    ),
  );
  return {
    figures: {
      figures: Object.fromEntries(Object.entries(all).map(([id, { figure }]) => [id, figure])),
      format: 1,
      municipality: question.municipality,
      period: { from: question.period.from, to: question.period.to },
      rules,
      statusOn: question.statusOn,
    },
    contributors: Object.fromEntries(contributors),
  };
}
