import type { CommandRunner } from '#event-sourcing';
import type { RuleTables } from '#deadlines';
import { ruleTablesOf, type TargetCode, type TargetDay, targets, targetsOf } from '#municipality';
import { fromLog } from './from-log.js';
import { codeOf, date, flag, object } from './shape.js';

/** A target of the municipality's own, and how it stands. */
export interface Target {
  readonly target: TargetCode;
  readonly dueOn: string;
  readonly late: boolean;
}
export const target = {
  target: codeOf(targets),
  dueOn: date('The last day within the days that the municipality’s profile of then sets'),
  late: flag('It was not done by then'),
};
export const targetShape = object(target);

/** What the municipality means to do by which day; nothing while the log is away. */
export const targetsIn = async (runner: CommandRunner, tenant: string): Promise<TargetDay> =>
  (await fromLog(targetsOf(runner, tenant))) ?? (() => undefined);

/** The versions of rules that the municipality computes by; those of the release while the log is away. */
export const ruleTablesIn = async (runner: CommandRunner, tenant: string): Promise<RuleTables> =>
  (await fromLog(ruleTablesOf(runner, tenant)))?.answer ?? {};

/** Null where the municipality has no such target, or nothing is counted from yet. `until`: the day on which it was done, else today. */
export function targetOn(
  dayOf: TargetDay,
  of: TargetCode,
  { from, until }: { readonly from: string | null; readonly until: string },
): Target | null {
  const dueOn = from === null ? undefined : dayOf(of, from);
  return dueOn === undefined ? null : { target: of, dueOn, late: dueOn < until };
}
