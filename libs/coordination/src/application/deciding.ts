import type { Basis, CommandContext, CommandRunner, IntentOf, Receipt } from '#event-sourcing';
import { presentSubject } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { coordinationStream } from '../questions.js';

interface Answer {
  readonly intent: IntentOf<CoordinationIntent>;
  readonly basis: readonly Basis[];
}

/** Decides on a person who is there and not disposed of; what was looked up elsewhere is recorded as the decision's basis. */
export async function decideFor(
  runner: CommandRunner,
  subjectId: string,
  context: CommandContext,
  ask: (birthYear: number | undefined) => Promise<Answer>,
): Promise<Receipt> {
  const tenant = context.municipality;
  const subject = await presentSubject(runner, tenant, subjectId);
  const { intent, basis } = await ask(subject.birthYear);
  const stream = coordinationStream(tenant, subjectId);
  return runner.run(coordinationDecider, stream, intent, context, [...subject.basis, ...basis]);
}
