import { type CommandRunner, streamName } from '#event-sourcing';
import { crisisPlanDecider } from './domain/decide.js';
import { crisisPlanEvents } from './domain/events.js';

export const crisisPlanStream = (tenant: string, subjectId: string) =>
  streamName(crisisPlanEvents.category, tenant, subjectId);

interface Named {
  readonly recipientId?: unknown;
  readonly copyId?: unknown;
  readonly readingId?: unknown;
}

/** Under which registration of a person the crisis plan stands, or what a step names by id; undefined where it stands under none. */
export async function crisisPlanUnder(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  registrations: readonly string[],
  { recipientId, copyId, readingId }: Named,
): Promise<string | undefined> {
  const isNamed = [recipientId, copyId, readingId].some((id) => typeof id === 'string');
  for (const subjectId of registrations) {
    const { state } = await log.look(crisisPlanDecider, crisisPlanStream(tenant, subjectId));
    const has =
      state.recipients.some((one) => one.recipientId === recipientId) ||
      state.copies.some((one) => one.copyId === copyId) ||
      state.readings.some((one) => one.readingId === readingId);
    if (isNamed ? has : state.drawnUpOn !== undefined) return subjectId;
  }
  return undefined;
}
