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
interface Whom {
  readonly subjectId: string;
  readonly standsWith?: string;
}
type Ask = (person: Person) => Promise<Answer>;

/**
 * Decides on a person who is there and not disposed of, in the stream in which the person's coordination goes on unless another one is named;
 * what was looked up elsewhere is recorded as the decision's basis.
 */
export async function decideFor(
  runner: CommandRunner,
  whom: Whom,
  context: CommandContext,
  ask: Ask,
): Promise<Receipt> {
  const { stream, intent, basis } = await askedOf(runner, whom, context, ask);
  return runner.run(coordinationDecider, stream, intent, context, basis);
}

/** Refuses what `decideFor` would refuse now, and records nothing; in which stream it would be. What the same command recorded before is not refused. */
export async function rehearseFor(
  runner: CommandRunner,
  whom: Whom,
  context: CommandContext,
  ask: Ask,
): Promise<string> {
  const { stream, intent } = await askedOf(runner, whom, context, ask);
  const { state, history } = await runner.look(coordinationDecider, stream);
  const { commandId, at, today } = context;
  if (!history.some(({ metadata }) => metadata.$causationId === commandId)) {
    coordinationDecider.decide({ ...intent, at, today } as CoordinationIntent, state, history);
  }
  return stream;
}

async function askedOf(
  runner: CommandRunner,
  { subjectId, standsWith }: Whom,
  { municipality: tenant }: CommandContext,
  ask: Ask,
) {
  const { birthYear, deathToldOn, registrations, ...subject } = await presentSubject(
    runner,
    tenant,
    subjectId,
  );
  const kept = standsWith ?? subject.coordinatedAs;
  const { intent, basis } = await ask({ subjectId: kept, birthYear, deathToldOn, registrations });
  return { stream: coordinationStream(tenant, kept), intent, basis: [...subject.basis, ...basis] };
}
