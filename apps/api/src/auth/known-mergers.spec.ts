import 'reflect-metadata';
import type { Move } from '#projecting';
import { KnownMergers } from './known-mergers.js';

/** A register of staff of which the projector tells when it is asked to. */
function mergers() {
  let rows: readonly { readonly id: string; readonly into: string }[] = [];
  let moved = (_move: Move) => {};
  const waiting: (() => void)[] = [];
  const client = { query: async () => ({ rows }), release: () => {} };
  const parts = {
    logId: 'log',
    reader: { connect: async () => client, query: client.query },
    readPositions: {
      observe: (observer: typeof moved) => {
        moved = observer;
        return () => {};
      },
      waitFor: () => new Promise<string>((resolve) => waiting.push(() => resolve('ready'))),
    },
  };
  const it = new KnownMergers(parts as unknown as ConstructorParameters<typeof KnownMergers>[0]);
  return {
    it,
    of: async (tenant = '1576') => [...(await it.of(tenant))],
    /** The rows are these, and every reader has been told. */
    project: async (...now: typeof rows) => {
      rows = now;
      moved({ projection: 'staff', isAnotherBuild: false, hasNewRows: true });
      for (const ready of waiting.splice(0)) ready();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('who goes on as whom', () => {
  it('is known at once where it was recorded, and told by the rows once they have come so far', async () => {
    const { it: known, of, project } = mergers();
    expect(await of()).toEqual([]);
    known.tell('1576', { partyId: 'a', into: 'b', position: 7n });
    expect([await of(), await of('3436')]).toEqual([[['a', 'b']], []]);
    await project({ id: 'a', into: 'b' });
    expect(await of()).toEqual([['a', 'b']]);
    // Another process took it back since.
    await project();
    expect(await of()).toEqual([]);
  });

  it('is known not to be any more', async () => {
    const { it: known, of, project } = mergers();
    await project({ id: 'a', into: 'b' });
    known.tell('1576', { partyId: 'a', into: null, position: 9n });
    expect(await of()).toEqual([]);
    known.tell('1576', { partyId: 'a', into: 'c', position: 11n });
    expect(await of()).toEqual([['a', 'c']]);
    await project({ id: 'a', into: 'c' });
    expect(await of()).toEqual([['a', 'c']]);
  });
});
