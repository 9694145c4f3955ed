import fc from 'fast-check';
import { codecOf } from './codec.js';
import {
  type CommandContext,
  CommandRunner,
  KeyReused,
  StaleRevision,
  TooMuchContention,
} from './command-runner.js';
import { annulment, type Decider, type Intent } from './decider.js';
import { refusals, Rejection } from './refusals.js';
import { type EventOf, events, id, localDate, personal, v1 } from './event.js';
import { type EventStore, StoreUnavailable, WrongExpectedRevision } from './event-store.js';
import { derivedId, eventIdOf } from './ids.js';
import { MemoryEventStore } from './testing/memory-event-store.js';
import { plainSealing } from './testing/plain-sealing.js';
import { rounds } from '../../../test/support/rounds.js';

const { refusal } = refusals('course', {
  unknown: ['There is no such entry', 'Oppføringen finnes ikke', 'Oppføringa finst ikkje'],
  full: ['The course is full', 'Kurset er fullt', 'Kurset er fullt'],
});
const courseEvents = events(
  { category: 'course', owner: 'courseId', class: 'UNIT' },
  {
    SeatTaken: v1(
      {
        courseId: id(),
        who: id(),
        takenOn: localDate(),
        wish: personal.text({ of: 'courseId', class: 'UNIT' }),
      },
      { occurs: 'takenOn' },
    ),
    CourseFilled: v1({ courseId: id() }),
  },
);
type TakeSeat = Intent<'TakeSeat', { who: string; takenOn: string }>;
type Annul = Intent<'Annul', { eventId: string }>;
type Taken = readonly string[];

/** Three seats; nobody takes two. */
const course: Decider<Taken, TakeSeat | Annul, typeof courseEvents> = {
  events: courseEvents,
  initialState: [],
  evolve: (taken, event: EventOf<typeof courseEvents>) =>
    event.type === 'SeatTaken' ? [...taken, event.data.who] : taken,
  decide(intent, taken, history) {
    if (intent.type === 'Annul') {
      const target = history.find((event) => event.id === intent.data.eventId);
      if (!target) throw refusal('unknown');
      return [annulment(courseEvents, target, 'TYPING_ERROR', 'Feil kurs')];
    }
    const { who, takenOn } = intent.data;
    if (taken.includes(who)) return [];
    if (taken.length === 3) throw refusal('full');
    const seat = { type: 'SeatTaken', data: { courseId: 'c1', who, takenOn, wish: 'Vindusplass' } } as const;
    return taken.length === 2 ? [seat, { type: 'CourseFilled', data: { courseId: 'c1' } }] : [seat];
  },
};
const stream = 'course-1576.c1';
const codec = codecOf([courseEvents]);
const runnerOn = (store: EventStore, soleWriter = false) =>
  new CommandRunner(store, codec, plainSealing, { soleWriter });
const contextOf = (key: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId: derivedId('test', key),
  correlationId: 'k1',
  municipality: '1576',
  actor: { partyId: 'p1', role: 'CASEWORKER', unit: 'KE' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
  body: JSON.stringify({ key }),
  ...more,
});
const take = (runner: CommandRunner, who: string, context = contextOf(who)) =>
  runner.run(course, stream, { type: 'TakeSeat', data: { who, takenOn: '2026-02-27' } }, context);
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) =>
      error instanceof Rejection ? error.code : error instanceof Error ? error.name : 'unknown',
  );

