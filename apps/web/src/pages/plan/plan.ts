import { createContext, useContext } from 'react';
import type { Read } from '../../api/read.js';
import type { OperationId } from '../../steps/operations.js';
import type { PlacedStep } from '../../steps/placed-step.js';
import type { Values } from '../../steps/values.js';
import type { Choice } from '../../ui/choose-one.js';

export type Plan = Read<'/v1/plans/{planId}'>;
export type Section = Plan['sections'][number];

/** Something that can be written into the plan in its place. */
export interface PlanStep extends PlacedStep {
  readonly part: Part;
  readonly params?: Readonly<Record<string, string>>;
  readonly preset?: Values;
  readonly hide?: readonly string[];
}
/** Where on the page a step stands. */
export type Part =
  | 'OWN_STORY'
  | 'WHAT_MATTERS'
  | 'RESOURCES'
  | 'NEEDS'
  | 'HOW'
  | 'COOPERATION'
  | 'GOALS'
  | 'MEASURES'
  | 'PARTICIPANTS'
  | 'SUB_PLANS'
  | 'course'
  | 'access';

interface PlanPageState {
  readonly plan: Plan;
  /** Whether it is written in here, and now. */
  readonly writes: boolean;
  readonly opened: PlanStep | undefined;
  readonly open: (step: PlanStep) => void;
  readonly close: () => void;
  /** What ids are chosen among, by the field. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

export const PlanContext = createContext<PlanPageState | undefined>(undefined);

export function usePlanPage(): PlanPageState {
  const state = useContext(PlanContext);
  if (state === undefined) throw new Error('Only parts of the page of a plan are about one');
  return state;
}

/** A step without anything of its own. */
export const stepIn = (
  part: Part,
  operation: OperationId,
  more: Omit<PlanStep, 'part' | 'operation'> = {},
) => ({
  part,
  operation,
  ...more,
});
