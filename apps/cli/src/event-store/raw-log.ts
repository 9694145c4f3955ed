import { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import messages, { type AppendResp, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { MovedEvent } from './export-file.js';

/**
 * A log of any EventStoreDB, read and written byte for byte. The client's own calls parse JSON and write it anew; so
 * its connection is used with its generated messages.
 */
export class RawLog {
  readonly #client: EventStoreDBClient;

  constructor(connectionString: string) {
    this.#client = EventStoreDBClient.connectionString(connectionString);
  }

  /** Every event in the order of `$all`, those that metadata hides included. */
  async *readAll(): AsyncGenerator<MovedEvent> {
    const request = new messages.ReadReq();
    const options = new messages.ReadReq.Options();
    const all = new messages.ReadReq.Options.AllOptions();
    const ids = new messages.ReadReq.Options.UUIDOption();
    all.setStart(new shared.Empty());
    ids.setString(new shared.Empty());
    options.setAll(all);
    options.setUuidOption(ids);
    options.setNoFilter(new shared.Empty());
    options.setCount(String(Number.MAX_SAFE_INTEGER));
    request.setOptions(options);
    const call = await this.#client['GRPCStreamCreator'](grpc.StreamsClient, 'export', (client) =>
      client.read(request, ...this.#client['callArguments']({}, { deadline: Infinity })),
    )();
    for await (const response of call as AsyncIterable<ReadResp>) {
      const event = response.getEvent()?.getEvent();
      if (!event) continue;
      const about = event.getMetadataMap();
      yield {
        stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
        revision: BigInt(event.getStreamRevision()),
        id: event.getId()?.getString() ?? '',
        type: about.get('type') ?? '',
        isJson: about.get('content-type') === 'application/json',
        data: Buffer.from(event.getData_asU8()),
        metadata: Buffer.from(event.getCustomMetadata_asU8()),
      };
    }
  }

  /** Appends events of one stream that begin at the first one's revision, atomically; fails when the stream is not there. */
  async append(events: readonly MovedEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const response = await this.#client['execute'](
      grpc.StreamsClient,
      'import',
      (client) =>
        new Promise<AppendResp>((resolve, reject) => {
          const call = client.append(
            ...this.#client['callArguments']({ deadline: 60_000 }),
            (error, answer) => (error ? reject(error) : resolve(answer)),
          );
          call.on('error', reject);
          call.write(appendOptions(first));
          for (const event of events) call.write(proposed(event));
          call.end();
        }),
    );
    if (!response.hasSuccess()) {
      throw new Error(
        `The stream ${first.stream} does not end before revision ${first.revision}: somebody else writes to this event store.`,
      );
    }
  }

  async softDelete(stream: string): Promise<void> {
    await this.#client.deleteStream(stream);
  }

  async tombstone(stream: string): Promise<void> {
    await this.#client.tombstoneStream(stream);
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }
}

function appendOptions({ stream, revision }: MovedEvent): InstanceType<typeof messages.AppendReq> {
  const request = new messages.AppendReq();
  const options = new messages.AppendReq.Options();
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  options.setStreamIdentifier(identifier);
  if (revision === 0n) options.setNoStream(new shared.Empty());
  else options.setRevision((revision - 1n).toString());
  request.setOptions(options);
  return request;
}

function proposed({ id, type, isJson, data, metadata }: MovedEvent): InstanceType<typeof messages.AppendReq> {
  const request = new messages.AppendReq();
  const message = new messages.AppendReq.ProposedMessage();
  const uuid = new shared.UUID();
  uuid.setString(id);
  message.setId(uuid);
  message.getMetadataMap().set('type', type);
  message.getMetadataMap().set('content-type', isJson ? 'application/json' : 'application/octet-stream');
  message.setData(data);
  message.setCustomMetadata(metadata);
  request.setProposedMessage(message);
  return request;
}
