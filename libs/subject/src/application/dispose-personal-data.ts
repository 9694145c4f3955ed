import {
  type Basis,
  type Codec,
  type CommandContext,
  type CommandRunner,
  derivedId,
  type EventStore,
  isPassedOver,
  NotAuthentic,
  type Receipt,
  type Recorded,
  type Standing,
  StoreUnavailable,
  type UnreadEvent,
} from '#event-sourcing';
import { decidingOf } from '#municipality';
import type { Disposal, Disposals } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { disposalRefusals } from '../domain/disposal.js';
import { type DataOf, personRefusals } from '../domain/subject.js';
import { subjectOf, subjectStream } from '../questions.js';
import type { OpenForSubjects } from './open-elsewhere.js';

type Log = Pick<CommandRunner, 'look' | 'run'>;
type Disposed = DataOf<'PersonalDataDisposed'>;
/** No digest of a body: its key is among those that go. No revision: of several streams there is none. */
type Given = Omit<CommandContext, 'body' | 'ifMatch'>;

/**
 * Records that somebody asks for a person's data to be disposed of. Refused while anything about the person is open. Of a person whose
 * registrations were merged it is asked for each, in the stream of each.
 */
export async function requestDisposal(
  { runner, open }: { readonly runner: Log; readonly open: OpenForSubjects },
  data: Omit<DataOf<'DisposalRequested'>, 'requestedOn'>,
  context: Given,
): Promise<Receipt> {
  const { municipality: tenant, today } = context;
  const { subjectId } = data;
  const { by, basis } = await decidingOf(runner, tenant, data.requestedBy);
  const { others, standing, basis: rests } = await wholePerson(runner, open, tenant, subjectId);
  const requestOf = (id: string, commandId: string) =>
    runner.run(
      subjectDecider,
      subjectStream(tenant, id),
      { type: 'RequestDisposal', data: { ...data, subjectId: id, requestedOn: today, by, open: standing } },
      { ...context, commandId },
      [...basis, ...rests],
    );
  for (const other of others) await requestOf(other, derivedId('disposal', context.commandId, other));
  return requestOf(subjectId, context.commandId);
}

/**
 * Records that another person confirms what was asked for, and destroys the keys: what is cut short in between is done at the next start, or by
 * confirming again. Of merged registrations all or none: each must have been asked for.
 */
export async function confirmDisposal(
  parts: {
    readonly runner: Log;
    readonly open: OpenForSubjects;
    readonly disposals: Pick<Disposals, 'destroy'>;
  },
  data: Pick<Disposed, 'subjectId' | 'confirmedBy'>,
  context: Given,
): Promise<Receipt> {
  const { runner, open, disposals } = parts;
  const { municipality: tenant, today } = context;
  const { subjectId } = data;
  const { by, basis } = await decidingOf(runner, tenant, data.confirmedBy);
  const { others, standing, basis: rests } = await wholePerson(runner, open, tenant, subjectId);
  const requests = new Map<string, string>();
  for (const id of [...others, subjectId]) requests.set(id, await requestFor(runner, tenant, id));
  const confirmOf = async (id: string, request: string) => {
    const stream = subjectStream(tenant, id);
    const receipt = await runner.run(
      subjectDecider,
      stream,
      {
        type: 'DisposePersonalData',
        data: { ...data, subjectId: id, disposedOn: today, by, open: standing },
      },
      { ...context, commandId: derivedId('confirm-disposal', tenant, id, request) },
      [...basis, ...rests],
    );
    const { history } = await runner.look(subjectDecider, stream);
    await finishDisposal(disposals, tenant, history);
    return receipt;
  };
  for (const other of others) await confirmOf(other, requests.get(other) ?? '');
  return confirmOf(subjectId, requests.get(subjectId) ?? '');
}

