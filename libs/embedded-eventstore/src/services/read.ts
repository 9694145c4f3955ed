import { accessDenied, allowAll, type Judge } from '../access/rights.js';
import type { EventStore } from '../event-store.js';
import { compileFilter } from '../filters.js';
import type { Call } from '../grpc/call.js';
import { serverStreaming } from '../grpc/server.js';
import { invalidArgument, streamDeleted } from '../grpc/status.js';
import { missingEvent } from '../log/event-index.js';
import { subscribe } from '../subscriptions.js';
import { endOfPiece, turn } from '../turns.js';
import { streamNotFound } from '../wire/stream-replies.js';
import { readReadRequest, type ReadRequest } from '../wire/read-requests.js';
import { chunkLength, gather } from './chunk.js';
import { renderer } from './render.js';

/** `Read`: streams and `$all`, once or as a subscription. */
export const read = (store: EventStore, isAllowed: Judge = allowAll): ((call: Call) => void) =>
  serverStreaming(async (message, call) => {
    const request = readReadRequest(message);
    if (!isAllowed(call.caller, '$r', request.stream ?? '$all')) throw accessDenied();
    if (request.count === undefined) {
      if (request.backwards) {
        const what = `${request.stream === undefined ? 'All' : 'Stream'}, Subscription, Backwards, ${request.filter ? 'Filter' : 'NoFilter'}`;
        throw invalidArgument(`The combination of (${what}) is invalid.`);
      }
      await subscribe(store, call, request);
      return;
    }
    if (request.count === 0) throw invalidArgument('The count of events to read must be at least 1.');
    const events =
      request.stream === undefined
        ? eventsOfAll(store, request)
        : eventsOfStream(store, call, request.stream, request);
    if (events) await sendAll(store, call, events, request);
    call.finish();
  });

/** Sends the events, as many as the client takes at a time; fails behind those that come before what fails. */
async function sendAll(
  store: EventStore,
  call: Call,
  events: Iterator<number | undefined>,
  request: ReadRequest,
): Promise<void> {
  const render = renderer(store, request);
  const { length } = store.log.index;
  let left = request.count ?? 0;
  for (let done = false; !done && call.open;) {
    await turn();
    const until = endOfPiece();
    const { bytes, failure } = gather(render, (chunk) => {
      while (chunk.size < chunkLength && left > 0 && performance.now() < until) {
        const next = events.next();
        if (next.done) {
          done = true;
          return;
        }
        if (next.value === undefined) continue;
        chunk.event(next.value, length[next.value] ?? 0);
        left -= 1;
      }
    });
    if (left === 0) done = true;
    if (bytes.length > 0) {
      call.sendFrames(bytes);
      await call.drained();
    }
    if (failure) throw failure.error;
  }
}

/** The numbers of a stream's visible events; nothing, after saying so, when there is no such stream. */
function eventsOfStream(
  store: EventStore,
  call: Call,
  stream: string,
  { from, backwards }: ReadRequest,
): Iterator<number> | undefined {
  if (stream === '') throw invalidArgument('The stream name must not be empty.');
  if (store.isTombstoned(stream)) throw streamDeleted(stream);
  const { index } = store.log;
  const number = index.streams.find(stream);
  if (number === undefined || index.lastRevision(number) < 0 || store.metadataOf(stream).softDeleted) {
    call.send(streamNotFound(stream));
    return undefined;
  }
  if (from === 'end' && !backwards) throw invalidArgument('A stream cannot be read forwards from its end.');
  const first = store.firstVisible(stream);
  const last = index.lastRevision(number);
  const start = from === 'start' ? 0 : from === 'end' ? last : from;
  return backwards
    ? revisions(store, number, Math.min(start, last), first, -1)
    : revisions(store, number, Math.max(start, first), last, 1);
}

function* revisions(
  store: EventStore,
  stream: number,
  from: number,
  to: number,
  step: 1 | -1,
): Generator<number> {
  for (let revision = from; step > 0 ? revision <= to : revision >= to; revision += step) {
    const event = store.log.index.eventAt(stream, revision);
    if (event === missingEvent) throw store.log.missing();
    if (event !== undefined) yield event;
  }
}

/** The numbers of the events of `$all`; undefined for each that the filter leaves out. */
function* eventsOfAll(
  store: EventStore,
  { from, backwards, filter }: ReadRequest,
): Generator<number | undefined> {
  const { index } = store.log;
  const wanted = compileFilter(filter, index);
  const until = index.count;
  if (backwards) {
    // A position is that of an event, and reading backwards from it begins with the one before.
    const start = from === 'end' ? until : from === 'start' ? 0 : store.eventAt(from);
    for (let event = start - 1; event >= 0; event -= 1) {
      if (event + 1 < start) store.log.refuseHoleBefore(event + 1, 0);
      yield wanted(event) ? event : undefined;
    }
  } else {
    const start = from === 'start' ? 0 : from === 'end' ? until : store.eventAt(from);
    const position = typeof from === 'number' ? from : 0;
    for (let event = start; event < until; event += 1) {
      store.log.refuseHoleBefore(event, position);
      yield wanted(event) ? event : undefined;
    }
    if (from !== 'end') store.log.refuseHoleBefore(until, position);
  }
}