describe('a command', () => {
  it('B14 is recorded at no time before what stands in its stream, and decided by the clock as it stands', async () => {
    const store = new MemoryEventStore();
    const ahead = { at: '2028-01-04T08:00:00.000Z', today: '2028-01-04' };
    const back = { at: '2026-11-30T08:00:00.000Z', today: '2026-11-30' };
    const seen: (string | undefined)[] = [];
    const watched: typeof course = {
      ...course,
      decide(intent, taken, history) {
        seen.push(intent.today);
        return course.decide(intent, taken, history);
      },
    };
    for (const [who, clock] of Object.entries({ a: ahead, b: back })) {
      const seat = { type: 'TakeSeat', data: { who, takenOn: '2026-02-27' } } as const;
      await runnerOn(store).run(watched, stream, seat, contextOf(who, clock));
    }
    expect(store.all.map(({ metadata }) => metadata['recordedAt'])).toEqual([ahead.at, ahead.at]);
    expect(new Set(seen)).toEqual(new Set([ahead.today, back.today]));
  });

  it('is recorded with all that must stand beside it', async () => {
    const store = new MemoryEventStore();
    const basis = [{ stream: 'case-1576.x', revision: 4 }];
    const data = { who: 'a', takenOn: '2026-02-27' };
    const receipt = await runnerOn(store).run(
      course,
      stream,
      { type: 'TakeSeat', data },
      contextOf('a'),
      basis,
    );
    const [stored] = store.all;
    expect(stored?.id).toBe(eventIdOf(contextOf('a').commandId, 0));
    expect(stored?.metadata).toEqual({
      $correlationId: 'k1',
      $causationId: contextOf('a').commandId,
      municipality: '1576',
      actor: { partyId: 'p1', role: 'CASEWORKER', unit: 'KE' },
      occurredOn: '2026-02-27',
      recordedAt: '2026-03-02T09:00:00.000Z',
      schemaVersion: 1,
      basis,
      bodyMac: await plainSealing.bodyMac({ tenant: '1576', owner: 'c1', class: 'UNIT' }, '{"key":"a"}'),
    });
    expect(receipt).toMatchObject({ stream, revision: 0n, position: stored?.position, repeated: false });
    expect(receipt.events).toEqual(stored ? [codec.decode(stored)] : []);
  });

  it('happened today where the event does not say when, and has one MAC a command', async () => {
    const store = new MemoryEventStore();
    const runner = runnerOn(store);
    for (const who of ['a', 'b', 'c']) await take(runner, who);
    expect(
      store.all.map(({ type, metadata }) => [type, metadata['occurredOn'], 'bodyMac' in metadata]),
    ).toEqual([
      ['SeatTaken', '2026-02-27', true],
      ['SeatTaken', '2026-02-27', true],
      ['SeatTaken', '2026-02-27', true],
      ['CourseFilled', '2026-03-02', false],
    ]);
  });

  it('that changes nothing appends nothing and answers where the stream stands', async () => {
    const store = new MemoryEventStore();
    const first = await take(runnerOn(store), 'a');
    const again = await take(runnerOn(store), 'a', contextOf('another key'));
    expect(again).toEqual({ ...first, events: [], repeated: false });
    expect(store.all).toHaveLength(1);
  });

  it('is decided on the effective events: an annulled seat is free again', async () => {
    const runner = runnerOn(new MemoryEventStore());
    const receipts = [await take(runner, 'a'), await take(runner, 'b'), await take(runner, 'c')];
    expect(await outcome(take(runner, 'd'))).toBe('course/full');
    const eventId = receipts[1]?.events[0]?.id ?? '';
    await runner.run(course, stream, { type: 'Annul', data: { eventId } }, contextOf('annul'));
    expect(await outcome(take(runner, 'd'))).toBe('done');
    expect((await runner.look(course, stream)).state).toEqual(['a', 'c', 'd']);
  });

  it('of one municipality never writes to a stream of another', () => {
    const attempt = () =>
      take(runnerOn(new MemoryEventStore()), 'a', contextOf('a', { municipality: '1577' }));
    expect(attempt).toThrow('cannot write to the stream course-1576.c1');
  });

  it('of one category never writes to a stream of another', () => {
    const data = { who: 'a', takenOn: '2026-02-27' };
    const attempt = () =>
      runnerOn(new MemoryEventStore()).run(
        course,
        'case-1576.c1',
        { type: 'TakeSeat', data },
        contextOf('a'),
      );
    expect(attempt).toThrow('cannot write to the stream case-1576.c1');
  });
});

describe.each([false, true])('a repeated command (sole writer: %s)', (soleWriter) => {
  it('answers as the first time, by this runner and by another, and records nothing more', async () => {
    const store = new MemoryEventStore();
    const runner = runnerOn(store, soleWriter);
    await take(runner, 'a');
    const first = await take(runner, 'b');
    await take(runner, 'c');
    for (const other of [runner, runnerOn(store, soleWriter)]) {
      const repeat = await take(other, 'b', contextOf('b', { at: '2026-03-03T09:00:00.000Z', ifMatch: 0n }));
      expect(repeat).toEqual({ ...first, repeated: true });
    }
    expect(store.all).toHaveLength(4);
  });

  it.each([
    ['another body', { body: '{"key":"z"}' }],
    ['no body', { body: undefined }],
  ])('with %s is refused', async (_, more) => {
    const store = new MemoryEventStore();
    const runner = runnerOn(store, soleWriter);
    await take(runner, 'a');
    const { body, ...rest } = { ...contextOf('a'), ...more };
    await expect(take(runner, 'z', { ...rest, ...(body !== undefined && { body }) })).rejects.toThrow(
      KeyReused,
    );
    expect(store.all).toHaveLength(1);
  });

  it('is recorded once when its repeats come all at once', async () => {
    const store = new MemoryEventStore();
    const runner = runnerOn(store, soleWriter);
    const receipts = await Promise.all(Array.from({ length: 20 }, () => take(runner, 'a')));
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(store.all).toHaveLength(1);
  });
});

