import { Counter, Histogram, type Registry } from 'prom-client';

/** How sending to receivers goes, for Prometheus; of no receiver by itself, which the page and the command line tell. */
export class WebhookMetrics {
  readonly #sent: Counter<'outcome'>;
  readonly #seconds: Histogram;

  constructor(registry: Registry) {
    this.#sent = new Counter({
      name: 'samspor_webhook_messages_total',
      help: 'Messages sent to receivers, by whether they were taken',
      labelNames: ['outcome'],
      registers: [registry],
    });
    this.#seconds = new Histogram({
      name: 'samspor_webhook_delay_seconds',
      help: 'Time from the recording of an event to a receiver’s taking it',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 5, 60, 3600, 86_400],
      registers: [registry],
    });
  }

  taken(ms: number): void {
    this.#sent.inc({ outcome: 'taken' });
    this.#seconds.observe(ms / 1_000);
  }

  failed(): void {
    this.#sent.inc({ outcome: 'failed' });
  }
}
