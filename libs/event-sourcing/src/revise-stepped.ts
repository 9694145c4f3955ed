import type { CommandContext, Receipt, Recording } from './command-runner.js';
import { asChanged } from './correctable.js';
import type { Decider } from './decider.js';
import type { Events } from './event.js';
import type { Answered, Basis } from './recorded.js';
import type { Standing } from './refusals.js';
import type { Revision } from './revise.js';
import type { Fact } from './step.js';
import type { NamedElsewhere, SteppedIntent } from './stepped.js';

interface Revising<State, Asked, E extends Events, Resting extends Standing> {
  readonly decider: Decider<State, SteppedIntent<Asked, Resting>, E>;
  readonly stream: string;
  readonly revision: Revision;
  /** What rests on the stream elsewhere; nothing unless told. */
  readonly resting?: Answered<readonly Resting[]>;
  /** What holds of everything that the changed fields of an event of this type name. */
  readonly ask: (
    type: string,
    changed: Fact['data'],
  ) => Promise<{
    readonly named: NamedElsewhere;
    readonly asked: Asked;
    readonly basis: readonly Basis[];
  }>;
}

/** Puts an event of a stream of steps right, or says that it was recorded in error; what was asked elsewhere is the decision's basis. */
export async function reviseStepped<State, Asked, E extends Events, Resting extends Standing>(
  runner: Recording,
  { decider, stream, revision, resting, ask }: Revising<State, Asked, E, Resting>,
  context: CommandContext,
): Promise<Receipt> {
  const { answer: restingElsewhere, basis: rested } = resting ?? { answer: [], basis: [] };
  if ('reasonCode' in revision) {
    const data = { ...revision, restingElsewhere };
    return runner.run(decider, stream, { type: 'AnnulStep', data }, context, rested);
  }
  const { history } = await runner.look(decider, stream);
  const { type } = asChanged(decider.events, history, revision);
  const { named, asked, basis } = await ask(type, revision.changed);
  const data = { ...revision, ...named, restingElsewhere, asked };
  return runner.run(decider, stream, { type: 'CorrectStep', data }, context, [...rested, ...basis]);
}
