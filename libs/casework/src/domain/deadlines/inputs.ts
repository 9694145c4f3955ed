import {
  computeDeadline,
  type Day,
  type Deadline,
  type Delivery,
  type InputsOf,
  type LawRule,
  type Period,
  rules,
  type RuleTables,
  type RuleVersion,
  staffSentences,
} from '#deadlines';
import type { CaseRule, InputCode } from './codes.js';

/** One thing that a deadline is computed from, as its event has it: what it is, on which day, until which, how long. */
export interface DeadlineInput {
  readonly input: InputCode;
  readonly on?: Day | undefined;
  readonly until?: Day | undefined;
  readonly count?: number | undefined;
  readonly unit?: 'D' | 'W' | 'M' | 'Y' | undefined;
  readonly reasonCode?: string | undefined;
}

/** What follows from the recorded inputs of a deadline, and from when it was done; `tables`: by other versions of the rules. A new kind of input is read here, and named in `deadlineInputs`. */
export function computedFrom(
  rule: CaseRule,
  recorded: readonly DeadlineInput[],
  doneOn: Day | null = null,
  tables: RuleTables = {},
): Deadline {
  const first = (input: InputCode) => recorded.find((one) => one.input === input);
  const target = first('TARGET');
  const preliminaryReplies = recorded
    .filter(({ input }) => input === 'PRELIMINARY_REPLY')
    .map(({ on: sentOn, until: expectedOn, reasonCode }) => ({
      sentOn,
      ...told({ expectedOn, reasonCode }),
    }));
  const deliveries = recorded.flatMap(deliveryIn);
  const inputs = {
    ...told({ receivedOn: first('RECEIVED')?.on, decisionMadeOn: first('DECIDED')?.on }),
    ...(target && { target: periodOf(target) }),
    ...(preliminaryReplies.length > 0 && { preliminaryReplies }),
    ...(deliveries.length > 0 && { deliveries }),
    ...told({ doneOn: doneOn ?? undefined, ruleTable: tables[rule as LawRule] ?? adoptedIn(rule, recorded) }),
    // A year that was mistyped stops nothing: before the first version of a rule, the first holds.
    ...(recorded.some(({ on }) => on !== undefined && on < rules[rule].versions[0].validFrom) && {
      calendarTest: true,
    }),
  };
  return computeDeadline(rule, inputs as unknown as InputsOf[CaseRule]);
}

/** How a deadline came about, in bokmål and nynorsk, to those who handle the case; empty where that is not to be told. */
export function deadlineSentences(
  rule: CaseRule,
  recorded: readonly DeadlineInput[],
): readonly [nb: string, nn: string] {
  const { nb, nn } = staffSentences(computedFrom(rule, recorded));
  return [nb, nn];
}

/** The versions that a municipality adopted, up to the one that a deadline goes by; none where it goes by one of the release. */
export function adoptedInputs(rule: CaseRule, version: string, tables: RuleTables): readonly DeadlineInput[] {
  const shipped: readonly RuleVersion[] = rules[rule].versions;
  const own = (tables[rule as LawRule] ?? []).filter(
    (one) => !shipped.some((other) => other.version === one.version),
  );
  const last = own.find((one) => one.version === version);
  if (last === undefined) return [];
  return own
    .filter(({ validFrom }) => validFrom <= last.validFrom)
    .map(({ validFrom, period, transition }) => ({
      input: transition === 'TRIGGER_DATE' ? 'RULE_FOR_LATER' : 'RULE_VERSION',
      on: validFrom,
      count: Number(period.slice(1, -1)),
      unit: period.slice(-1) as 'W',
    }));
}

/** The rule as it stood with the versions that were recorded with a deadline; undefined where none was. */
function adoptedIn(rule: CaseRule, recorded: readonly DeadlineInput[]): readonly RuleVersion[] | undefined {
  const own = recorded.flatMap((one): RuleVersion[] => {
    const { input, on = '' } = one;
    if (input !== 'RULE_VERSION' && input !== 'RULE_FOR_LATER') return [];
    const transition = input === 'RULE_VERSION' ? 'LONGER_OF' : 'TRIGGER_DATE';
    return [{ version: on, validFrom: on, period: periodOf(one), transition }];
  });
  return own.length === 0 ? undefined : [...rules[rule].versions, ...own];
}

const periodOf = ({ count = 0, unit = 'D' }: DeadlineInput): Period => `P${count}${unit}`;

/** How something reached its receiver, where that is what an input tells. */
export function deliveryIn({ input, on = '' }: DeadlineInput): readonly Delivery[] {
  switch (input) {
    case 'DELIVERED':
      return [{ kind: 'PROVEN', on }];
    case 'POSTED':
      return [{ kind: 'MAIL', postedOn: on }];
    case 'SENT_DIGITALLY': {
      // Only the day is known, which noon is on.
      const at = `${on}T12:00:00Z`;
      return [{ kind: 'DIGITAL', availableAt: at, notifiedAt: at }];
    }
    case 'NOT_DELIVERED':
      return [{ kind: 'NONE' }];
    case 'RECEIVED':
    case 'TARGET':
    case 'PRELIMINARY_REPLY':
    case 'DECIDED':
    case 'RULE_VERSION':
    case 'RULE_FOR_LATER':
      return [];
  }
}

/** What is not known is not told. */
const told = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
