import { type Day, dayOf, latest } from './days.js';
import { workingDaysAfter } from './days-off.js';
import type { Step } from './deadline.js';
import type { ComplaintInputs, Delivery } from './inputs.js';
import type { ComplaintRule } from './rules.js';

/** Ordinary mail is taken to have arrived on so many working days after it was posted, and one posted in time to have come within as many. */
export const postDays = 5;

type Delivered = Extract<Step, { readonly step: 'DELIVERED' }>;

/** From when the period to complain runs, and whether that is known; undefined where nobody can be said to have got the decision. */
export interface Start extends Delivered {
  readonly isAssumed: boolean;
}

/** The last of those who receive for one party counts, and where one has not got it, no deadline runs for any. */
export function startOf(rule: ComplaintRule, { delivery, deliveries }: ComplaintInputs): Start | undefined {
  const all = (deliveries ?? (delivery === undefined ? [] : [delivery])).map((one) => delivered(rule, one));
  const known = all.filter((one) => one !== undefined);
  const last = latest(known.map(({ on }) => on));
  const found = known.find(({ on }) => on === last);
  if (found === undefined || known.length < all.length) return undefined;
  return { ...found, isAssumed: known.some(({ isAssumed }) => isAssumed) };
}

function delivered(rule: ComplaintRule, delivery: Delivery): Start | undefined {
  const by = (by: Delivered['by'], on: Day, more: Partial<Start> = {}): Start => ({
    step: 'DELIVERED',
    by,
    on,
    isAssumed: false,
    ...more,
  });
  switch (delivery.kind) {
    case 'PROVEN':
      return by('PROVEN', delivery.on);
    case 'DIGITAL': {
      const { availableAt, notifiedAt, openedAt } = delivery;
      if (availableAt === undefined || notifiedAt === undefined) return undefined;
      const [available, notified] = [dayOf(availableAt), dayOf(notifiedAt)];
      const there = available > notified ? available : notified;
      // By fvl one has it when it is there (eForvaltningsforskriften § 11); by pbrl when one knows, or should know.
      if (rule === 'COMPLAINT_FVL') return by('DIGITAL', there);
      if (openedAt === undefined) return by('UNOPENED', there, { isAssumed: true });
      const opened = dayOf(openedAt);
      return by('OPENED', opened > there ? opened : there);
    }
    case 'MAIL': {
      const { postedOn, statedReceivedOn } = delivery;
      const assumed = workingDaysAfter(postedOn, postDays);
      if (statedReceivedOn !== undefined && statedReceivedOn > assumed) {
        return by('STATED', statedReceivedOn, { postedOn });
      }
      return by('MAIL', assumed, { postedOn, isAssumed: true });
    }
    case 'NONE':
      return undefined;
  }
}
