import { createHash } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#apps/api/src/problems/problem';
import { ValidQuery } from '#apps/api/src/validation/pipes';
import { asyncApi, described, eventSchema } from '#public-events';
import { Feed } from './feed.js';
import { FeedQuery, limitOf, waitMsOf } from './feed.query.js';
import { InFlight } from './in-flight.js';
import type { Grant } from './grants.js';
import type { Page } from './reader.js';
import { stream } from './sse.js';
import { type Machine, tokenSeconds } from './tokens.js';

/** Where the feed is reached from outside; where it was asked, unless told. */
export interface FeedFace {
  readonly url?: string | undefined;
}
export const FeedFace = Symbol('FeedFace');

/** Case events for other services: pages and a stream, and how one logs in. AsyncAPI describes it, not OpenAPI. */
@ApiExcludeController()
@Controller()
export class FeedController {
  constructor(
    private readonly feed: Feed,
    private readonly inFlight: InFlight,
    @Inject(FeedFace) private readonly face: FeedFace,
  ) {}

  @Get('asyncapi.json')
  description(@Req() { protocol, host }: FastifyRequest) {
    const asked = `${protocol}://${host}`;
    return asyncApi(this.face.url ?? (URL.canParse(asked) ? asked : 'http://localhost'));
  }

  @Get('schemas/:type')
  schema(@Req() { params }: FastifyRequest) {
    const { type = '' } = params as { readonly type?: string };
    const one = described.find(({ type: known }) => `${known}.json` === type);
    if (one === undefined) throw new Problem('not-found');
    return eventSchema(one);
  }

  /** OAuth 2.0, client credentials (RFC 6749 §4.4). */
  @Post('v1/feed/token')
  @HttpCode(200)
  async token(@Req() request: FastifyRequest, @Body() body: unknown) {
    const { id, secret } = credentialsIn(request, body);
    return {
      access_token: await this.feed.login(id, secret),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
    };
  }

  @Get('v1/feed')
  async follow(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @ValidQuery(FeedQuery) query: FeedQuery,
  ): Promise<void> {
    const machine = await this.feed.machineOf(request.headers.authorization);
    await this.feed.grantOf(machine);
    const leave = this.inFlight.enter(machine.subscriptionId);
    try {
      const isStream = /text\/event-stream/i.test(request.headers.accept ?? '');
      const lastId = isStream ? request.headers['last-event-id'] : undefined;
      const cursor = typeof lastId === 'string' && lastId !== '' ? lastId : query.after;
      const begins =
        cursor === undefined
          ? this.feed.beginning(query.from ?? 'origin')
          : { after: await this.feed.placeOf(machine, cursor) };
      reply.header('Vary', 'Accept, Authorization');
      if (isStream) await stream(reply, { feed: this.feed, machine, ...begins });
      else await this.#page(request, reply, { machine, begins, query, cursor });
    } finally {
      leave();
    }
  }

  async #page(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      machine,
      begins,
      query,
      cursor,
    }: {
      readonly machine: Machine;
      readonly begins: ReturnType<Feed['beginning']>;
      readonly query: FeedQuery;
      readonly cursor: string | undefined;
    },
  ): Promise<void> {
    const limit = limitOf(query);
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, this.feed.closed]);
    const deadline = Date.now() + waitMsOf(query);
    let { after } = begins;
    let grant: Grant;
    let page: Page;
    for (;;) {
      const mark = this.feed.follower.markOf(machine.tenant);
      grant = await this.feed.grantOf(machine);
      page = await this.feed.page(grant, { ...begins, after, limit });
      const left = deadline - Date.now();
      if (page.told.length > 0 || left <= 0 || signal.aborted) break;
      after = page.position;
      await this.feed.follower.moved(machine.tenant, mark, left, signal);
    }
    if (cursor !== undefined) this.feed.came(machine, begins.after);
    const next = this.feed.cursorOf(machine, page);
    reply
      .header('Link', `</v1/feed?after=${next}&limit=${limit}>; rel="next"`)
      .header('Samspor-Next', next)
      .header('Content-Type', 'application/cloudevents-batch+json; charset=utf-8');
    // A page that is full is the same for ever, for this version of the grant.
    if (page.isFull && cursor !== undefined) {
      const etag = `"${createHash('sha256')
        .update(JSON.stringify([grant.key, cursor, limit]))
        .digest('base64url')}"`;
      reply.header('ETag', etag).header('Cache-Control', 'private, max-age=86400');
      if (request.headers['if-none-match'] === etag) return void reply.code(304).send();
    }
    reply.send(JSON.stringify(page.told.map(({ event }) => event)));
  }
}

/** In the header (RFC 6749 §2.3.1), or in the form. */
function credentialsIn(
  { headers }: FastifyRequest,
  body: unknown,
): { readonly id: string; readonly secret: string } {
  const form = body instanceof URLSearchParams ? body : new URLSearchParams();
  if (form.get('grant_type') !== 'client_credentials') throw new Problem('malformed-request.grant-type');
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined) {
    return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  }
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id, secret };
}
