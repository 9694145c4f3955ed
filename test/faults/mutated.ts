import type { ClientHttp2Session } from 'node:http2';
import { frame } from '#embedded-eventstore/wire/grpc-frames';
import { openSession, readPath, send } from '../contract/raw-calls.js';
import { recordedCalls } from '../contract/wire.js';

/** Sends so many recorded calls, each mutated, forty at a time; answers with what `send` says of each. */
export async function sendMutated(port: number, count: number, random: () => number): Promise<string[]> {
  const calls = recordedCalls();
  const answers: string[] = [];
  let left = count;
  const client = async (): Promise<void> => {
    let session: ClientHttp2Session | undefined;
    for (; left > 0;) {
      left -= 1;
      if (!session || session.closed || session.destroyed) session = openSession(port);
      const call = calls[Math.floor(random() * calls.length)];
      if (!call) continue;
      const frames = call.requests.map((request) => frame(Buffer.from(request, 'base64')));
      const body = mutated(Buffer.concat(frames), random);
      // A read may be a subscription, which only a deadline ends; every other call has to be answered by itself.
      const deadline = call.path === readPath ? { 'grpc-timeout': '300m' } : {};
      answers.push(await send(session, call.path, body, deadline));
    }
    session?.destroy();
  };
  await Promise.all(Array.from({ length: 40 }, client));
  return answers;
}

/**
 * One to four mutations: bits, bytes taken away or put in, lengths that lie, the compressed flag, parts twice or
 * swapped. One request in five hundred is a message of 20 MB.
 */
function mutated(body: Buffer, random: () => number): Buffer {
  if (random() < 0.002) return frame(Buffer.concat([body, Buffer.alloc(20 * 1024 * 1024)]));
  let bytes: Buffer = Buffer.from(body);
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const at = Math.floor(random() * Math.max(1, bytes.length));
    const other = Math.floor(random() * Math.max(1, bytes.length));
    const [from, to] = [Math.min(at, other), Math.max(at, other)];
    const byte = Math.floor(random() * 256);
    switch (Math.floor(random() * 9)) {
      case 0:
        bytes = bytes.subarray(0, at);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte, 0xff]), bytes.subarray(at)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes, bytes.subarray(from, to)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)]);
        break;
      case 5:
        if (bytes.length > 0) bytes[0] = byte % 3;
        break;
      case 6:
        if (bytes.length > 4) bytes.writeUInt32BE(Math.floor(random() * 2 ** (random() * 32)), 1);
        break;
      default:
        if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << (byte % 8));
    }
  }
  return bytes;
}