describe('one command id with two bodies, in two processes at the same moment', () => {
  it('is recorded with one of them, and the other is refused', async () => {
    const store = new MemoryEventStore();
    const outcomes = await Promise.allSettled([
      take(runnerOn(store), 'a', contextOf('a')),
      take(runnerOn(store), 'z', contextOf('a', { body: '{"key":"z"}' })),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(KeyReused) as unknown,
    });
    expect(store.all).toHaveLength(1);
  });

  it('is answered with what is recorded, not with what was sent', async () => {
    const store = new MemoryEventStore();
    const context = (at: string) => contextOf('a', { at });
    const receipts = await Promise.all([
      take(runnerOn(store), 'a', context('2026-03-02T09:00:00.000Z')),
      take(runnerOn(store), 'a', context('2026-03-02T09:00:01.000Z')),
    ]);
    const recordedAt = receipts.map(({ events: own }) => own[0]?.metadata.recordedAt);
    expect(recordedAt).toEqual([store.all[0]?.metadata['recordedAt'], store.all[0]?.metadata['recordedAt']]);
  });
});

describe('If-Match', () => {
  it('lets a command through at the revision that was seen, and at no other', async () => {
    const runner = runnerOn(new MemoryEventStore());
    await expect(take(runner, 'a', contextOf('a', { ifMatch: 0n }))).rejects.toThrow(StaleRevision);
    await take(runner, 'a');
    await take(runner, 'b', contextOf('b', { ifMatch: 0n }));
    await expect(take(runner, 'c', contextOf('c', { ifMatch: 0n }))).rejects.toThrow(StaleRevision);
  });

  it('lets one of two racing commands through', async () => {
    const store = new MemoryEventStore();
    await take(runnerOn(store), 'a');
    const outcomes = await Promise.all(
      ['b', 'c'].map((who) => outcome(take(runnerOn(store), who, contextOf(who, { ifMatch: 0n })))),
    );
    expect(outcomes.toSorted()).toEqual(['StaleRevision', 'done']);
  });
});

