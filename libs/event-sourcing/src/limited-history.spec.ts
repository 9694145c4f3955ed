import { codecOf } from './codec.js';
import { type CommandContext, CommandRunner } from './command-runner.js';
import type { Decider, Intent } from './decider.js';
import { events, id, v1 } from './event.js';
import { SetAside } from './stream-history.js';
import { MemoryEventStore } from './testing/memory-event-store.js';
import { plainSealing } from './testing/plain-sealing.js';
import { derivedId } from './ids.js';

const courseEvents = events(
  { category: 'course', owner: 'courseId', class: 'UNIT' },
  { SeatTaken: v1({ courseId: id() }) },
);
const seats: Decider<number, Intent<'TakeSeat', object>, typeof courseEvents> = {
  events: courseEvents,
  initialState: 0,
  evolve: (taken) => taken + 1,
  decide: (_intent, taken) => (taken < 4 ? [{ type: 'SeatTaken', data: { courseId: 'c1' } }] : []),
};
const stream = 'course-1576.c1';

/** Decided on what is remembered, on what is read, by who writes alone, and by who does not. */
describe.each([
  ['a command that may be a repeat', {}, false],
  ['one that cannot be', { unrepeatable: true }, false],
  ['one of the only writer', {}, true],
] as const)('B25 %s', (_, given, soleWriter) => {
  let store: MemoryEventStore;
  let runner: CommandRunner;
  let commands: number;
  const ended = new AbortController();
  afterAll(() => ended.abort());

  beforeEach(async () => {
    commands = 0;
    store = new MemoryEventStore();
    runner = new CommandRunner(store, codecOf([courseEvents]), plainSealing, { soleWriter });
    void runner.heedMarks(['course-'], ended.signal);
    for (let seat = 0; seat < 3; seat += 1) await take();
  });

  const take = () => {
    commands += 1;
    const context: CommandContext = {
      commandId: derivedId('test command', String(commands)),
      correlationId: 'k',
      municipality: '1576',
      actor: { partyId: 'p', role: 'CASEWORKER' },
      at: '2026-01-01T10:00:00.000Z',
      today: '2026-01-01',
      ...given,
    };
    return runner.run(seats, stream, { type: 'TakeSeat', data: {} }, context);
  };
  /** Whoever follows the log has seen what is in it. */
  const followed = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  it.each([
    ['$maxCount', { $maxCount: 1 }],
    ['a deletion', { $tb: Number.MAX_SAFE_INTEGER * 1_024 }],
  ])('is never decided on a history that %s cut short, and is again once it is whole', async (__, limit) => {
    store.setMetadata(stream, limit);
    await followed();
    const before = store.all.length;
    await expect(take()).rejects.toThrow(SetAside);
    expect(store.all).toHaveLength(before);
    store.setMetadata(stream, {});
    await followed();
    expect(await take()).toMatchObject({ revision: 3n });
  });

  it('is not answered by a process that came after a deletion either', async () => {
    store.setMetadata(stream, { $tb: Number.MAX_SAFE_INTEGER * 1_024 });
    runner = new CommandRunner(store, codecOf([courseEvents]), plainSealing, { soleWriter });
    await expect(take()).rejects.toThrow(SetAside);
  });

  it('is refused where the stream was ended for ever', async () => {
    store.tombstone(stream);
    await followed();
    await expect(take()).rejects.toThrow('was deleted');
  });
});
