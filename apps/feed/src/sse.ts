import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Told } from '#public-events';
import type { Feed } from './feed.js';
import type { Page } from './reader.js';
import type { Machine } from './tokens.js';

interface Streaming {
  readonly feed: Feed;
  readonly machine: Machine;
  readonly after: bigint;
  readonly notBefore?: string | undefined;
}

/** So many events are taken at a time: no more of them wait for a reader that is slow. */
const atATime = 250;
const heartbeatMs = 15_000;
/** A reader that takes nothing for so long is let go; it comes again with the cursor that it has. */
const patienceMs = 30_000;
/** Then it logs in again. */
const longestMs = 3_600_000;

/** Server-sent events until the reader goes, the subscription does not hold any more, or the feed ends. What ends it is told, with why. */
export async function stream(
  reply: FastifyReply,
  { feed, machine, after, notBefore }: Streaming,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  raw.on('error', () => gone.abort());
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'Content-Type': 'text/event-stream; charset=utf-8',
    'X-Accel-Buffering': 'no',
  });
  const signal = AbortSignal.any([gone.signal, feed.closed]);
  feed.metrics.streams.inc();
  try {
    await send(raw, 'retry: 2000\n\n', signal);
    const why = await follow(raw, { feed, machine, after, notBefore }, signal);
    if (!gone.signal.aborted) raw.end(ending(why));
  } catch {
    // Whoever comes again is told what is wrong by the answer to that.
    raw.destroy();
  } finally {
    feed.metrics.streams.dec();
  }
}

/** Why it ended. */
type End = 'revoked' | 'ended' | 'not-begun' | 'paused' | 'log-in-again' | 'feed-closes';

async function follow(
  raw: ServerResponse,
  { feed, machine, after, notBefore }: Streaming,
  signal: AbortSignal,
): Promise<End> {
  const until = Date.now() + longestMs;
  let position = after;
  let beatAt = Date.now();
  while (!signal.aborted) {
    if (Date.now() > until) return 'log-in-again';
    const mark = feed.follower.markOf(machine.tenant);
    const grant = await feed.standingOf(machine);
    if (typeof grant === 'string') return grant;
    const asked = { after: position, limit: atATime, ...(notBefore !== undefined && { notBefore }) };
    const page = await feed.page(grant, asked);
    position = page.position;
    if (page.told.length > 0) {
      await send(raw, textOf(feed, machine, page), signal);
      feed.came(machine, position);
      beatAt = Date.now();
    }
    if (page.isFull) continue;
    await feed.follower.moved(machine.tenant, mark, Math.max(0, beatAt + heartbeatMs - Date.now()), signal);
    if (Date.now() - beatAt < heartbeatMs) continue;
    // With where it stands, so that a quiet reader need not go through what others recorded.
    await send(raw, `: still here\nid: ${feed.cursorOf(machine, page)}\n\n`, signal);
    feed.came(machine, position);
    beatAt = Date.now();
  }
  return 'feed-closes';
}

/** The last of what is told of one event alone has a cursor: whoever breaks off before it is told all of it again. */
function textOf(feed: Feed, machine: Machine, { told }: Page): string {
  return told
    .map((one, index) => {
      const isLast = told[index + 1]?.position !== one.position;
      const id = isLast ? `id: ${feed.cursorOf(machine, { position: one.position, isFull: true })}\n` : '';
      return `${id}data: ${jsonOf(one)}\n\n`;
    })
    .join('');
}

const texts = new WeakMap<Told, string>();
/** The same event goes to many. */
function jsonOf(told: Told): string {
  const known = texts.get(told) ?? JSON.stringify(told.event);
  texts.set(told, known);
  return known;
}

const ending = (why: End) => `event: end\ndata: ${JSON.stringify({ reason: why })}\n\n`;

async function send(raw: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (raw.write(text) || signal.aborted) return;
  const late = AbortSignal.timeout(patienceMs);
  await once(raw, 'drain', { signal: AbortSignal.any([signal, late]) }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
