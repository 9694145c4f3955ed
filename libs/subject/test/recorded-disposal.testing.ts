import { type CommandContext, type CommandRunner, derivedId, type Receipt } from '#event-sourcing';
import { subjectStream } from '#subject';
import { subjectDecider } from '../src/domain/decide.js';
import type { DisposableClass } from '../src/domain/subject.js';

const by = { known: true, entitled: true, since: '2000-01-01T00:00:00.000Z' } as const;

/** Records a disposal that two persons asked for and confirmed, as far as the log. */
export async function recordDisposal(
  runner: CommandRunner,
  subjectId: string,
  classes: readonly DisposableClass[],
  context: CommandContext,
): Promise<Receipt> {
  const { municipality, today, commandId } = context;
  const stream = subjectStream(municipality, subjectId);
  const asked = {
    subjectId,
    classes,
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'KE_CASE',
    requestedBy: 'party-2',
    requestedOn: today,
  };
  await runner.run(
    subjectDecider,
    stream,
    { type: 'RequestDisposal', data: { ...asked, by, open: [] } },
    { ...context, commandId: derivedId('requested before', commandId) },
  );
  return runner.run(
    subjectDecider,
    stream,
    {
      type: 'DisposePersonalData',
      data: { subjectId, confirmedBy: 'party-1', disposedOn: today, by, open: [] },
    },
    context,
  );
}
