import {
  type Basis,
  type CommandRunner,
  type Events,
  type NamedElsewhere,
  openCodesIn,
} from '#event-sourcing';
import { unknownCodeIn } from '../questions.js';

interface Naming {
  readonly events: Events;
  readonly type: string;
  readonly named: Readonly<Record<string, unknown>>;
}

/** Whether every code that these fields of an event name is the municipality's. */
export async function askNamed(
  runner: CommandRunner,
  tenant: string,
  { events, type, named }: Naming,
): Promise<{ readonly named: NamedElsewhere; readonly basis: readonly Basis[] }> {
  const { answer, basis } = await unknownCodeIn(runner, tenant, openCodesIn(events, type, named));
  return { named: { partyIsKnown: true, unknownCode: answer }, basis };
}
