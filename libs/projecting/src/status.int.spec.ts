import { append, Engine, opened, testProjections } from './engine.testing.js';
import { projectionStatus, streamPrefixesOf } from './index.js';

describe('how far the read models are behind', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await Engine.open();
    await append(engine.store, '1576', opened('a'));
    await engine.start();
    // They have just said to be current, and nobody follows any more.
    await engine.stop();
  });
  afterEach(() => engine.close());

  const statuses = () =>
    projectionStatus(engine.superuser, testProjections, {
      store: engine.store,
      streamPrefixes: streamPrefixesOf(testProjections),
    });

  it('is nothing while they hold all there is', async () => {
    for (const status of await statuses()) expect(status).toMatchObject({ lagSeconds: 0, lagBytes: 0n });
  });

  it('shows with the first event that nobody takes in, however lately they were current', async () => {
    const [event] = await append(engine.store, '1576', opened('b'));
    for (const { position, lagSeconds, lagBytes } of await statuses()) {
      expect(lagBytes).toBe((event?.position ?? 0n) - (position ?? 0n));
      // It was recorded in March 2026, as all of these.
      expect(lagSeconds).toBeGreaterThan(3_600);
    }
  });

  it('is nothing for events that concern none of them', async () => {
    await engine.store.append('reactor-other', 'no_stream', [
      { id: '00000000-0000-4000-8000-000000000001', type: 'ReactorAdvanced', data: {}, metadata: {} },
    ]);
    for (const status of await statuses()) expect(status).toMatchObject({ lagSeconds: 0, lagBytes: 0n });
  });

  it('is not known without the log: only how long ago they were current', async () => {
    for (const { lagSeconds, lagBytes } of await projectionStatus(engine.superuser, testProjections)) {
      expect(lagSeconds).toBeLessThan(60);
      expect(lagBytes).toBeUndefined();
    }
  });
});