describe('a store that fails', () => {
  it('after it has written: the runner finds its own events', async () => {
    const store = new Unreliable('after');
    const receipt = await take(runnerOn(store), 'a');
    expect(receipt).toMatchObject({ revision: 0n, repeated: false });
    expect(store.all).toHaveLength(1);
  });

  it('before it has written: the runner says that the store is unavailable, and the repeat succeeds', async () => {
    const store = new Unreliable('before');
    const runner = runnerOn(store);
    await expect(take(runner, 'a')).rejects.toThrow(StoreUnavailable);
    store.failing = 'never';
    expect(await take(runner, 'a')).toMatchObject({ revision: 0n, repeated: false });
  });

  it('once, before it has written: the runner sends the same events again', async () => {
    const store = new Unreliable('before');
    const read = store.read.bind(store);
    store.read = (...given) => {
      if (store.appends > 0) store.failing = 'never';
      return read(...given);
    };
    expect(await take(runnerOn(store), 'a')).toMatchObject({ revision: 0n, repeated: false });
    expect(store.appends).toBe(2);
    expect(store.all).toHaveLength(1);
  });

  it('and cannot be read either: the runner says so', async () => {
    const store = new Unreliable('after');
    store.read = () => Promise.resolve([]);
    const runner = runnerOn(store);
    await runner.look(course, stream);
    store.read = () =>
      store.appends === 0 ? Promise.resolve([]) : Promise.reject(new StoreUnavailable('Gone.'));
    await expect(take(runner, 'a')).rejects.toThrow('No answer.');
  });

  it.each([
    ['on what was read', {}],
    ['on a guess', { unrepeatable: true as const }],
  ])(
    'with endless conflicts: a runner that begins %s decides again five times and gives up',
    async (_, more) => {
      const store = new Unreliable('never');
      let appends = 0;
      store.append = (name, expected) => {
        appends += 1;
        return Promise.reject(new WrongExpectedRevision(name, expected, 9n));
      };
      await expect(take(runnerOn(store), 'a', contextOf('a', more))).rejects.toThrow(TooMuchContention);
      expect(appends).toBe(6);
    },
  );

  describe.each([
    ['after it has written', 'after'],
    ['and what was sent arrives just before the next append', 'late'],
  ] as const)('twice in a row, the second time %s', (_, second) => {
    const attempted = async () => {
      const store = new Unreliable('never');
      const runner = runnerOn(store, true);
      await take(runner, 'first');
      store.script.push('before', second);
      await expect(take(runner, 'a')).rejects.toThrow(StoreUnavailable);
      return { store, runner };
    };

    it('the sole writer takes another body for no repeat, and goes on from what is recorded', async () => {
      const { store, runner } = await attempted();
      await expect(take(runner, 'z', contextOf('a', { body: '{"key":"z"}' }))).rejects.toThrow(KeyReused);
      await take(runner, 'b');
      expect(await take(runner, 'a')).toMatchObject({ revision: 1n, repeated: true });
      expect(store.all.flatMap(({ data }) => data['who'] ?? [])).toEqual(['first', 'a', 'b']);
    });

    it('the sole writer answers the repeat with what is recorded', async () => {
      const { store, runner } = await attempted();
      expect(await take(runner, 'a')).toMatchObject({ revision: 1n, events: [{ data: { who: 'a' } }] });
      expect(store.all).toHaveLength(2);
    });
  });
});

describe('a command whose id nobody gave before', () => {
  const once = (key: string, more: Partial<CommandContext> = {}) =>
    contextOf(key, { unrepeatable: true, ...more });

  it('opens a stream without reading it, and goes on from what it wrote', async () => {
    const store = new MemoryEventStore();
    const runner = runnerOn(store);
    store.read = () => Promise.reject(new Error('It was read.'));
    await take(runner, 'a', once('a'));
    expect(await take(runner, 'b', once('b'))).toMatchObject({ revision: 1n, repeated: false });
  });

  it('is decided on what others wrote meanwhile', async () => {
    const store = new MemoryEventStore();
    await take(runnerOn(store), 'a');
    const runner = runnerOn(store);
    expect(await take(runner, 'b', once('b'))).toMatchObject({ revision: 1n });
    await take(runnerOn(store), 'c');
    expect(await outcome(take(runner, 'd', once('d')))).toBe('course/full');
    expect(await take(runner, 'a', once('e'))).toMatchObject({ revision: 3n, events: [] });
  });

  it('heeds If-Match on a stream that it has not read', async () => {
    const store = new MemoryEventStore();
    await take(runnerOn(store), 'a');
    expect(await outcome(take(runnerOn(store), 'b', once('b', { ifMatch: 1n })))).toBe('StaleRevision');
    expect(await outcome(take(runnerOn(store), 'b', once('b', { ifMatch: 0n })))).toBe('done');
  });
});

describe('another stream', () => {
  it('is looked at as the log has it now, with the basis to record', async () => {
    const store = new MemoryEventStore();
    const runner = runnerOn(store, true);
    expect(await runner.look(course, stream)).toMatchObject({
      state: [],
      revision: undefined,
      basis: [{ stream, revision: -1 }],
    });
    await take(runner, 'a');
    await take(runnerOn(store), 'b');
    expect(await runner.look(course, stream)).toMatchObject({
      state: ['a', 'b'],
      revision: 1n,
      basis: [{ stream, revision: 1 }],
    });
  });
});

describe('a cache that is behind the log, since another process has written', () => {
  it('does not make what the client saw there stale', async () => {
    const store = new MemoryEventStore();
    const cached = runnerOn(store, true);
    await take(cached, 'a');
    await take(runnerOn(store), 'b');
    expect(await outcome(take(cached, 'c', contextOf('c', { ifMatch: 1n })))).toBe('done');
  });

  it('does not say that nothing has to change', async () => {
    const store = new MemoryEventStore();
    const cached = runnerOn(store, true);
    const { events: recorded } = await take(cached, 'a');
    const annul = { type: 'Annul', data: { eventId: recorded[0]?.id ?? '' } } as const;
    await runnerOn(store).run(course, stream, annul, contextOf('annul'));
    expect((await take(cached, 'a', contextOf('again'))).events).toHaveLength(1);
  });
});

