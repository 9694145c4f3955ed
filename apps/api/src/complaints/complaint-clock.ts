import {
  type ComplaintRule,
  complaintRules,
  handlingDeadline,
  periodsIn,
  type Timeliness,
  timelinessVerdicts,
} from '#complaint';
import { daysFrom, rules, type RuleTables, staffSentences } from '#deadlines';
import type { TargetDay } from '#municipality';
import { items } from '#vocabulary';
import { codeOf, date, flag, list, object, orNull, text } from '../reading/shape.js';

const sentence = object({ nb: text(), nn: text() });

/** By when one might complain, and whether one did: as it was assessed, or as it would be today. */
export const periodShape = object({
  rule: codeOf(complaintRules),
  version: text('The version of the rule that was in force when it began'),
  legalBasis: text('Such as pbrl § 7-5'),
  items: list(codeOf(items)),
  dueOn: orNull(date('The last day; null where no period runs')),
  limitOn: orNull(date('Of one that came too late: until when that may be excused (fvl § 31)')),
  assumed: flag('It runs from a day that is assumed'),
  verdict: codeOf(timelinessVerdicts),
  sentence,
});
export const periodsOf = (known: Timeliness, tables: RuleTables) =>
  periodsIn(known, tables).map(({ rule, items: about, deadline, verdict, limitOn }) => ({
    rule,
    version: deadline.version,
    legalBasis: rules[rule satisfies ComplaintRule].legalBasis,
    items: about,
    dueOn: deadline.due ?? null,
    limitOn: limitOn ?? null,
    assumed: deadline.isAssumed,
    verdict,
    sentence: staffSentences(deadline),
  }));

/** By when the municipality has changed the matter or forwarded the complaint, by its own target or the usual one. */
export const handlingShape = object({
  dueOn: date(),
  workBy: orNull(date('The last working day on which it may be done, where the last day is none')),
  reachedOn: orNull(date('When it was changed as wished, forwarded or withdrawn')),
  late: flag('It was not done by then'),
  sentence,
});
export function handlingOf(
  { receivedOn, reachedOn }: { readonly receivedOn: string; readonly reachedOn: string | null },
  dayOf: TargetDay,
  today: string,
) {
  const target = dayOf('COMPLAINT_HANDLED', receivedOn);
  const deadline = handlingDeadline({
    receivedOn,
    ...(target !== undefined && { targetDays: daysFrom(receivedOn, target) }),
  });
  const dueOn = deadline.due ?? receivedOn;
  return {
    dueOn,
    workBy: deadline.workBy ?? null,
    reachedOn,
    late: (reachedOn ?? today) > dueOn,
    sentence: staffSentences(deadline),
  };
}
