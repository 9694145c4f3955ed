import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { contactCardRefusals, contactCardSteps } from './contact-cards.js';
import { delegationRefusals, delegationSteps } from './delegations.js';
import { delegationsOn, initialState, type Organisation } from './organisation.js';
import { lawSteps } from './law.js';
import { partnerSteps } from './partners.js';
import { retentionSteps } from './retention.js';
import { serviceSteps } from './services.js';
import type { ActOnDelegation, OrganisationAsked, Step } from './step.js';

/** What a municipality tells of its unit, each topic in a stream of its own. */
const byTopic = {
  contactCards: contactCardSteps,
  delegations: delegationSteps,
  services: serviceSteps,
  partners: partnerSteps,
  retention: retentionSteps,
  law: lawSteps,
} as const;
export type Topic = keyof typeof byTopic;
export const topics = Object.keys(byTopic) as Topic[];

const steps = Object.values(byTopic).flat();
type Known = (typeof byTopic)[Topic][number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const organisationEvents = events(
  { category: 'organisation', owner: 'municipality', class: 'UNIT' },
  declaredIn(steps),
);
export type OrganisationEvent = EventOf<typeof organisationEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);

/** The stream in which steps of this type stand. */
export function topicOf(type: string): Topic {
  const topic = topics.find((one) => byTopic[one].some((step) => step.type === type));
  if (topic === undefined) throw new Error(`${type} is no step of an organisation`);
  return topic;
}

const stepped = steppedDecider<Organisation, OrganisationAsked, typeof organisationEvents, ActOnDelegation>({
  events: organisationEvents,
  initialState,
  stepOf,
  refusals: contactCardRefusals,
  supports: (state, { delegationId, fromRole, ...act }) =>
    delegationsOn(state, act).some((one) => one.delegationId === delegationId && one.fromRole === fromRole),
});

/** History stands: that authority was delegated is never said not to have been, since appointments and decisions name the delegation (S3, inv. 7). */
export const organisationDecider: typeof stepped = {
  ...stepped,
  decide(intent, state, history) {
    const annulled =
      intent.type === 'AnnulStep' ? history.find(({ id }) => id === intent.data.eventId) : undefined;
    delegationRefusals.refuseIf(annulled?.type === 'AuthorityDelegated', 'delegation-stays');
    return stepped.decide(intent, state, history);
  },
};
