import { coordinationOn } from '#coordination';
import { type Basis, type CommandRunner, type NamedElsewhere, type Recorded } from '#event-sourcing';
import { askNamed } from '#municipality';
import { crisisPlanEvents } from '../domain/events.js';
import type { Asked } from '../domain/step.js';

interface Naming {
  readonly type: string;
  readonly named: Recorded['data'];
  readonly day: string;
  readonly subjectId: string;
  readonly deathToldOn: string | undefined;
}

/** What holds of everything that a step names, and of the person's coordination on its day. */
export async function askAround(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  { type, named, day, subjectId, deathToldOn }: Naming,
): Promise<{ readonly named: NamedElsewhere; readonly asked: Asked; readonly basis: readonly Basis[] }> {
  const [elsewhere, { answer, basis }] = await Promise.all([
    askNamed(log, tenant, { events: crisisPlanEvents, type, named, day }),
    coordinationOn(log, tenant, subjectId, day),
  ]);
  return {
    named: elsewhere.named,
    asked: { ...answer, deathToldOn },
    basis: [...elsewhere.basis, ...basis],
  };
}
