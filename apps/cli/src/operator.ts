import { Clock } from '#apps/api/src/clock';
import { type CommandContext, derivedId } from '#event-sourcing';

/** The circumstances of a command that is given at the machine itself. */
export function operatorContext(municipality: string, commandId: string): CommandContext {
  const clock = new Clock();
  const at = clock.now();
  return {
    commandId,
    correlationId: commandId,
    municipality,
    actor: { partyId: derivedId('operator', municipality), role: 'OPERATOR' },
    at,
    today: clock.dayOf(at),
  };
}
