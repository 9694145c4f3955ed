import type { CommandRunner, Recorded } from '#event-sourcing';
import { askNamed } from '#municipality';
import { coordinationOn } from './questions.js';

interface Naming {
  readonly events: Parameters<typeof askNamed>[2]['events'];
  readonly type: string;
  readonly named: Recorded['data'];
  readonly day: string;
  readonly subjectId: string;
  readonly deathToldOn: string | undefined;
}

/** What holds of everything that a step around a person names, and of the person's coordination on its day: who coordinates, and what is consented to. */
export async function aroundPerson(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  { events, type, named, day, subjectId, deathToldOn }: Naming,
) {
  const [elsewhere, { answer, basis }] = await Promise.all([
    askNamed(log, tenant, { events, type, named, day }),
    coordinationOn(log, tenant, subjectId, day),
  ]);
  return {
    named: elsewhere.named,
    asked: { ...answer, deathToldOn },
    basis: [...elsewhere.basis, ...basis],
  };
}
