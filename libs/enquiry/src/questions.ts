import { type Answered, type CommandRunner, streamName } from '#event-sourcing';
import { enquiryDecider } from './domain/decide.js';
import { enquiryEvents } from './domain/events.js';

type Log = Pick<CommandRunner, 'look'>;

export const enquiryStream = (tenant: string, enquiryId: string) =>
  streamName(enquiryEvents.category, tenant, enquiryId);

/** Whether there is such an enquiry, as the log has it now. */
export async function enquiryIsKnown(
  log: Log,
  tenant: string,
  enquiryId: string,
): Promise<Answered<boolean>> {
  const { state, basis } = await log.look(enquiryDecider, enquiryStream(tenant, enquiryId));
  return { answer: state.status !== 'absent', basis };
}
