import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Target {
  readonly url: string;
  readonly token: string;
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Keeps `clients` requests under way for `ms`; milliseconds for the percentiles. Rejects when one is not answered with 201. */
export async function load(
  target: Target,
  { path, body, clients, ms }: { path: string; body: (n: number) => object; clients: number; ms: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const begun = performance.now();
  let sent = 0;
  const client = async () => {
    while (performance.now() - begun < ms) {
      const at = performance.now();
      await post(agent, target, path, body(sent++));
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

export function post(
  agent: Agent,
  { url, token }: Target,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(path, url),
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const answer = Buffer.concat(parts).toString();
          if (response.statusCode !== 201) reject(new Error(`${path}: ${response.statusCode} ${answer}`));
          else resolve(JSON.parse(answer) as Record<string, unknown>);
        });
      },
    );
    call.once('error', reject);
    call.end(text);
  });
}
