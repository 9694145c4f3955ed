import { type Day, dayOf } from './days.js';
import { workingDaysAfter } from './days-off.js';
import type { Deadline, Step, Verdict } from './deadline.js';
import { postDays, type Start, startOf } from './delivery.js';
import type { ComplaintInputs, GroundsRequest, InputsOf, Lodging } from './inputs.js';
import { type ComplaintRule, type Roll, type RuleId, type RuleVersion, rules, versionOn } from './rules.js';
import { endAfter, endOn } from './running.js';

/** A period to complain on its way through what befalls it. */
interface Clock {
  readonly version: string;
  readonly ranFrom: Day;
  readonly nominal: Day;
  /** Absent while it stands still. */
  readonly due: Day | undefined;
  readonly steps: readonly Step[];
}

/** The versions that a complaint's period goes by, and what becomes of its end on a day off. */
interface Running {
  readonly table: readonly RuleVersion[];
  readonly roll: Roll;
  /** Only the arithmetic is asked. */
  readonly isArithmetic: boolean;
}

/** By when one may complain, of what one knows or is taken to know (pbrl § 7-5, fvl § 29). */
export function complaintDeadline(rule: RuleId, base: ComplaintRule, inputs: ComplaintInputs): Deadline {
  const start = startOf(base, inputs);
  if (start === undefined) return notRunning(rule, base, inputs);
  const { isAssumed, ...delivered } = start;
  const clock = clockFrom(base, start, inputs);
  const { version, nominal, due, steps } = clock;
  const judged = judge(clock, start, inputs);
  return {
    rule,
    version,
    nominal: due === undefined ? undefined : nominal,
    due,
    isAssumed,
    verdict: judged,
    steps: [delivered, ...steps],
  };
}

/** Until when a complaint that came too late may be assessed: a year from the decision (fvl § 31), where a deadline was exceeded at all. */
export function outerLimit({ base, ...inputs }: InputsOf['COMPLAINT_LATE']): Deadline {
  const found = complaintDeadline('COMPLAINT_LATE', base, inputs);
  const limit = found.due === undefined ? undefined : limitFrom(inputs.decisionMadeOn);
  const lodgedOn = lodgingDay(inputs.complaint);
  const expired: Step[] =
    found.due === undefined || lodgedOn === undefined || lodgedOn <= found.due
      ? []
      : [{ step: 'EXPIRED', on: found.due, lodgedOn }];
  return {
    ...found,
    nominal: limit?.nominal,
    due: limit?.due,
    steps: [...found.steps, ...expired, ...(limit?.steps ?? [])],
  };
}

const notRunning = (
  rule: RuleId,
  base: ComplaintRule,
  { complaint, ruleTable }: ComplaintInputs,
): Deadline => ({
  rule,
  version: (ruleTable ?? rules[base].versions)[0]?.version ?? '1',
  isAssumed: false,
  verdict: complaint === undefined ? undefined : 'IN_TIME',
  steps: [{ step: 'NOT_DELIVERED' }],
});

function clockFrom(base: ComplaintRule, { on }: Start, inputs: ComplaintInputs): Clock {
  const { calendarTest = false, ruleTable = rules[base].versions, groundsRequests = [] } = inputs;
  const { roll } = rules[base];
  const running = { table: ruleTable, roll, isArithmetic: calendarTest };
  const begun = beginOn(on, running);
  const told = withTold(begun, inputs);
  return groundsRequests.reduce(
    ({ clock, isAnswered }, request) => interrupted(clock, isAnswered, request, running),
    { clock: withExtension(told, inputs, roll), isAnswered: false },
  ).clock;
}

/** By the version in force on that day; one that enters into force while it runs counts where it gives longer. */
function beginOn(on: Day, { table, roll, isArithmetic }: Running): Clock {
  const first = versionOn(table, on, isArithmetic);
  const begun: Clock = { version: first.version, ranFrom: on, ...endAfter(on, first.period, roll) };
  return table
    .filter(({ validFrom }) => validFrom > on && validFrom > first.validFrom && !isArithmetic)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
    .reduce((clock, { version, validFrom, period, transition = 'LONGER_OF' }) => {
      if (transition === 'TRIGGER_DATE' || clock.due === undefined || validFrom > clock.due) return clock;
      const longer = endAfter(on, period, roll);
      if (longer.due <= clock.due) return clock;
      const changed: Step = { step: 'RULE_CHANGED', version, from: validFrom };
      return { ...clock, ...longer, version, steps: [changed, ...longer.steps] };
    }, begun);
}

