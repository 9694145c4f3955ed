import type { ClientHttp2Session } from 'node:http2';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { frame, FrameSplitter } from '#embedded-eventstore/wire/grpc-frames';
import { openCall } from './raw-calls.js';
import { recorded } from './scenario.js';

/** A gRPC call as it was recorded: requests and replies are the messages' bytes in base64. */
export interface RecordedCall {
  readonly name: string;
  readonly path: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  readonly replies: readonly { readonly bytes: string }[];
  /** Absent where the call was still open after a second. */
  readonly status?: Status;
}

export interface Status {
  readonly code: number;
  readonly details: string;
  readonly trailers: Readonly<Record<string, string>>;
}

export interface PlayedCall {
  readonly replies: readonly Buffer[];
  readonly status: Status | undefined;
}

export const recordedCalls = (): RecordedCall[] => JSON.parse(recorded('wire.json')) as RecordedCall[];

interface Message {
  toObject(): Record<string, unknown>;
  serializeBinary(): Uint8Array;
}

interface MessageClass {
  deserializeBinary(bytes: Uint8Array): Message;
}

const require = createRequire(import.meta.url);
const generated = (file: string): Record<string, MessageClass> =>
  require(`@eventstore/db-client/generated/${file}_pb.js`) as Record<string, MessageClass>;

/** The client's own generated class of a method's replies; unknown methods have none. */
function replyClass(path: string): MessageClass | undefined {
  const [, service = '', method = ''] = /^\/(.*)\/(.*)$/.exec(path) ?? [];
  if (service.endsWith('.Streams')) return generated('streams')[`${method}Resp`];
  if (service.endsWith('.Gossip')) return generated('gossip')['ClusterInfo'];
  return service.endsWith('.ServerFeatures') ? generated('serverfeatures')['SupportedMethods'] : undefined;
}

/** What differs from run to run: positions, times, and ids that the server made. */
const variable = new Set(['commitPosition', 'preparePosition', 'subscriptionId', 'timeStamp', 'port']);
const madeByServer = (type: unknown): boolean => typeof type === 'string' && type.startsWith('$');

/** A reply as its decoded fields, without what differs from run to run. */
export function decoded(path: string, bytes: Uint8Array): unknown {
  return plain(replyClass(path)?.deserializeBinary(bytes).toObject());
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const fields = value as Record<string, unknown>;
  const metadata = fields['metadataMap'];
  const type = Array.isArray(metadata) ? new Map(metadata as [string, unknown][]).get('type') : undefined;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (field === undefined) return [name, undefined];
      if (variable.has(name) || name === 'instanceId' || (name === 'id' && madeByServer(type))) {
        return [name, 'given'];
      }
      if (name === 'metadataMap' && Array.isArray(field)) {
        return [name, metadataOf(field as [string, string][])];
      }
      return [name, plain(field)];
    }),
  );
}

const metadataOf = (entries: readonly [string, string][]): unknown =>
  Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'created' ? `${value.length} digits` : value]),
  );

/** Sends a recorded call's requests and collects what comes, until it ends or all that was recorded has come. */
export async function playCall(session: ClientHttp2Session, call: RecordedCall): Promise<PlayedCall> {
  const request = openCall(session, call.path, call.requestHeaders);
  const replies: Buffer[] = [];
  let trailers: Record<string, string> = {};
  const splitter = new FrameSplitter();
  const note = (received: object): void => {
    trailers = { ...trailers, ...(received as Record<string, string>) };
  };
  request.on('response', note);
  request.on('trailers', note);
  const enough = new Promise<void>((resolve) => {
    request.on('close', resolve);
    request.on('data', (chunk: Buffer) => {
      replies.push(...splitter.add(chunk));
      if (!call.status && replies.length >= call.replies.length) resolve();
    });
  });
  for (const message of call.requests) request.write(frame(renewed(call, Buffer.from(message, 'base64'))));
  if (call.status) request.end();
  await enough;
  if (!call.status) await delay(30);
  request.close();
  return { replies, status: statusOf(trailers) };
}

function statusOf({
  'grpc-status': code,
  'grpc-message': details,
  ...rest
}: Record<string, string>): Status | undefined {
  if (code === undefined) return undefined;
  const trailers = Object.fromEntries(
    Object.entries(rest).filter(
      ([name]) => !name.startsWith(':') && !['content-type', 'content-length', 'date'].includes(name),
    ),
  );
  return { code: Number(code), details: decodeURIComponent(details ?? ''), trailers };
}

interface BatchAppend extends Message {
  getOptions(): { getDeadline(): { setSeconds(seconds: number): void } | undefined } | undefined;
}

/** Deadlines belong to the day of the recording; that of a call which came too late stays there. */
function renewed({ path, name }: RecordedCall, message: Buffer): Uint8Array {
  if (!path.endsWith('/BatchAppend') || name.includes('deadline already past')) return message;
  const request = generated('streams')['BatchAppendReq']?.deserializeBinary(message) as
    BatchAppend | undefined;
  const deadline = request?.getOptions()?.getDeadline();
  if (!request || !deadline) return message;
  deadline.setSeconds(Math.floor(Date.now() / 1000) + 60);
  return request.serializeBinary();
}
