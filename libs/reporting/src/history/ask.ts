import { changesBetween, Concerning } from '../domain/changes/index.js';
import { type Day, dayOf, type Period, plusDays } from '../domain/days.js';
import type { Counted } from '../domain/figures/index.js';
import type { Edition } from '../domain/publication/edition.js';
import { published } from '../domain/publication/publish.js';
import { levelOfPeriod } from '../domain/publication/policy.js';
import type { Register } from '../domain/register.js';
import { countingBy, type FigureRules, type PublicationRules } from '../domain/rules.js';
import { fingerprinted } from '../fingerprinted.js';
import { laterThan } from './later.js';
import { isKnownBy } from './line.js';
import { type History, registerOf, UnreadableHistory } from './read.js';

export interface Choice {
  /** The last whole year before the day on which it was known, unless told. */
  readonly period?: Period;
  /** The last day of the period, unless told. */
  readonly trueOn?: Day;
  /** All that is recorded, unless told. */
  readonly knownOn?: Day;
}

const counted = (
  { municipality: { municipality, units, rules = 'STAT_1' } }: History,
  register: Register,
  period: Period,
  trueOn?: Day,
) =>
  countingBy[rules].figures(register, {
    municipality,
    units,
    period,
    statusOn: trueOn ?? plusDays(period.to, -1),
  });

/** Figures by one version are published by the other that came with it. */
const publicationOf: Readonly<Record<FigureRules, PublicationRules>> = { STAT_1: 'PUB_1', STAT_2: 'PUB_2' };

function periodFor({ lines }: History, { period, trueOn, knownOn }: Choice): Period {
  if (period) return period;
  if (trueOn !== undefined) return { from: `${trueOn.slice(0, 4)}-01-01`, to: plusDays(trueOn, 1) };
  const last = lines.at(-1);
  if (last === undefined) throw new UnreadableHistory('The history is empty: tell which period is meant.');
  const year = Number((knownOn ?? dayOf(last.recordedAt)).slice(0, 4));
  return { from: `${year - 1}-01-01`, to: `${year}-01-01` };
}

/** The figures of a history, as true and as known on the days that are chosen. */
export function figuresIn(history: History, choice: Choice): Counted {
  const register = registerOf(history.lines, choice.knownOn);
  return counted(history, register, periodFor(history, choice), choice.trueOn);
}

/** What is published of it, after the editions that were published before, oldest first. */
export function editionIn(history: History, choice: Choice, earlier: readonly Edition[]): Edition {
  const { publication: levels, unitTree, blockFrom, rules = 'STAT_1' } = history.municipality;
  if (levels === undefined || unitTree === undefined || blockFrom === undefined) {
    throw new UnreadableHistory(
      'municipality.json must have `publication`, `unitTree` and `blockFrom` for that.',
    );
  }
  const policy = { levels, unitTree, blockFrom };
  const { figures } = figuresIn(history, choice);
  const level = levelOfPeriod(figures.period, policy);
  if (level === undefined) {
    throw new UnreadableHistory('Only half-years, years and whole blocks of three years are published.');
  }
  return published(figures, { level, policy, earlier, publication: publicationOf[rules] });
}

/** What differs between the figures of a period as known on an earlier day and as known now, each with its causes. */
export function changesIn(history: History, choice: Choice, wasKnownOn: Day): unknown {
  const { lines } = history;
  const period = periodFor(history, choice);
  const register = registerOf(lines, choice.knownOn);
  const was = counted(history, registerOf(lines, wasKnownOn), period);
  const is = counted(history, register, period);
  const known = choice.knownOn;
  const recorded = known === undefined ? lines : lines.filter((line) => isKnownBy(line, known));
  const last = recorded.findLast((line) => isKnownBy(line, wasKnownOn))?.n ?? 0;
  const concerning = new Concerning(laterThan(recorded, last), register, is.figures.statusOn);
  const sideOf = (side: Counted, knownOn: Day) => ({ knownOn, sha256: fingerprinted(side.figures).sha256 });
  const now = known ?? dayOf(lines.at(-1)?.recordedAt ?? '');
  return {
    changes: changesBetween(was, is, concerning),
    format: 1,
    is: sideOf(is, now),
    was: sideOf(was, wasKnownOn),
  };
}