/** A later day that the letter names holds; an earlier one takes nothing. */
function withTold(clock: Clock, { toldDueOn }: ComplaintInputs): Clock {
  if (toldDueOn === undefined || clock.due === undefined || toldDueOn <= clock.due) return clock;
  return {
    ...clock,
    nominal: toldDueOn,
    due: toldDueOn,
    steps: [...clock.steps, { step: 'TOLD', on: toldDueOn }],
  };
}

/** Decided while it runs. */
function withExtension(clock: Clock, { extension }: ComplaintInputs, roll: Roll): Clock {
  if (extension === undefined || clock.due === undefined || extension.decidedOn > clock.due) return clock;
  const { nominal, due, steps } = endOn(extension.to, roll);
  if (due <= clock.due) return clock;
  const extended: Step = { step: 'EXTENDED', on: extension.decidedOn, to: extension.to };
  return { ...clock, nominal, due, steps: [...clock.steps, extended, ...steps] };
}

/** A request for grounds while it runs stops it; the grounds begin it anew, once, unless they were not all. */
function interrupted(
  clock: Clock,
  isAnswered: boolean,
  { sentOn, groundsReceivedOn, complete = true }: GroundsRequest,
  running: Running,
): { readonly clock: Clock; readonly isAnswered: boolean } {
  if (isAnswered || clock.due === undefined || sentOn > clock.due) return { clock, isAnswered };
  const asked: Step = { step: 'INTERRUPTED', on: sentOn };
  if (groundsReceivedOn === undefined) {
    return { clock: { ...clock, due: undefined, steps: [...clock.steps, asked] }, isAnswered };
  }
  const anew = beginOn(groundsReceivedOn, running);
  const isLater = anew.due !== undefined && anew.due >= clock.due;
  const given: Step[] = [asked, { step: 'GROUNDS', on: groundsReceivedOn }];
  return {
    clock: isLater ? { ...anew, steps: [...clock.steps, ...given, ...anew.steps] } : clock,
    isAnswered: complete,
  };
}

/** The day that counts: of sending, else of arrival. */
function lodgingDay(complaint: Lodging | undefined): Day | undefined {
  if (complaint === undefined) return undefined;
  switch (complaint.channel) {
    case 'PAPER':
      return complaint.sentOn ?? complaint.receivedOn;
    case 'ELECTRONIC': {
      const at = complaint.sentAt ?? complaint.receivedAt;
      return at === undefined ? undefined : dayOf(at);
    }
    case 'HANDED_IN':
    case 'ORAL':
      return complaint.on;
  }
}

/** A year after a day (fvl § 31). */
function yearFrom(day: Day) {
  const { versions, roll } = rules.COMPLAINT_LATE;
  return endAfter(day, versionOn(versions, day).period, roll);
}
const limitFrom = (decisionMadeOn: Day | undefined) =>
  decisionMadeOn === undefined ? undefined : yearFrom(decisionMadeOn);

/** Whether a complaint is in time (fvl §§ 30, 31; domstolloven §§ 146, 149). A person judges what came late. */
function judge(
  { due, ranFrom }: Clock,
  { isAssumed }: Start,
  { complaint, decisionMadeOn }: ComplaintInputs,
): Verdict | undefined {
  const lodgedOn = lodgingDay(complaint);
  if (complaint === undefined || lodgedOn === undefined) return undefined;
  if (due === undefined || lodgedOn <= due) return 'IN_TIME';
  const isPostingUnknown = complaint.channel === 'PAPER' && complaint.sentOn === undefined;
  if (isPostingUnknown && lodgedOn <= workingDaysAfter(due, postDays)) return 'IN_TIME_UNPROVEN';
  const limit = limitFrom(decisionMadeOn);
  if (limit === undefined || lodgedOn <= limit.due) return isAssumed ? 'IN_TIME_UNPROVEN' : 'LATE_ASSESS';
  const isDoubtful = isAssumed || lodgedOn <= yearFrom(ranFrom).due;
  return isDoubtful ? 'LATE_OUTER_DOUBT' : 'LATE_OUTER';
}
