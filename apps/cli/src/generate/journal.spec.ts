import { jest } from '@jest/globals';
import { codec } from '#apps/codec';
import { CommandRunner } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { type Chapter, history } from './history.js';
import { Journal } from './journal.js';
import { municipalitiesNamed } from './town.js';

/** Some chapters of a history, and every command that was run for them. */
async function watched(count: number) {
  const run = jest.spyOn(Journal.prototype, 'run');
  const chapters: Chapter[] = [];
  const options = { events: 3_000, seed: 7, municipalities: await municipalitiesNamed('aure') };
  for await (const chapter of history(options, { part: 0, of: 1 })) {
    chapters.push(chapter);
    if (chapters.length === count) break;
  }
  const runs = [...run.mock.calls];
  run.mockRestore();
  return { chapters, runs };
}

describe('the journal of a history', () => {
  it('holds what the command runner records for the same commands, to the last byte', async () => {
    const { chapters, runs } = await watched(12);
    const store = new MemoryEventStore();
    const runner = new CommandRunner(store, codec, plainSealing);
    for (const given of runs) await runner.run(...given);

    const entries = chapters.flatMap((chapter) => chapter.entries);
    const told = new Map<string, unknown[]>();
    for (const { stream, drafts, mac } of entries) {
      const bodyMac = mac && (await plainSealing.bodyMac(mac.owner, mac.body));
      const whole = drafts.map((draft, index) =>
        index === 0 && bodyMac !== undefined ? { ...draft, metadata: { ...draft.metadata, bodyMac } } : draft,
      );
      const encoded = await codec.encode(stream, whole, plainSealing);
      told.set(stream, [...(told.get(stream) ?? []), ...encoded]);
    }
    expect(entries.length).toBeGreaterThan(200);
    for (const [stream, events] of told) {
      const recorded = await store.read(stream);
      expect(recorded.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(events);
    }
    expect(store.all).toHaveLength([...told.values()].flat().length);
  });
});
