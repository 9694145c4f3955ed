import { openLog } from '#event-sourcing';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { Aside, ReactorStatus } from '#projecting';
import { projections } from '#projections/index';
import type { ApiParts } from '../api-parts.js';
import { Health } from './health.js';
import { Hindrances } from './hindrances.js';
import { HttpMetrics } from './metrics.js';

/** A log whose every event is projected, with a projector in this process where reactors are given. */
async function health(
  reactors?: readonly Partial<ReactorStatus>[],
  hindrances = new Hindrances(),
  asides: readonly (Aside & { readonly name: string; readonly version: number })[] = [],
) {
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
    reader: {
      query: (sql: string) =>
        Promise.resolve({ rows: sql.includes('from samspor.set_aside') ? asides : rows }),
    },
    reactors: reactors && (() => Promise.resolve(reactors)),
    hindrances,
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

  it('B1 is impaired while a stream is set aside, and names what waits for somebody', async () => {
    const [{ name, version }] = projections as [(typeof projections)[number]];
    const aside = {
      name,
      version,
      kind: 'HISTORY',
      revision: null,
      eventId: null,
      isNoted: false,
      since: null,
    } as const;
    const lost = { ...aside, stream: 'case-1576.a', message: 'It was deleted for ever' };
    const { health: asked, metrics } = await health([running], new Hindrances(), [
      lost,
      { ...lost, stream: 'case-1576.b', isNoted: true },
    ]);
    expect(await asked.report()).toMatchObject({
      status: 'impaired',
      setAside: [{ stream: 'case-1576.a', message: 'It was deleted for ever' }],
    });
    await asked.measure();
    expect(await metrics.registry.metrics()).toContain('samspor_streams_set_aside 1');
  });

  it('is impaired while one that works tells of what waits for somebody, such as a mail server that does not answer', async () => {
    const message = 'The mail server post.example:587 does not answer (ECONNECTION)';
    const { health: asked } = await health([
      running,
      { ...running, name: 'reminders', message, isImpaired: true },
    ]);
    expect(await asked.report()).toMatchObject({
      status: 'impaired',
      reactors: [running, { name: 'reminders', state: 'RUNNING', message }],
    });
  });

  it('tells of no reactors where the projector runs by itself', async () => {
    const { health: asked } = await health();
    expect(await asked.report()).toMatchObject({ status: 'ready', reactors: [] });
  });

  it('is impaired while no document can be kept, since all else is recorded', async () => {
    let lack: string | undefined = 'Documents cannot be kept: /data/documents cannot be written.';
    const { health: asked } = await health([], new Hindrances({ documents: () => lack }));
    expect(await asked.report()).toMatchObject({
      status: 'impaired',
      hindrances: [{ kind: 'DOCUMENTS', message: lack }],
    });
    lack = undefined;
    expect(await asked.report()).toMatchObject({ status: 'ready', hindrances: [] });
  });

  it('E13 is not ready while a disk is full, and says which, until there is room', async () => {
    let lack: string | undefined = 'The disk of /data has 3 MB left.';
    const { health: asked, metrics } = await health([], new Hindrances({ room: () => lack }));
    expect(await asked.report()).toMatchObject({
      status: 'not-ready',
      hindrances: [{ kind: 'NO_ROOM', message: 'The disk of /data has 3 MB left.' }],
    });
    await asked.measure();
    expect(await metrics.registry.metrics()).toContain('samspor_hindrance{kind="NO_ROOM"} 1');
    lack = undefined;
    expect(await asked.report()).toMatchObject({ status: 'ready', hindrances: [] });
  });

  it('E13 is not ready after a request met a full disk that nobody here can look at', async () => {
    const hindrances = new Hindrances();
    const { health: asked } = await health([], hindrances);
    hindrances.metNoRoom(Object.assign(new Error('could not extend file'), { code: '53100' }));
    expect(await asked.report()).toMatchObject({
      status: 'not-ready',
      hindrances: [{ kind: 'NO_ROOM', message: expect.stringContaining('PostgreSQL has no room left') }],
    });
  });
});
