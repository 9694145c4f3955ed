import { events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { alikeRefusals } from '../alike.js';
import { type Board, initialState } from './board.js';
import { boardSteps } from './steps.js';

type Known = (typeof boardSteps)[number];
export type BoardStepType = Known['type'];
export type BoardStepOf<Type extends BoardStepType> = Extract<Known, { readonly type: Type }>;
export type BoardSaidOf<Type extends BoardStepType> = Parameters<BoardStepOf<Type>['decide']>[0];

/** Who sits on the municipality's board. Staff and politicians are parties; no text about anybody stands here. */
export const boardEvents = events(
  { category: 'board', owner: 'municipality', class: 'UNIT' },
  declaredIn(boardSteps),
);

export const boardStepOf = stepsByType(boardSteps as unknown as readonly Step<Board, undefined, unknown>[]);

export const boardDecider = steppedDecider<Board, unknown, typeof boardEvents>({
  events: boardEvents,
  initialState,
  stepOf: boardStepOf,
  refusals: alikeRefusals,
  supports: () => true,
});
