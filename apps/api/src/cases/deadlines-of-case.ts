import { type CaseFacts, type CaseRule, deadlineRules, deadlinesOf, isOwed } from '#casework';
import { type Day, type Deadline, rules, type RuleTables, staffSentences } from '#deadlines';
import { codeList } from '#event-sourcing/codes';
import type { TargetDay } from '#municipality';
import { items } from '#vocabulary';
import { codeOf, date, flag, list, object, orNull, text } from '../reading/shape.js';

/** A day by which the law, or the municipality itself, wants something of the case done, and how it came about. */
export interface CaseDeadline {
  readonly rule: CaseRule;
  readonly version: string;
  readonly legalBasis: string;
  /** What it is about, where each item goes by its own. */
  readonly items: readonly string[];
  /** Null where no deadline runs. */
  readonly dueOn: Day | null;
  readonly workBy: Day | null;
  readonly assumed: boolean;
  readonly reachedOn: Day | null;
  readonly late: boolean;
  readonly verdict: Deadline['verdict'] | null;
  readonly sentence: { readonly nb: string; readonly nn: string };
}

export const deadlineVerdicts = codeList('deadlineVerdict', {
  MET: ['holdt', 'halden'],
  MISSED: ['ikke holdt', 'ikkje halden'],
});

export const deadlineShape = object({
  rule: codeOf(deadlineRules),
  version: text('The version of the rule that was in force when it began'),
  legalBasis: text('Such as fvl § 11 a'),
  items: list(codeOf(items, 'What it is about, where each item goes by its own legal basis')),
  dueOn: orNull(date('The last day; null where no deadline runs')),
  workBy: orNull(date('The last working day on which it may be done, where the last day is none')),
  assumed: flag('It runs from a day that is assumed'),
  reachedOn: orNull(date('When it was done')),
  late: flag('It was not done by then'),
  verdict: orNull(codeOf(deadlineVerdicts)),
  sentence: object({ nb: text(), nn: text() }),
});

/** What the case is to be held against, as far as it is known on a day. */
export const deadlinesOfCase = (
  facts: CaseFacts,
  { dayOf, tables, today }: { readonly dayOf: TargetDay; readonly tables: RuleTables; readonly today: Day },
): readonly CaseDeadline[] =>
  deadlinesOf(facts, (receivedOn) => dayOf('RECEIVED_TO_DECIDED', receivedOn), tables).map(
    ({ rule, about, doneOn, deadline }) => ({
      rule,
      version: deadline.version,
      legalBasis: rules[rule].legalBasis,
      items: about,
      dueOn: deadline.due ?? null,
      workBy: deadline.workBy ?? null,
      assumed: deadline.isAssumed,
      reachedOn: doneOn,
      late: isOwed(rule) && deadline.due !== undefined && (doneOn ?? today) > deadline.due,
      verdict: deadline.verdict ?? null,
      sentence: staffSentences(deadline),
    }),
  );
