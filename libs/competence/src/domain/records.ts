import type { Decider } from '#event-sourcing/decider';
import type { Events } from '#event-sourcing/event';
import type { SteppedIntent } from '#event-sourcing/stepped';
import type { Standing } from '#event-sourcing/refusals';
import { cooperationDecider } from './cooperation/decide.js';
import { cooperationSteps } from './cooperation/steps.js';
import { controlledDocumentDecider } from './documents/decide.js';
import { documentSteps } from './documents/steps.js';
import { staffCompetenceDecider } from './staff/decide.js';
import { staffSteps } from './staff/steps.js';
import { competenceDecider, topicOf, topicSteps } from './topics/decide.js';
import { trainingDecider } from './training/decide.js';
import { trainingSteps } from './training/steps.js';

type Said = Readonly<Record<string, unknown>>;

/** Every kind of record that the unit keeps here: its steps, what decides on them, and what its stream goes by. */
export const records = {
  training: { decider: trainingDecider, steps: trainingSteps, idIn: ({ trainingId }: Said) => trainingId },
  staffCompetence: {
    decider: staffCompetenceDecider,
    steps: staffSteps,
    idIn: ({ partyId }: Said) => partyId,
  },
  controlledDocument: {
    decider: controlledDocumentDecider,
    steps: documentSteps,
    idIn: ({ documentId }: Said) => documentId,
  },
  cooperation: {
    decider: cooperationDecider,
    steps: cooperationSteps,
    idIn: ({ matterId }: Said) => matterId,
  },
  competence: {
    decider: competenceDecider,
    steps: topicSteps,
    idIn: (_: Said, type: string): unknown => topicOf(type),
  },
} as const;
export type RecordKind = keyof typeof records;
/** What decides on a kind of record, whatever its state is. */
export const deciderOf = (kind: RecordKind) =>
  records[kind].decider as unknown as Decider<unknown, SteppedIntent<unknown, Standing>, Events>;

export const recordKinds = Object.keys(records) as RecordKind[];

type Known = (typeof records)[RecordKind]['steps'][number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

/** In which kind of record a step of this type stands. */
export function kindOf(type: string): RecordKind {
  const kind = recordKinds.find((one) => records[one].steps.some((step) => step.type === type));
  if (kind === undefined) throw new Error(`${type} is no step of the unit's own records`);
  return kind;
}
