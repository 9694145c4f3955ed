import { id } from '#event-sourcing/event';
import { stepsOf } from '#event-sourcing/step';
import { subscriptionRefusals } from './refusals.js';
import type { Known, Subscriptions } from './state.js';

const { refusal, refuseIf, inOrder } = subscriptionRefusals;

export const about = { municipality: id() };
/** A text about nobody in the register, sealed all the same. */
export const own = { of: 'municipality', class: 'UNIT' } as const;

export const step = stepsOf<Subscriptions, undefined, unknown, typeof about>();

/** One that is not revoked, on a day after what was told of it. */
export function going({ all }: Subscriptions, subscriptionId: string, day: string): Known {
  const found = all.find((one) => one.subscriptionId === subscriptionId);
  if (!found) throw refusal('no-such-subscription');
  refuseIf(found.status === 'revoked', 'subscription-revoked');
  inOrder(found.lastOn, day, 'date-order.told');
  return found;
}
