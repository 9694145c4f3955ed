import {
  annotated,
  type Codec,
  type CommandContext,
  type CommandRunner,
  derivedId,
  type EventStore,
  isRead,
  type Receipt,
  type Recorded,
  rootOf,
  type Sealed,
  wholeHistoryOf,
} from '#event-sourcing';
import { placed } from '#event-sourcing/personal-fields';
import { decidingOf } from '#municipality';
import { type EntryDisposal, type EntryDisposals, sealedIn } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { personRefusals, type DataOf } from '../domain/subject.js';
import { subjectStream } from '../questions.js';

interface Parts {
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
  readonly store: Pick<EventStore, 'history'>;
  readonly codec: Codec;
}
/** The entry, and the stream that it stands in. */
interface About {
  readonly subjectId: string;
  readonly entryStream: string;
  readonly entry: string;
}
type Given = Omit<CommandContext, 'body' | 'ifMatch'>;
type Disposed = DataOf<'EntryTextsDisposed'>;

/** Records that somebody asks for the texts of one entry to be disposed of, which must be marked as recorded in error. */
export async function requestEntryDisposal(
  parts: Parts,
  data: Omit<DataOf<'EntryDisposalRequested'>, 'requestedOn'>,
  context: Given,
): Promise<Receipt> {
  const { municipality: tenant, today } = context;
  const { isStruckOut } = await entryOf(parts, data);
  const { by, basis } = await decidingOf(parts.runner, tenant, data.requestedBy);
  return parts.runner.run(
    subjectDecider,
    subjectStream(tenant, data.subjectId),
    { type: 'RequestEntryDisposal', data: { ...data, requestedOn: today, by, isStruckOut } },
    context,
    basis,
  );
}

/** Records that another person confirms it. From then on the texts read as disposed; `EntryDisposals.finish` destroys what sealed them. */
export async function confirmEntryDisposal(
  parts: Parts & { readonly entries: Pick<EntryDisposals, 'dispose'> },
  data: About & Pick<Disposed, 'confirmedBy'>,
  context: Given,
): Promise<Receipt> {
  const { municipality: tenant, today } = context;
  const { subjectId, entry, confirmedBy } = data;
  const { isStruckOut, events } = await entryOf(parts, data);
  const { by, basis } = await decidingOf(parts.runner, tenant, confirmedBy);
  const receipt = await parts.runner.run(
    subjectDecider,
    subjectStream(tenant, subjectId),
    {
      type: 'DisposeEntryTexts',
      data: { subjectId, entry, events, confirmedBy, disposedOn: today, by, isStruckOut },
    },
    { ...context, commandId: derivedId('confirm-entry', tenant, entry) },
    basis,
  );
  for (const event of receipt.events) await parts.entries.dispose(await entryDisposalOf(parts.store, event));
  return receipt;
}

/** The entry as its stream has it now, with all that was said of it. */
async function entryOf({ store, codec }: Parts, { subjectId, entryStream, entry }: About) {
  const history = await wholeHistoryOf(store, entryStream, codec);
  const found = annotated(history).find(({ event }) => event.id === entry);
  if (found?.event.data['subjectId'] !== subjectId) throw personRefusals.refusal('no-such-event');
  const events = history.filter((event) => rootOf(event, history).id === entry).map(({ id }) => id);
  return { isStruckOut: found.annulledBy !== undefined, events };
}

/** What a recorded disposal is of: every sealed field of the events that it names, as they stand there, believed or not. */
export async function entryDisposalOf(
  store: Pick<EventStore, 'history'>,
  { id, data }: Recorded,
): Promise<EntryDisposal> {
  const { entryStream, events } = data as Pick<Disposed, 'entryStream' | 'events'>;
  const fields: Sealed[] = (await store.history(entryStream)).events
    .filter(isRead)
    .filter((event) => events.includes(event.id))
    .flatMap((event) => sealedIn(placed(event.data, event.stream, event.id)));
  return { fields, disposalEventId: id };
}