describe('any commands, over any number of runners at once', () => {
  const step = fc.record({
    runner: fc.nat(2),
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    retries: fc.nat(2),
  });

  it('keep the invariant, also when they begin with a guess', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const store = new MemoryEventStore();
        const runners = [runnerOn(store), runnerOn(store, true), runnerOn(store)];
        const attempts = steps.map(({ runner, who }, n) =>
          take(runners[runner] ?? runnerOn(store), who, contextOf(`${n}`, { unrepeatable: true })),
        );
        const taken = await Promise.all(attempts.map((attempt) => attempt.catch(refusedOnly)));
        const seats = store.all.filter(({ type }) => type === 'SeatTaken').map(({ data }) => data['who']);
        expect(seats).toHaveLength(Math.min(3, new Set(steps.map(({ who }) => who)).size));
        expect(new Set(seats).size).toBe(seats.length);
        for (const [n, { who }] of steps.entries()) expect(taken[n] !== undefined).toBe(seats.includes(who));
      }),
      { numRuns: rounds(600) },
    );
  });

  it('keep the invariant, record each command once and answer its repeats alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, atOnce) => {
        const store = new MemoryEventStore();
        const runners = [runnerOn(store), runnerOn(store), runnerOn(store)];
        const attempts = steps.flatMap(({ runner, who, retries }) =>
          Array.from({ length: retries + 1 }, () => async () => {
            const chosen = runners[runner] ?? runnerOn(store);
            return { who, receipt: await take(chosen, who).catch(refusedOnly) };
          }),
        );
        const results = atOnce ? await Promise.all(attempts.map((attempt) => attempt())) : [];
        if (!atOnce) for (const attempt of attempts) results.push(await attempt());

        const seats = store.all.filter(({ type }) => type === 'SeatTaken').map(({ data }) => data['who']);
        expect(seats.length).toBeLessThanOrEqual(3);
        expect(new Set(seats).size).toBe(seats.length);
        for (const { who, receipt } of results) {
          expect(receipt === undefined).toBe(!seats.includes(who));
          const revision = store.all.findLast(
            ({ metadata }) => metadata['$causationId'] === contextOf(who).commandId,
          )?.revision;
          if (receipt) expect(receipt.revision).toBe(revision);
        }
      }),
      { numRuns: rounds(600) },
    );
  });

  it('never refuse because of what only the cache still says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }), async (freed) => {
        const store = new MemoryEventStore();
        const cached = runnerOn(store, true);
        const other = runnerOn(store);
        for (const who of ['a', 'b', 'c']) await take(cached, who);
        for (const [round, index] of freed.entries()) {
          const { effective } = await other.look(course, stream);
          const seats = effective.filter(({ type }) => type === 'SeatTaken');
          const eventId = seats[index % seats.length]?.id ?? '';
          await other.run(course, stream, { type: 'Annul', data: { eventId } }, contextOf(`annul ${round}`));
          expect(await outcome(take(cached, `new-${round}`))).toBe('done');
        }
      }),
      { numRuns: rounds(200) },
    );
  });
});

function refusedOnly(error: unknown): undefined {
  if (error instanceof Rejection || error instanceof TooMuchContention) return undefined;
  throw error;
}

type Failing = 'before' | 'after' | 'late' | 'never';

class Unreliable extends MemoryEventStore {
  constructor(public failing: Failing) {
    super();
  }

  appends = 0;
  /** How the next appends fail; then as `failing` says. */
  readonly script: Failing[] = [];
  private onItsWay: (() => Promise<unknown>) | undefined;

  override async append(...given: Parameters<MemoryEventStore['append']>) {
    this.appends += 1;
    await this.onItsWay?.();
    this.onItsWay = undefined;
    const failing = this.script.shift() ?? this.failing;
    if (failing === 'late') this.onItsWay = () => super.append(...given);
    if (failing === 'before' || failing === 'late') throw new StoreUnavailable('No answer.');
    const appended = await super.append(...given);
    if (failing === 'after') throw new StoreUnavailable('No answer.');
    return appended;
  }
}
