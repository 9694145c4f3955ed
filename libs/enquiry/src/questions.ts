import { type Answered, type CommandRunner, streamName } from '#event-sourcing';
import { enquiryDecider } from './domain/decide.js';
import type { Received } from './domain/enquiry.js';
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

/** What becomes of an enquiry's texts: as what they are kept, and since when nobody has to do anything more about it. */
export interface Keeping extends Pick<Received, 'caseIds' | 'settledOn'> {
  readonly retentionClass: 'KE_CASE' | 'KE_ENQUIRY';
  readonly isRequested: boolean;
  readonly disposedOn: string | undefined;
}

/** The same as the log has it now; of none, that nothing is known of it. */
export async function keepingOf(log: Log, tenant: string, enquiryId: string): Promise<Keeping> {
  const { state } = await log.look(enquiryDecider, enquiryStream(tenant, enquiryId));
  if (state.status === 'absent') {
    const nothing = { settledOn: undefined, isRequested: false, disposedOn: undefined };
    return { caseIds: [], retentionClass: 'KE_ENQUIRY', ...nothing };
  }
  const { caseIds, settledOn, disposal } = state;
  const { requestedBy, disposedOn } = disposal;
  const isRequested = requestedBy !== undefined;
  return { caseIds, settledOn, isRequested, disposedOn, retentionClass: retentionClassOf(caseIds) };
}

/** What went on in a case is kept as the case is. */
export const retentionClassOf = (caseIds: readonly string[]) =>
  caseIds.length > 0 ? 'KE_CASE' : 'KE_ENQUIRY';
