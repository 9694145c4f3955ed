import { Counter, Gauge, Registry } from 'prom-client';
import { WebhookMetrics } from './webhooks/webhook-metrics.js';

/** How the feed does, for Prometheus. */
export class FeedMetrics {
  readonly registry = new Registry();
  readonly webhooks = new WebhookMetrics(this.registry);
  readonly streams = new Gauge({
    name: 'samspor_feed_streams',
    help: 'Streams of server-sent events that are open',
    registers: [this.registry],
  });
  readonly written = new Counter({
    name: 'samspor_public_stream_events_total',
    help: 'Public events that were written into streams of the event store for subscribers',
    registers: [this.registry],
  });

  constructor(isHalted: () => boolean) {
    new Gauge({
      name: 'samspor_feed_halted',
      help: '1 while the feed tells nothing more, until somebody has seen to it',
      registers: [this.registry],
      collect() {
        this.set(isHalted() ? 1 : 0);
      },
    });
  }
}