/** The person's registrations beside the one that was named, and what is open under any of them. */
async function wholePerson(
  runner: Log,
  open: OpenForSubjects,
  tenant: string,
  subjectId: string,
): Promise<{
  readonly others: readonly string[];
  readonly standing: readonly Standing[];
  readonly basis: readonly Basis[];
}> {
  const { registrations } = await subjectOf(runner, tenant, subjectId);
  const answers = await Promise.all(registrations.map((id) => open.of(tenant, id)));
  return {
    others: registrations.filter((id) => id !== subjectId),
    standing: answers.flatMap(({ standing }) => standing),
    basis: answers.flatMap(({ basis }) => basis),
  };
}

/** The request that waits to be confirmed, else that of the last disposal, which is confirmed again where the first time was cut short. */
async function requestFor(runner: Log, tenant: string, subjectId: string): Promise<string> {
  const { state, history, effective } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  personRefusals.refuseIf(history.length === 0, 'no-such-subject');
  const request = state.disposalRequest?.eventId ?? confirmedLast(effective);
  if (request === undefined) throw disposalRefusals.refusal('not-requested');
  return request;
}

function confirmedLast(events: readonly Recorded[]): string | undefined {
  const request = events.findLast(({ type }) => type === 'PersonalDataDisposed')?.data['request'];
  return typeof request === 'string' ? request : undefined;
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

/** Of what disposals other records than persons' tell: the event that says so, in a stream of that category, and its field that names the record. */
export interface RecordDisposals {
  readonly category: string;
  readonly type: string;
  readonly owner: string;
}

export interface ReadingDisposals {
  /** Records whose own texts are disposed of by their id (classes RECORD and DOCUMENT). */
  readonly records?: readonly RecordDisposals[];
  /** Told of every event of a person that was read. */
  readonly read?: (event: UnreadEvent) => void;
  /** Told of every disposal of one entry's texts. */
  readonly entry?: (disposed: Recorded) => void;
  /** Told of a disposal that Samspor did not record. It destroys nothing, and keeps nobody else's from being read. */
  readonly refused?: (fault: NotAuthentic) => void;
  readonly after?: bigint;
}

/** The disposals that the log holds after a position. Followed to the present end, so that the server sends the streams of persons alone. */
export async function* disposalsIn(
  store: Pick<EventStore, 'subscribe'>,
  codec: Codec,
  { records = [], read, entry, refused, after }: ReadingDisposals = {},
): AsyncGenerator<Disposal> {
  const { signal } = new AbortController();
  const streamPrefixes = ['subject-', ...records.map(({ category }) => `${category}-`)];
  const some = { streamPrefixes, signal, ...(after !== undefined && { after }) };
  for await (const batch of store.subscribe(some)) {
    for (const delivery of batch) {
      if (delivery.kind === 'caughtUp') return;
      if (delivery.kind !== 'event') continue;
      read?.(delivery.event);
      const { type } = delivery.event;
      const record = records.find((one) => one.type === type);
      if (!record && type !== 'PersonalDataDisposed' && type !== 'EntryTextsDisposed') continue;
      const event = believed(() => codec.decode(delivery.event), refused);
      if (event === undefined || isPassedOver(event)) continue;
      if (record) yield recordDisposalOf(record, event);
      else if (type === 'EntryTextsDisposed') entry?.(event);
      else yield disposalOf(event.metadata.municipality, event);
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

/** What the event says is destroyed of a record that is about nobody in the register. */
export const recordDisposalOf = (
  { owner }: Pick<RecordDisposals, 'owner'>,
  { id, data, metadata }: Recorded,
): Disposal => ({
  tenant: metadata.municipality,
  owner: String(data[owner]),
  classes: ['RECORD', 'DOCUMENT'],
  disposalEventId: id,
});

function disposalOf(tenant: string, { id, data }: Recorded): Disposal {
  const { subjectId, classes } = data as Pick<Disposed, 'subjectId' | 'classes'>;
  return { tenant, owner: subjectId, classes, disposalEventId: id };
}
