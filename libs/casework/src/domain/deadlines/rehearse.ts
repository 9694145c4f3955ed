import {
  type Day,
  type Deadline,
  type ProposedVersion,
  rules,
  type RuleTables,
  type RuleVersion,
} from '#deadlines';
import type { CaseRule } from './codes.js';
import { type CaseFacts, type DecisionTarget, deadlinesOf, type FoundDeadline } from './of-case.js';

/** A deadline of a case that another version of its rule would set otherwise. */
export interface OtherwiseDue {
  readonly rule: CaseRule;
  readonly about: readonly string[];
  readonly was: Deadline;
  readonly now: Deadline;
  /** It is somebody's right, such as to complain; else what the municipality is to do. */
  readonly isRight: boolean;
  /** So it will be: the case goes by the new version by its own days. Else it would be, had the version held then. */
  readonly goesByIt: boolean;
}

/** The versions of a rule as they would stand with the proposed one, and the proposed one as though none had held before it. */
export function tablesWith({ rule, ...proposed }: ProposedVersion, current: RuleTables = {}) {
  const held: readonly RuleVersion[] = current[rule] ?? rules[rule].versions;
  return {
    adopted: { ...current, [rule]: [...held, proposed] },
    asIf: { ...current, [rule]: [{ ...proposed, validFrom: '0001-01-01' }] },
  };
}

/** What would be otherwise in a case by a version of a rule, had it held all along. Changes nothing. */
export function otherwiseBy(
  facts: CaseFacts,
  target: DecisionTarget,
  { proposed, current = {} }: { readonly proposed: ProposedVersion; readonly current?: RuleTables },
): readonly OtherwiseDue[] {
  const { adopted, asIf } = tablesWith(proposed, current);
  const [before, after, really] = [current, asIf, adopted].map((tables) =>
    deadlinesOf(facts, target, tables),
  );
  const dueOf = (found: readonly FoundDeadline[] | undefined, { rule }: FoundDeadline): Day | undefined =>
    found?.find((one) => one.rule === rule)?.deadline.due;
  return (after ?? []).flatMap((now) => {
    const was = before?.find((one) => one.rule === now.rule);
    if (was === undefined || was.deadline.due === now.deadline.due) return [];
    const { rule, about } = now;
    return [
      {
        rule,
        about,
        was: was.deadline,
        now: now.deadline,
        isRight: rules[rule].kind === 'RIGHT',
        goesByIt: dueOf(really, now) === now.deadline.due,
      },
    ];
  });
}
