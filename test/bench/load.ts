import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Target {
  readonly url: string;
  readonly token: string;
}

export interface Asked {
  readonly path: string;
  /** With one it is posted. */
  readonly body?: object;
}

/** How long requests took, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Load extends Times {
  readonly count: number;
  readonly perSecond: number;
  /** Of an answer, on average. */
  readonly bytes: number;
}

/** Keeps `clients` requests under way for `ms`. Rejects when one is refused. */
export async function load(
  target: Target,
  { next, clients, ms }: { next: (n: number) => Asked; clients: number; ms: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const begun = performance.now();
  let sent = 0;
  let bytes = 0;
  const client = async () => {
    while (performance.now() - begun < ms) {
      let answer: Buffer | undefined;
      times.push(await timed(async () => (answer = await received(agent, target, next(sent++)))));
      bytes += answer?.length ?? 0;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  const count = times.length;
  return { count, perSecond: count / seconds, bytes: bytes / count, ...timesOf(times) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now();
  await work();
  return performance.now() - at;
}

export function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The answer to one request. */
export const send = async (agent: Agent, target: Target, asked: Asked) =>
  JSON.parse((await received(agent, target, asked)).toString()) as Record<string, unknown>;

function received(agent: Agent, { url, token }: Target, { path, body }: Asked): Promise<Buffer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(path, url),
      {
        agent,
        method: text === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const answer = Buffer.concat(parts);
          const { statusCode = 0 } = response;
          if (statusCode === 200 || statusCode === 201) resolve(answer);
          else reject(new Error(`${path}: ${statusCode} ${answer.toString()}`));
        });
      },
    );
    call.once('error', reject);
    call.end(text);
  });
}
