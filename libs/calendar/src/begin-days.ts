import { type CommandRunner, derivedId, type ReactorClock, streamName } from '#event-sourcing';
import { calendarDecider, calendarEvents, daysToBegin } from './domain/calendar.js';

/** Where a municipality's days are kept. */
export const calendarStream = (tenant: string) => streamName(calendarEvents.category, tenant, 'days');

/**
 * Begins the days that have come since the last, one command each and in order, also after weeks without anybody running. The command's id follows
 * from tenant and day, and the stream is appended to at the revision that was seen: two processes begin a day once. Answers with the day up to which they have begun.
 */
export async function beginDays(
  runner: Pick<CommandRunner, 'look' | 'run'>,
  tenant: string,
  clock: ReactorClock,
): Promise<string> {
  const stream = calendarStream(tenant);
  const today = clock.today();
  const { state } = await runner.look(calendarDecider, stream);
  for (const day of daysToBegin(state, today)) {
    const commandId = derivedId('day', tenant, day);
    await runner.run(
      calendarDecider,
      stream,
      { type: 'BeginDay', data: { municipality: tenant, day } },
      {
        commandId,
        correlationId: commandId,
        municipality: tenant,
        actor: { partyId: derivedId('system', tenant), role: 'SYSTEM' },
        at: clock.at(),
        today,
      },
    );
  }
  return today;
}
