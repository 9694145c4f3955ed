import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { subscriptionRefusals } from './refusals.js';
import { initialState, type Subscriptions } from './state.js';
import { subscriptionSteps } from './steps.js';

export const subscriptionEvents = events(
  { category: 'subscription', owner: 'municipality', class: 'UNIT' },
  declaredIn(subscriptionSteps),
);
export type SubscriptionEvent = EventOf<typeof subscriptionEvents>;

type Known = (typeof subscriptionSteps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const stepOf = stepsByType(
  subscriptionSteps as unknown as readonly Step<Subscriptions, undefined, unknown>[],
);

export const subscriptionDecider = steppedDecider<Subscriptions, unknown, typeof subscriptionEvents>({
  events: subscriptionEvents,
  initialState,
  stepOf,
  refusals: subscriptionRefusals,
  supports: () => true,
});
