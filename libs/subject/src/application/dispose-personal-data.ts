import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Codec,
  type CommandContext,
  CommandRunner,
  completed,
  derivedId,
  type EventStore,
  NotAuthentic,
  type Receipt,
  type Recorded,
  type UnreadEvent,
  StoreUnavailable,
  type Usually,
} from '#event-sourcing';
import { partyOf } from '#municipality';
import { type Disposal, Disposals } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import type { DataOf } from '../domain/subject.js';
import { subjectOf, subjectStream } from '../questions.js';

type Disposed = DataOf<'PersonalDataDisposed'>;
/** The day is today unless told. */
export type DisposePersonalDataData = Usually<Disposed, 'disposedOn'>;

export class DisposePersonalDataCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: DisposePersonalDataData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Records the disposal, then destroys the keys: what is cut short in between is done at the next start, or by asking again. Of a person whose
 * registrations were merged it is done for each, in the stream of each.
 */
@CommandHandler(DisposePersonalDataCommand)
export class DisposePersonalDataHandler implements ICommandHandler<DisposePersonalDataCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly disposals: Disposals,
  ) {}

  async execute({ data, context }: DisposePersonalDataCommand) {
    // No digest of the body: its key is among those that go, and a repeat must still be known for one.
    const { body: _, ...circumstances } = context;
    const { subjectId } = data;
    const { ifMatch: _i, ...apart } = circumstances;
    const { registrations } = await subjectOf(this.runner, circumstances.municipality, subjectId);
    for (const other of registrations.filter((id) => id !== subjectId)) {
      const commandId = derivedId('disposal', context.commandId, other);
      await this.disposeOf({ ...data, subjectId: other }, { ...apart, commandId });
    }
    return { receipt: await this.disposeOf(data, circumstances) };
  }

  private async disposeOf(data: DisposePersonalDataData, context: CommandContext): Promise<Receipt> {
    const { municipality: tenant } = context;
    const { day: disposedOn } = completed(subjectEvents.declared.PersonalDataDisposed, data, context);
    const stream = subjectStream(tenant, data.subjectId);
    const { exists, basis } = await partyOf(this.runner, tenant, data.confirmedBy);
    const receipt = await this.runner.run(
      subjectDecider,
      stream,
      { type: 'DisposePersonalData', data: { ...data, disposedOn, partyIsKnown: exists } },
      context,
      basis,
    );
    const { history } = await this.runner.look(subjectDecider, stream);
    await finishDisposal(this.disposals, tenant, history);
    return receipt;
  }
}

/** Destroys the keys that a person's recorded disposals name; a second time changes nothing. */
export async function finishDisposal(
  disposals: Pick<Disposals, 'destroy'>,
  tenant: string,
  history: readonly Recorded[],
): Promise<void> {
  for (const event of history) {
    if (event.type === 'PersonalDataDisposed') await disposals.destroy(disposalOf(tenant, event));
  }
}

export interface ReadingDisposals {
  /** Told of every event of a person that was read. */
  readonly read?: (event: UnreadEvent) => void;
  /** Told of a disposal that Samspor did not record. It destroys nothing, and keeps nobody else's from being read. */
  readonly refused?: (fault: NotAuthentic) => void;
  readonly after?: bigint;
}

/** The disposals that the log holds after a position. Followed to the present end, so that the server sends the streams of persons alone. */
export async function* disposalsIn(
  store: Pick<EventStore, 'subscribe'>,
  codec: Codec,
  { read, refused, after }: ReadingDisposals = {},
): AsyncGenerator<Disposal> {
  const { signal } = new AbortController();
  const some = { streamPrefixes: ['subject-'], signal, ...(after !== undefined && { after }) };
  for await (const batch of store.subscribe(some)) {
    for (const delivery of batch) {
      if (delivery.kind === 'caughtUp') return;
      if (delivery.kind !== 'event') continue;
      read?.(delivery.event);
      if (delivery.event.type !== 'PersonalDataDisposed') continue;
      const event = believed(() => codec.decode(delivery.event), refused);
      if (event) yield disposalOf(event.metadata.municipality, event);
    }
  }
  throw new StoreUnavailable('The subscription to the log ended before all its disposals were read.');
}

function believed(decode: () => Recorded, refused: ReadingDisposals['refused']): Recorded | undefined {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof NotAuthentic)) throw error;
    refused?.(error);
    return undefined;
  }
}

function disposalOf(tenant: string, { id, data }: Recorded): Disposal {
  const { subjectId, classes } = data as Pick<Disposed, 'subjectId' | 'classes'>;
  return { tenant, owner: subjectId, classes, disposalEventId: id };
}
