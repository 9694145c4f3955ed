import { ownCommand } from '#apps/api/src/commands/own-command';
import type { Elected } from '#apps/projector/src/elected';
import { type CommandRunner, derivedId, Rejection } from '#event-sourcing';
import { type Disclosure, isDisposed, type Webhooks as WebhookPlaces } from '#personal-data';
import type { Webhook } from '#subscription';
import { recordStep } from '#subscription/application/index';
import { type One, startEach } from '../each.js';
import type { Feed } from '../feed.js';
import { narrowed, startOf } from '../grants.js';
import type { Post } from './post.js';
import { Receiver, type ReceiverParts } from './receiver.js';
import { signedHeaders } from './signature.js';
import type { WebhookMetrics } from './webhook-metrics.js';

export interface WebhooksParts {
  readonly feed: Feed;
  readonly places: WebhookPlaces;
  readonly disclosure: Disclosure;
  readonly runner: CommandRunner;
  readonly post: Post;
  readonly metrics: WebhookMetrics;
  readonly log: (line: string) => void;
}

const longestWaitMs = 30_000;

/** Sends public events to the addresses that subscribers have, in one of several processes, until `stop`. Each receiver goes by itself. */
export function startWebhooks(parts: WebhooksParts): Elected {
  const { feed, places, log } = parts;
  const { store, logId } = feed.parts;
  return startEach({
    store,
    name: 'webhooks',
    nameOf: ({ id }) => `The receiver ${id}`,
    elect: () => places.elect(logId),
    idsIn: async (tenant) => {
      const all = await feed.grants.webhooksIn(tenant);
      return all.filter(({ removedOn }) => removedOn === undefined).map(({ endpointId }) => endpointId);
    },
    serve: (one) => new Serving(parts, one).run(),
    log,
  });
}

/** One receiver, until it is removed or the signal fires. */
class Serving {
  private readonly tenant: string;
  private readonly endpointId: string;
  private readonly signal: AbortSignal;
  private opened: { readonly from: unknown; readonly url: string | undefined } | undefined;

  constructor(
    private readonly parts: WebhooksParts,
    private readonly one: One,
  ) {
    ({ tenant: this.tenant, id: this.endpointId, signal: this.signal } = one);
  }

  async run(): Promise<void> {
    const { feed, places } = this.parts;
    const { tenant, endpointId, signal } = this;
    const key = { tenant, endpointId };
    const first = await this.webhook();
    if (first === undefined) return;
    const place = (await places.placesIn(tenant)).get(endpointId);
    const known = place && { place, waiting: await places.waitingFor(key) };
    const receiver = Receiver.at(this.receiverParts(), first, feed.parts.logId, known);
    try {
      while (!signal.aborted) {
        const mark = feed.follower.markOf(tenant);
        const webhook = await this.webhook();
        if (webhook === undefined || webhook.removedOn !== undefined) {
          await places.forget(key);
          return;
        }
        const grant = await feed.standingOf({ tenant, subscriptionId: webhook.subscriptionId });
        const isServed = webhook.pausedFor === undefined && typeof grant !== 'string';
        const quietMs = isServed
          ? await receiver.round(webhook, narrowed(grant, webhook.types))
          : longestWaitMs;
        this.one.onRound();
        if (quietMs > 0) await feed.follower.moved(tenant, mark, quietMs, signal);
      }
    } finally {
      // What was taken is not sent again where that can be written down.
      await receiver.save().catch(() => {});
    }
  }

  private async webhook(): Promise<Webhook | undefined> {
    const all = await this.parts.feed.grants.webhooksIn(this.tenant);
    return all.find(({ endpointId }) => endpointId === this.endpointId);
  }

  private receiverParts(): ReceiverParts {
    const { feed, places, metrics } = this.parts;
    const { tenant, endpointId } = this;
    return {
      tenant,
      now: () => Date.now(),
      page: (grant, asked) => feed.page(grant, asked),
      send: (webhook, id, body) => this.send(webhook, id, body),
      save: (place, waiting) => places.save({ tenant, endpointId }, place, waiting),
      pause: (cause, since) => this.pause(cause, since),
      startOf: (day) => startOf(day, feed.clock),
      onTaken: ({ time }) => metrics.taken(Date.now() - Date.parse(time)),
      onFailed: () => metrics.failed(),
    };
  }

  private async send(webhook: Webhook, id: string, body: string) {
    const url = await this.urlOf(webhook);
    if (url === undefined) return { taken: false, fault: 'UNKNOWN_NAME' } as const;
    const at = Date.now();
    const { subscribers } = this.parts.feed.parts;
    const holding = webhook.secrets
      .filter(({ until }) => until === undefined || Date.parse(until) > at)
      .toReversed();
    const secrets = holding.map(({ secretId }) =>
      subscribers.webhookSecret(this.tenant, this.endpointId, secretId),
    );
    const headers = {
      ...signedHeaders(secrets, { id, at, body }),
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Samspor-Webhooks/1',
    };
    return this.parts.post.send(url, { headers, body }, this.signal);
  }

  /** Opened once for as long as it stands. */
  private async urlOf({ url }: Webhook): Promise<string | undefined> {
    if (this.opened?.from === url) return this.opened.url;
    const viewer = { tenants: [this.tenant], partyId: '', roles: ['ADMIN'], units: [] } as const;
    const shown = await this.parts.disclosure.disclose(
      viewer,
      'ADMINISTRATION',
      () => [],
      () => ({ url }),
      'nobody',
    );
    const opened = shown.url as unknown;
    this.opened = { from: url, url: isDisposed(opened) ? undefined : String(opened) };
    return this.opened.url;
  }

  private async pause(cause: 'FAILING' | 'GONE', since: number): Promise<void> {
    const { runner, log, feed } = this.parts;
    const commandId = derivedId('webhook-paused', this.endpointId, String(since));
    const context = ownCommand('SYSTEM', this.tenant, commandId, feed.clock);
    try {
      await recordStep(runner, 'WebhookPaused', { endpointId: this.endpointId, cause }, context);
      log(
        `The receiver ${this.endpointId} is paused: ${cause === 'GONE' ? 'its address is gone' : 'it has taken nothing for three days'}.`,
      );
    } catch (error) {
      // Somebody paused or removed it in the meantime.
      if (!(error instanceof Rejection)) throw error;
    }
    await feed.grants.reload(this.tenant);
  }
}
