import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { GrpcServer } from '../src/grpc/server.js';
import { batchAppend, type Appender } from '../src/services/append.js';
import { serverFeatures } from '../src/services/server-features.js';

export interface AcknowledgingNode {
  readonly connectionString: string;
  close(): Promise<void>;
}

/** A node that answers every append at once and stores nothing: what the client and the protocol cost by themselves. */
export async function startAcknowledgingNode(): Promise<AcknowledgingNode> {
  const entry = fileURLToPath(import.meta.url);
  if (!entry.endsWith('.js') || !existsSync(entry)) return startHere();
  const worker = new Worker(entry);
  const [connectionString] = (await once(worker, 'message')) as [string];
  return {
    connectionString,
    async close() {
      await worker.terminate();
    },
  };
}

async function startHere(): Promise<AcknowledgingNode> {
  const revisions = new Map<string, number>();
  const appender: Appender = {
    append(stream, _expected, events) {
      const revision = (revisions.get(stream) ?? -1) + events.length;
      revisions.set(stream, revision);
      return Promise.resolve({ outcome: 'success', revision, position: revision });
    },
  };
  const streams = 'event_store.client.streams.Streams';
  const server = new GrpcServer({
    [streams]: { BatchAppend: batchAppend(appender) },
    'event_store.client.server_features.ServerFeatures': serverFeatures([
      { service: streams, methods: { BatchAppend: ['deadline_duration'] } },
    ]),
  });
  const port = await server.listen(0);
  return { connectionString: `esdb://127.0.0.1:${port}?tls=false`, close: () => server.close() };
}

if (!isMainThread && parentPort) {
  const { connectionString } = await startHere();
  parentPort.postMessage(connectionString);
}
