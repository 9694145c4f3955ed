import type { Pair } from '#event-sourcing/codes';
import { monthsLater } from '#vocabulary';
import type { Day } from '../domain/days.js';
import type { Contributors, Counted } from '../domain/figures/index.js';
import type { Register } from '../domain/register.js';
import { grantsAny } from '../domain/rounds.js';
import { type Asked, askedNationally, codeOn, type CodeTable } from './code-table.js';

/** One person's status, in the codes of a register; the person by our own id. */
export type StatusLine = { readonly person: string } & Readonly<Record<Asked, string>>;

export type Coded =
  | { readonly lines: readonly StatusLine[] }
  /** Values that people have and the municipality has given no code. */
  | { readonly missing: readonly { readonly asked: Asked; readonly value: string }[] };

const figureOf: Readonly<Record<Asked, string>> = { STATUS: 'N1', COORDINATOR: 'N2', AGE3: 'N1' };

/** Each person of the population in the codes of a register, as they hold on the day of status; nothing at all while a code is missing. */
export function codedStatus({ figures, contributors }: Counted, table: CodeTable, register: string): Coded {
  const code = codeOn(table, register, figures.statusOn);
  const lines = new Map<string, Record<string, string>>();
  const missing: { asked: Asked; value: string }[] = [];
  for (const asked of Object.keys(askedNationally) as Asked[]) {
    for (const value of askedNationally[asked]) {
      const persons = contributors[`${figureOf[asked]}/${asked}/${value}`] ?? [];
      const found = code(asked, value);
      if (persons.length > 0 && found === undefined) missing.push({ asked, value });
      for (const person of persons) lines.set(person, { ...lines.get(person), [asked]: found ?? '' });
    }
  }
  if (missing.length > 0) return { missing };
  const sorted = [...lines].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { lines: sorted.map(([person, codes]) => ({ person, ...codes }) as StatusLine) };
}

export const completenessChecks = [
  'BIRTH_YEAR_UNKNOWN',
  'TWO_ACTIVE_PLANS',
  'GONE_WITH_OPEN',
  'REPORTED_INCOMPLETE',
  'REPORTED_SILENT',
  'IMPORTED_NEVER_REVIEWED',
  'GRANTED_WITHOUT_PLAN',
] as const;
export type CompletenessCheck = (typeof completenessChecks)[number];

/** What is to be looked into, in words. */
export const checkWords: Readonly<Record<CompletenessCheck, Pair>> = {
  BIRTH_YEAR_UNKNOWN: ['Fødselsår mangler', 'Fødselsår manglar'],
  TWO_ACTIVE_PLANS: ['To aktive planer', 'To aktive planar'],
  GONE_WITH_OPEN: [
    'Død eller flyttet, men plan eller koordinator står fortsatt',
    'Død eller flytta, men plan eller koordinator står framleis',
  ],
  REPORTED_INCOMPLETE: [
    'Meldt fra egen enhet, uten leder eller koordinator',
    'Meld frå eiga eining, utan leiar eller koordinator',
  ],
  REPORTED_SILENT: [
    'Meldt fra egen enhet, uten nytt på tolv måneder',
    'Meld frå eiga eining, utan nytt på tolv månader',
  ],
  IMPORTED_NEVER_REVIEWED: [
    'Fra tidligere register, aldri evaluert',
    'Frå tidlegare register, aldri evaluert',
  ],
  GRANTED_WITHOUT_PLAN: [
    'Innvilget plan for over seks måneder siden, ikke startet',
    'Innvilga plan for over seks månader sidan, ikkje starta',
  ],
};

/** The file that is delivered: a line a person, by our own id. */
export const statusFileOf = (lines: readonly StatusLine[]): string =>
  ['person;STATUS;COORDINATOR;AGE3']
    .concat(
      lines.map(({ person, STATUS, COORDINATOR, AGE3 }) => [person, STATUS, COORDINATOR, AGE3].join(';')),
    )
    .map((line) => `${line}\n`)
    .join('');

/** What is to be looked into before anything is delivered: for each check the persons, by our own ids. */
export function completenessOf(
  { figures, contributors }: Counted,
  register: Register,
): Readonly<Record<CompletenessCheck, readonly string[]>> {
  const of = (cell: string) => contributors[cell] ?? [];
  const neverReviewed = new Set(of('P6/RECENCY/NEVER'));
  return {
    BIRTH_YEAR_UNKNOWN: of('Q1'),
    TWO_ACTIVE_PLANS: of('Q2'),
    GONE_WITH_OPEN: of('Q3'),
    REPORTED_INCOMPLETE: of('P1/REPORT/REPORTED_INCOMPLETE'),
    REPORTED_SILENT: of('P1/REPORT/REPORTED_SILENT'),
    IMPORTED_NEVER_REVIEWED: of('P1/PROVENANCE/IMPORTED').filter((person) => neverReviewed.has(person)),
    GRANTED_WITHOUT_PLAN: grantedLongAgo(contributors, register, figures.statusOn),
  };
}

/** Whose plan was granted more than six months before, and has not begun. */
function grantedLongAgo(contributors: Contributors, register: Register, on: Day): string[] {
  const before = monthsLater(on, -6);
  const granted = new Set(
    [...register.cases.values()]
      .filter(({ decisions }) =>
        decisions.some((one) => one.on < before && grantsAny(one, 'INDIVIDUAL_PLAN')),
      )
      .flatMap(({ person }) => (person === undefined ? [] : [register.canonical(person)])),
  );
  return (contributors['N1/STATUS/IN_PREPARATION'] ?? []).filter((person) => granted.has(person));
}
