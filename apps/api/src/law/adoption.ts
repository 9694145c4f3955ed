import type { Day, LawRule, Period, ProposedVersion } from '#deadlines';
import type { CommandRunner } from '#event-sourcing';
import { adoptedRulesOf, refuseUnseen } from '#municipality';
import { countsOf, rehearsed, type RehearsalParts } from './rehearse.js';

/** A version that is to be adopted, by whoever has seen a rehearsal of it. */
export interface Adopting {
  readonly tenant: string;
  readonly today: Day;
  readonly proposed: ProposedVersion;
  /** So many deadlines came out otherwise in the rehearsal that was seen. */
  readonly otherwise: number | undefined;
}

/** What is recorded of a version and its rehearsal. Refused where a rehearsal of now finds other than was seen; one that is adopted already is left to the log. */
export async function adopting(
  parts: RehearsalParts & { readonly runner: CommandRunner },
  { tenant, today, proposed, otherwise }: Adopting,
) {
  const { rule, version: ruleVersion, validFrom, period, transition } = proposed;
  const told = { rule, ruleVersion, validFrom, ...lengthOf(period), ...(transition && { transition }) };
  const before = (await adoptedRulesOf(parts.runner, tenant)).find(
    (one) => one.rule === rule && one.ruleVersion === ruleVersion,
  );
  if (before !== undefined) {
    const { casesRehearsed, deadlinesOtherwise } = before;
    return { ...told, casesRehearsed, deadlinesOtherwise };
  }
  const found = await rehearsed(parts, { tenant, today, proposed });
  const { deadlines } = countsOf(found);
  refuseUnseen(deadlines, otherwise);
  return { ...told, casesRehearsed: found.lookedAt, deadlinesOtherwise: deadlines };
}

/** As an event has a period. */
export const lengthOf = (period: Period) => ({
  count: Number(period.slice(1, -1)),
  periodUnit: period.slice(-1) as 'D' | 'W' | 'M' | 'Y',
});

export interface ToldVersion {
  readonly rule: LawRule;
  readonly ruleVersion: string;
  readonly validFrom: Day;
  readonly count: number;
  readonly periodUnit: 'D' | 'W' | 'M' | 'Y';
  readonly transition?: 'LONGER_OF' | 'TRIGGER_DATE' | undefined;
}
export const proposedOf = ({
  rule,
  ruleVersion: version,
  validFrom,
  count,
  periodUnit,
  transition,
}: ToldVersion) =>
  ({ rule, version, validFrom, period: `P${count}${periodUnit}`, transition }) satisfies ProposedVersion;
