/** A node that answers every append at once and stores nothing: what the client and the protocol cost by themselves. */
import { GrpcServer } from '#embedded-eventstore/grpc/server';
import { batchAppend, type Appender } from '#embedded-eventstore/services/append';
import { serverFeatures } from '#embedded-eventstore/services/server-features';
import { answerUsage } from '../../contract/measured-process.js';

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
process.once('SIGTERM', () => process.exit());
answerUsage(`esdb://127.0.0.1:${port}?tls=false`);
