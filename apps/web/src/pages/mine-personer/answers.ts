import type { Read } from '../../api/read.js';
import { endsIn, hiddenInEnds } from '../../coordination/ends.js';
import type { OperationId } from '../../steps/operations.js';
import type { Values } from '../../steps/values.js';

type Coordination = Read<'/v1/subjects/{subjectId}/coordination'>;

/** The commands by which something is answered, or that the end of something is told, whatever of it is the person's. */
export type Answering = readonly OperationId[] | 'ENDS';

export interface Answer {
  readonly key: string;
  readonly operation: OperationId;
  readonly preset: Values;
  readonly hide: readonly string[];
  readonly label?: string;
}

/** The answers that can be given of a person as known, the usual one first. `left` says that somebody has left. */
export function answersOf(
  answering: Answering,
  known: Coordination | undefined,
  left: (name: string) => string,
): readonly Answer[] {
  if (answering !== 'ENDS') {
    return answering.map((operation) => ({
      key: operation,
      operation,
      preset: presetOf(operation, known),
      hide: hidden,
    }));
  }
  if (known === undefined) return [];
  return endsIn(known).map(({ operation, named, name }) => ({
    key: JSON.stringify(named),
    operation,
    preset: named,
    hide: hiddenInEnds,
    ...(name !== undefined && { label: left(name) }),
  }));
}

/** Who answers is whoever is signed in; the unit also types in what a leader answers. */
const hidden = ['reviewedById', 'writtenById', 'appointmentId'];

function presetOf(operation: OperationId, known: Coordination | undefined): Values {
  if (operation !== 'Reviews_review' || known === undefined) return {};
  const { activePlanId, coordinator, members } = known;
  return {
    outcome: 'STILL_RIGHT',
    parts: [
      ...(activePlanId === null ? [] : ['PLAN']),
      ...(coordinator === null ? [] : ['COORDINATOR']),
      ...(members.some(({ leftOn }) => leftOn === null) ? ['GROUP'] : []),
    ],
  };
}
