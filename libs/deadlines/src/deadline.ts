import type { Day, Period } from './days.js';
import type { DayOff } from './days-off.js';
import type { RuleId } from './rules.js';

/** How somebody is known to have got a decision, from which the period to complain runs. */
export type DeliveredBy = 'PROVEN' | 'DIGITAL' | 'OPENED' | 'UNOPENED' | 'MAIL' | 'STATED';

/** One step of a computation, in its order; what a deadline's sentence is made of. */
export type Step =
  | {
      readonly step: 'DELIVERED';
      readonly by: DeliveredBy;
      readonly on: Day;
      readonly postedOn?: Day | undefined;
    }
  | { readonly step: 'NOT_DELIVERED' }
  | { readonly step: 'BEGAN'; readonly on: Day }
  | { readonly step: 'PERIOD'; readonly period: Period; readonly from: Day; readonly to: Day }
  | { readonly step: 'MOVED'; readonly from: Day; readonly to: Day; readonly over: readonly DayOff[] }
  | { readonly step: 'NAMED'; readonly on: Day }
  | { readonly step: 'RULE_CHANGED'; readonly version: string; readonly from: Day }
  | { readonly step: 'TOLD'; readonly on: Day }
  | { readonly step: 'EXTENDED'; readonly on: Day; readonly to: Day }
  | { readonly step: 'INTERRUPTED'; readonly on: Day }
  | { readonly step: 'GROUNDS'; readonly on: Day }
  | { readonly step: 'PROMISED'; readonly on: Day; readonly to: Day }
  | { readonly step: 'LIMITED'; readonly period: Period; readonly from: Day }
  | { readonly step: 'EXPIRED'; readonly on: Day; readonly lodgedOn: Day };

/**
 * Of a complaint: in time; as if in time, with an open point; late, to be assessed; later than may usually be assessed, by one reading of the law or
 * by all. Nothing is rejected by it. Of a duty or target whether it was met, of a consent whether it held on the day.
 */
export type Verdict =
  | 'IN_TIME'
  | 'IN_TIME_UNPROVEN'
  | 'LATE_ASSESS'
  | 'LATE_OUTER_DOUBT'
  | 'LATE_OUTER'
  | 'MET'
  | 'MISSED'
  | 'VALID'
  | 'EXPIRED';

/** What follows from a rule and what is known; it is stored with both. */
export interface Deadline {
  readonly rule: RuleId;
  readonly version: string;
  /** Before it was moved. */
  readonly nominal?: Day | undefined;
  /** The last day; absent where no deadline runs. */
  readonly due?: Day | undefined;
  /** The last working day on which it may be done, where the end stands on a day off. */
  readonly workBy?: Day | undefined;
  /** Whether it runs from a day that is assumed, and not known. */
  readonly isAssumed: boolean;
  readonly verdict?: Verdict | undefined;
  readonly steps: readonly Step[];
}
