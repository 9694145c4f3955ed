import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import messages, { type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { Connection } from '#event-sourcing/eventstoredb/index';
import type { MovedEvent } from './export-file.js';

/**
 * A log of any EventStoreDB, read and written byte for byte. The client's own calls parse JSON and write it anew; so
 * its connection is used with its generated messages.
 */
export class RawLog {
  readonly #client: Connection['client'];

  constructor(connectionString: string) {
    this.#client = new Connection(connectionString).client;
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
