import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { courseSteps } from './courses.js';
import { lawSteps } from './law.js';
import { materialSteps } from './material.js';
import { planSteps } from './plans.js';
import { initialState, type Topics } from './state.js';
import { topicRefusals } from './step.js';

/** What the unit keeps for everybody's use, each topic in a stream of its own: `competence-<tenant>.<topic>`. */
const byTopic = {
  courses: courseSteps,
  lawReferences: lawSteps,
  material: materialSteps,
  plans: planSteps,
} as const;
export type Topic = keyof typeof byTopic;
export const topics = Object.keys(byTopic) as Topic[];

export const topicSteps = [...courseSteps, ...lawSteps, ...materialSteps, ...planSteps] as const;

export const competenceEvents = events(
  { category: 'competence', owner: 'municipality', class: 'UNIT' },
  declaredIn(topicSteps),
);
export type CompetenceEvent = EventOf<typeof competenceEvents>;

/** The stream in which steps of this type stand. */
export function topicOf(type: string): Topic {
  const topic = topics.find((one) => byTopic[one].some((step) => step.type === type));
  if (topic === undefined) throw new Error(`${type} stands in no topic`);
  return topic;
}

export const competenceDecider = steppedDecider<Topics, unknown, typeof competenceEvents>({
  events: competenceEvents,
  initialState,
  stepOf: stepsByType(topicSteps as unknown as readonly Step<Topics, undefined, unknown>[]),
  refusals: topicRefusals,
  supports: () => true,
});
