import { lookup as resolve } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { until } from '#apps/until';
import type { Networks } from './networks.js';

/** Why a message was not taken: what whoever looks is told. Never what a receiver answered. */
export type Fault =
  | 'REFUSED_ADDRESS'
  | 'PLAIN_HTTP'
  | 'UNKNOWN_NAME'
  | 'REDIRECT'
  | 'TIMEOUT'
  | 'NO_CONNECTION'
  | 'NO_HTTP'
  | 'GONE'
  | 'STATUS';

export type Outcome =
  { readonly taken: true } | { readonly taken: false; readonly fault: Fault; readonly status?: number };

export interface Posting {
  readonly networks: Networks;
  /** From the first look-up to the answer's head, redirects among it; 15 s unless told. */
  readonly timeoutMs?: number;
  /** So many redirects are followed, each to an address that is looked at anew; none unless told. */
  readonly redirects?: number;
  /** Gives every address of a name; the system's resolver unless told. */
  readonly addressesOf?: (name: string) => Promise<readonly string[]>;
}

/** Of an answer's body so much is read, that the connection may be used again; it says nothing. */
const mostBody = 16_384;

class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

/**
 * Sends messages to addresses that subscribers give: a name is looked up once, every address that it has must be one that may be sent to, and the
 * connection goes to the one that was looked at, so that a name cannot answer otherwise the second time. What comes back is bounded in time and size.
 */
export class Post {
  readonly #agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: 16, timeout: 60_000 }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: 16, timeout: 60_000 }),
  };

  constructor(private readonly options: Posting) {}

  async send(
    address: string,
    message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { timeoutMs = 15_000, redirects = 0 } = this.options;
    const late = AbortSignal.timeout(timeoutMs);
    const ends = AbortSignal.any([signal, late]);
    try {
      let url = new URL(address);
      for (let left = redirects; ; left -= 1) {
        const { status, location } = await this.#sendOnce(url, message, ends);
        if (status >= 200 && status < 300) return { taken: true };
        if (status === 410) return { taken: false, fault: 'GONE', status };
        if (status < 300 || status >= 400) return { taken: false, fault: 'STATUS', status };
        // 307 and 308 alone say that the same is sent again.
        const goesOn = left > 0 && (status === 307 || status === 308) && URL.canParse(location, url.href);
        if (!goesOn) return { taken: false, fault: 'REDIRECT', status };
        url = new URL(location, url);
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      return { taken: false, fault: late.aborted ? 'TIMEOUT' : faultOf(error) };
    }
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  async #sendOnce(
    url: URL,
    { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly location: string }> {
    const { protocol } = url;
    if (protocol !== 'http:' && protocol !== 'https:') throw new Refusal('REFUSED_ADDRESS');
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const pinned = await until(signal, this.#addressOf(name));
    if (protocol === 'http:' && !this.options.networks.isNamed(pinned)) throw new Refusal('PLAIN_HTTP');
    const lookup: LookupFunction = (_, { all }, answer) => {
      const family = isIP(pinned);
      if (all === true) answer(null, [{ address: pinned, family }]);
      else answer(null, pinned, family);
    };
    return new Promise((resolved, rejected) => {
      const request = (protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: this.#agents[protocol],
        lookup,
        signal,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      });
      request.on('error', rejected);
      request.on('response', (answer) => {
        resolved({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' });
        drain(answer);
      });
      request.end(body);
    });
  }

  async #addressOf(name: string): Promise<string> {
    const { networks, addressesOf = systemAddresses } = this.options;
    const all = isIP(name) === 0 ? await addressesOf(name).catch(() => []) : [name];
    const [first] = all;
    if (first === undefined) throw new Refusal('UNKNOWN_NAME');
    // One that is not to be reached is enough: which of them is taken would be chance.
    if (!all.every((one) => networks.lets(one))) throw new Refusal('REFUSED_ADDRESS');
    return first;
  }
}

async function systemAddresses(name: string): Promise<readonly string[]> {
  return (await resolve(name, { all: true })).map(({ address }) => address);
}

/** Reads away a little; whoever sends more, or slowly, loses the connection. */
function drain(answer: IncomingMessage): void {
  let read = 0;
  answer.on('error', () => {});
  answer.on('data', (part: Buffer) => {
    read += part.length;
    if (read > mostBody) answer.destroy();
  });
  const slow = setTimeout(() => answer.destroy(), 2_000);
  answer.once('close', () => clearTimeout(slow));
}

function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return error.fault;
  const { code = '' } = error as NodeJS.ErrnoException;
  return code.startsWith('HPE_') ? 'NO_HTTP' : 'NO_CONNECTION';
}
