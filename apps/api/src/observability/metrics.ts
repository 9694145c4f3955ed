import { Gauge, Histogram, Registry } from 'prom-client';

/** How the API does, for Prometheus. By route template: an address with ids would be a series of its own. */
export class HttpMetrics {
  readonly registry = new Registry();
  readonly #durations = new Histogram({
    name: 'samspor_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly lagSeconds = this.#ofProjection(
    'lag_seconds',
    'Age of the oldest event that the read model has not seen',
  );
  readonly lagBytes = this.#ofProjection('lag_bytes', 'Bytes of log that the read model has not seen');
  readonly halted = this.#ofProjection('halted', '1 while the read model is halted');
  readonly failing = new Gauge({
    name: 'samspor_reactor_failing',
    help: '1 while the reactor fails',
    labelNames: ['reactor'],
    registers: [this.registry],
  });

  readonly hindrance = new Gauge({
    name: 'samspor_hindrance',
    help: '1 while it is in the way of recording, or makes doubtful what is recorded',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  readonly setAside = new Gauge({
    name: 'samspor_streams_set_aside',
    help: 'Streams that are set aside and wait for an operator',
    registers: [this.registry],
  });

  readonly auditFindings = new Gauge({
    name: 'samspor_audit_findings',
    help: 'What the auditor found changed by something else than the projector',
    registers: [this.registry],
  });
  readonly auditAge = new Gauge({
    name: 'samspor_audit_age_seconds',
    help: 'How long ago the last audit ended',
    registers: [this.registry],
  });

  /** `beside`: figures of what runs in the same process. */
  constructor(private readonly beside: readonly Registry[] = []) {
    new Gauge({
      name: 'samspor_process_resident_memory_bytes',
      help: 'Memory of the process',
      registers: [this.registry],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
  }

  observe(method: string, route: string, status: string, ms: number): void {
    this.#durations.observe({ method, route, status }, ms / 1000);
  }

  async text(): Promise<string> {
    const all = await Promise.all([this.registry, ...this.beside].map((one) => one.metrics()));
    return all.join('\n');
  }

  forgetStates(): void {
    for (const gauge of [this.lagSeconds, this.lagBytes, this.halted, this.failing, this.hindrance]) {
      gauge.reset();
    }
    for (const gauge of [this.setAside, this.auditFindings, this.auditAge]) gauge.remove();
  }

  #ofProjection(figure: string, help: string) {
    return new Gauge({
      name: `samspor_projection_${figure}`,
      help,
      labelNames: ['projection'],
      registers: [this.registry],
    });
  }
}
