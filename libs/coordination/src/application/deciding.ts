import type { Basis, CommandContext, CommandRunner, IntentOf, Receipt } from '#event-sourcing';
import { presentSubject } from '#subject';
import type { Person } from './circumstances.js';
import { coordinationDecider } from '../domain/decide.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { coordinationStream } from '../questions.js';

interface Answer {
  readonly intent: IntentOf<CoordinationIntent>;
  readonly basis: readonly Basis[];
}

/**
 * Decides on a person who is there and not disposed of, in the stream in which the person's coordination goes on unless another one is named;
 * what was looked up elsewhere is recorded as the decision's basis.
 */
export async function decideFor(
  runner: CommandRunner,
  { subjectId, standsWith }: { readonly subjectId: string; readonly standsWith?: string },
  context: CommandContext,
  ask: (person: Person) => Promise<Answer>,
): Promise<Receipt> {
  const tenant = context.municipality;
  const { birthYear, deathToldOn, registrations, ...subject } = await presentSubject(
    runner,
    tenant,
    subjectId,
  );
  const kept = standsWith ?? subject.coordinatedAs;
  const { intent, basis } = await ask({ subjectId: kept, birthYear, deathToldOn, registrations });
  const stream = coordinationStream(tenant, kept);
  return runner.run(coordinationDecider, stream, intent, context, [...subject.basis, ...basis]);
}
