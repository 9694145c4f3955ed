import { type CommandContext, derivedId } from '#event-sourcing';
import { Clock } from '#apps/clock';

/** The circumstances of a command that no login gives: the program's own, or an operator's at the machine. */
export function ownCommand(
  role: 'SYSTEM' | 'OPERATOR',
  municipality: string,
  commandId: string,
  clock = new Clock(),
): CommandContext {
  const at = clock.now();
  return {
    commandId,
    correlationId: commandId,
    municipality,
    actor: { partyId: derivedId(role.toLowerCase(), municipality), role },
    at,
    today: clock.dayOf(at),
  };
}
