import { openLog } from '#event-sourcing';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { ReactorStatus } from '#projecting';
import { projections } from '#projections/index';
import type { ApiParts } from '../api-parts.js';
import { Health } from './health.js';
import { HttpMetrics } from './metrics.js';

/** A log whose every event is projected, with a projector in this process where reactors are given. */
async function health(reactors?: readonly Partial<ReactorStatus>[]) {
  const store = new MemoryEventStore();
  const { logId } = await openLog(store, testEventKeys);
  const rows = projections.map(({ name, version }) => ({
    name,
    version,
    live_build: 1,
    unbuilt: null,
    state: 'RUNNING',
    message: null,
    log_id: logId,
    resume_position: '0',
    current_at: '2026-03-02T08:00:00Z',
    silent_for: 0,
  }));
  const parts = {
    store,
    logId,
    vault: { parties: { known: () => Promise.resolve() } },
    reader: { query: () => Promise.resolve({ rows }) },
    reactors: reactors && (() => Promise.resolve(reactors)),
  };
  const metrics = new HttpMetrics();
  return { health: new Health(parts as unknown as ApiParts, metrics), metrics };
}

const running = { name: 'coordinator-gap', state: 'RUNNING' } as const;
const failing = { name: 'basis-check', state: 'FAILING', message: 'Error: refused' } as const;

describe('the health of the API', () => {
  it('is not ready while a reactor of the projector in its process fails, and says which and why', async () => {
    const { health: asked, metrics } = await health([running, failing]);
    expect(await asked.report()).toMatchObject({ status: 'not-ready', reactors: [running, failing] });
    await asked.measure();
    expect(await metrics.registry.metrics()).toContain('samspor_reactor_failing{reactor="basis-check"} 1');
  });

  it('is ready while none fails', async () => {
    const { health: asked } = await health([running]);
    expect(await asked.report()).toMatchObject({ status: 'ready', reactors: [running] });
  });

  it('tells of no reactors where the projector runs by itself', async () => {
    const { health: asked } = await health();
    expect(await asked.report()).toMatchObject({ status: 'ready', reactors: [] });
  });
});
