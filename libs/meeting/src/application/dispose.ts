import type { CommandContext, CommandRunner, Receipt } from '#event-sourcing';
import { decidingOf } from '#municipality';
import { meetingDecider } from '../domain/decide.js';
import { meetingStream } from '../questions.js';

interface Parts {
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
}
/** No digest of a body: its key is the one that goes. */
type Given = Omit<CommandContext, 'body' | 'ifMatch'>;

/** Records that somebody asks for a meeting's own texts to be disposed of. Refused while it is open. */
export const requestMeetingDisposal = (
  parts: Parts,
  {
    meetingId,
    ...asking
  }: { readonly meetingId: string; readonly legalBasis: string; readonly requestedBy: string },
  context: Given,
): Promise<Receipt> => {
  const said = { ...asking, retentionClass: 'KE_MEETING', requestedOn: context.today };
  return record(
    parts,
    { meetingId, step: 'MeetingDisposalRequested', said, by: asking.requestedBy },
    context,
  );
};

/** Records that another person confirms it; `disposals.destroy` then destroys the key. A second time records nothing. */
export const confirmMeetingDisposal = (
  parts: Parts,
  { meetingId, confirmedBy }: { readonly meetingId: string; readonly confirmedBy: string },
  context: Given,
): Promise<Receipt> => {
  const said = { confirmedBy, disposedOn: context.today };
  return record(parts, { meetingId, step: 'MeetingTextsDisposed', said, by: confirmedBy }, context);
};

async function record(
  { runner }: Parts,
  {
    meetingId,
    step,
    said,
    by: partyId,
  }: {
    readonly meetingId: string;
    readonly step: 'MeetingDisposalRequested' | 'MeetingTextsDisposed';
    readonly said: Readonly<Record<string, unknown>>;
    readonly by: string;
  },
  context: Given,
): Promise<Receipt> {
  const { municipality: tenant } = context;
  const { by, basis } = await decidingOf(runner, tenant, partyId);
  const asked = { disposal: { by, open: [] } };
  const data = { partyIsKnown: by.known, step, about: { meetingId }, said, asked };
  const stream = meetingStream(tenant, meetingId);
  return runner.run(meetingDecider, stream, { type: 'RecordStep', data }, context, basis);
}
