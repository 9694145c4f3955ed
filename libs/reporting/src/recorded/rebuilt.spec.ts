import type { Decoder, Recorded, StoredEvent, UnreadEvent } from '#event-sourcing';
import { isRead } from '#event-sourcing/event-store';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { changesBetween, Concerning } from '../domain/changes/index.js';
import { figuresOf } from '../domain/figures/index.js';
import { countingBy } from '../domain/rules.js';
import { fingerprinted } from '../fingerprinted.js';
import type { LeadershipReport } from '../questions.js';
import { countedAt } from './counted-at.js';
import { FactsOfLog } from './facts-of-log.js';
import { laterIn } from './later.js';
import { rebuilt } from './rebuilt.js';

const tenant = '1576';
const by = countingBy.STAT_1;
const period = { from: '2025-01-01', to: '2026-01-01' };

/** What is sealed stays so: nothing that counts needs a key. */
const decoder: Decoder = {
  decode: (event: StoredEvent | UnreadEvent) => (isRead(event) ? event : event.read()) as unknown as Recorded,
};

type Said = readonly [stream: string, type: string, data: StoredEvent['data'], recordedAt?: string];
const sealed = (bytes: string) => ({ ciphertext: bytes, keyId: 'P1', nonce: 'n' });

const history: readonly Said[] = [
  [
    'subject-1576.P1',
    'SubjectRegistered',
    { subjectId: 'P1', birthYear: 1957, protectedAddress: false, givenName: sealed('a') },
  ],
  [
    'case-1576.K1',
    'ApplicationReceived',
    { subjectId: 'P1', applicantRole: 'SUBJECT', items: ['INDIVIDUAL_PLAN'], receivedOn: '2025-03-03' },
  ],
  ['subject-1576.P2', 'SubjectRegistered', { subjectId: 'P2', birthYear: 2012, protectedAddress: false }],
  [
    'case-1576.K2',
    'ApplicationReceived',
    { subjectId: 'P2', applicantRole: 'GUARDIAN', items: ['COORDINATOR'], receivedOn: '2025-04-03' },
  ],
  [
    'case-1576.K1',
    'DecisionMade',
    {
      subjectId: 'P1',
      decidedOn: '2025-03-24',
      items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', reason: sealed('b') }],
    },
  ],
  [
    'coordination-1576.P1',
    'PlanStarted',
    { subjectId: 'P1', planId: 'P1.1', caseId: 'K1', startedOn: '2025-04-01', withSubject: true },
  ],
];
const later: readonly Said[] = [
  [
    'case-1576.K2',
    'DecisionMade',
    { subjectId: 'P2', decidedOn: '2025-05-24', items: [{ item: 'COORDINATOR', outcome: 'REFUSED' }] },
    '2026-02-20T08:00:00.000Z',
  ],
  [
    'case-1576.K1',
    'ApplicationReceivedCorrected',
    { corrects: '00000000-0000-4000-8000-000000000001', changed: { receivedOn: '2024-12-30' } },
    '2026-02-21T08:00:00.000Z',
  ],
];

/** What was frozen of it by the first rules, when there were no others. */
const frozenOnce = {
  figures: '1aeaaf69ea6caf87d51b8bd7befb13efc7ccbf3bbea10ed8091ba7b002030ec8',
  edition: 'c2114658efc4e88e3be414fa2f06353d667123853d322e823493f87b04480534',
  contributors: '4324593f2795ff7cc590accff57c104de65b7d59ec0b154c5f71e2ba838b79a8',
};

/** In a store of its own; what others wrote before it moves every position. */
async function logOf(
  said: readonly Said[],
  { strangers = 0, batch = 0, idOf = (_: Said, n: number) => n } = {},
): Promise<FactsOfLog> {
  const store = new MemoryEventStore();
  const revisions = new Map<string, bigint>();
  const append = async ([stream, type, data, recordedAt = '2026-01-10T08:00:00.000Z']: Said, id: string) => {
    const last = revisions.get(stream);
    await store.append(stream, last ?? 'no_stream', [{ id, type, data, metadata: { recordedAt } }]);
    revisions.set(stream, (last ?? -1n) + 1n);
  };
  for (let n = 0; n < strangers; n += 1) {
    await append([`theirs-${n}`, 'Noted', {}], `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
  }
  for (const [n, one] of said.entries()) {
    await append(one, `00000000-0000-4000-8000-${String(idOf(one, n)).padStart(12, '0')}`);
  }
  if (batch === 0) return new FactsOfLog(store, decoder);
  return new FactsOfLog(
    {
      async *scan(asked) {
        for await (const events of store.scan(asked)) {
          for (let at = 0; at < events.length; at += batch) yield events.slice(at, at + batch);
        }
      },
      scanNew: (asked) => store.scanNew(asked),
    },
    decoder,
  );
}

/** The report that was frozen of the history as it was. */
async function frozenReport(): Promise<LeadershipReport> {
  const counted = await countedAt(await logOf(history), tenant, { period, until: {}, by });
  if (!counted) throw new Error('Something is recorded');
  const { stream, revision, eventId } = counted.cut;
  return {
    reportId: 'R1',
    ...period,
    level: 'YEAR',
    cutStream: stream,
    cutRevision: revision,
    cutEvent: eventId,
    blockFrom: 2025,
    threeYearTables: [],
    unitOrder: [],
    frozen: { rules: 'STAT_1', publication: 'PUB_1', figuresSha256: fingerprinted(counted.figures).sha256 },
    sections: {},
    actions: [],
  } as unknown as LeadershipReport;
}

describe('a frozen report counted anew', () => {
  let report: LeadershipReport;
  beforeAll(async () => {
    report = await frozenReport();
  });
  const bytes = async (log: FactsOfLog, rules?: Parameters<typeof rebuilt>[4]) => {
    const built = await rebuilt(log, tenant, [report], 'R1', rules);
    if (!built) throw new Error('The last event of the report is in the log');
    return { sha256: fingerprinted(built.counted.figures).sha256, built };
  };

  it('has the same bytes in another log, whose positions are others, read in batches of any size (H11)', async () => {
    for (const log of [{ strangers: 7 }, { batch: 1 }, { strangers: 3, batch: 2 }]) {
      const { sha256, built } = await bytes(await logOf(history, log));
      expect(sha256).toBe(report.frozen?.figuresSha256);
      expect(built.counted.figures.figures).toMatchObject({
        P1: { value: 1 },
        A2: { value: 2 },
        D2: { median: 21 },
      });
    }
  });

  it('has them after persons were disposed of: nothing sealed is counted', async () => {
    const disposed = JSON.parse(
      JSON.stringify(history).replaceAll(/"ciphertext":"\w"/g, '"ciphertext":""'),
    ) as Said[];
    expect(disposed).not.toEqual(history);
    expect((await bytes(await logOf(disposed))).sha256).toBe(report.frozen?.figuresSha256);
  });

  it('has them after a late correction, which is told figure by figure beside it', async () => {
    const log = await logOf([...history, ...later], { batch: 1 });
    const { sha256, built } = await bytes(log);
    expect(sha256).toBe(report.frozen?.figuresSha256);
    const is = await countedAt(log, tenant, { period, until: {}, by });
    const known = await log.known(tenant, {});
    if (!is || !known) throw new Error('Something is recorded');
    const since = laterIn(log.between(tenant, built.counted.cut, is.cut), (stream, id) =>
      log.eventsOf(tenant, stream).find((event) => event.id === id),
    );
    const changes = changesBetween(
      built.counted,
      is,
      new Concerning(since, known.register, is.figures.statusOn),
    );
    const told = changes.map(({ figure, member, was, is: now }) => [figure, member, was, now]);
    expect(told).toContainEqual(['A2', 'value', 2, 1]);
    expect(told).toContainEqual(['A3', 'value', 1, 2]);
  });

  it('has them when other rules were adopted since: it is counted by its own', async () => {
    const others = {
      by: {
        ...countingBy,
        STAT_9: {
          facts: countingBy.STAT_1.facts,
          figures: (...asked: Parameters<typeof figuresOf>) => {
            const counted = figuresOf(...asked);
            return { ...counted, figures: { ...counted.figures, rules: 'STAT-9' } };
          },
        },
      },
      today: 'STAT_9',
      publication: 'PUB_1' as const,
    };
    const log = await logOf(history);
    expect((await bytes(log, others)).sha256).toBe(report.frozen?.figuresSha256);
    const { frozen: _, ...open } = report;
    const built = await rebuilt(log, tenant, [open], 'R1', others);
    expect(built?.counted.figures.rules).toBe('STAT-9');
  });

  it('has the bytes of the rules that it was frozen by, with what the rules of today count told before it (H11)', async () => {
    const own = { planId: 'P1.1', subjectId: 'P1' };
    const around: readonly Said[] = [
      ['plan-1576.P1.1', 'PlanPaused', { ...own, reasonCode: 'OWN_WISH', pausedOn: '2025-05-01' }],
      [
        'followUp-1576.P1',
        'CoordinationMeetingCalled',
        { subjectId: 'P1', meetingId: 'M1', preparedWithPerson: 'YES', calledOn: '2025-05-01' },
      ],
      [
        'followUp-1576.P1',
        'CoordinationMeetingHeld',
        { subjectId: 'P1', meetingId: 'M1', participation: 'PRESENT', heldOn: '2025-05-02' },
      ],
    ];
    // The ids of the events of the history stay what they were.
    const log = await logOf([...history.slice(0, -1), ...around, ...history.slice(-1)], {
      idOf: (one, n) => (history.includes(one) ? history.indexOf(one) : 900 + n),
    });
    const { sha256, built } = await bytes(log);
    expect(sha256).toBe(report.frozen?.figuresSha256);
    expect(built.counted.figures).toMatchObject({ rules: 'STAT-1', figures: { P1: { value: 1 } } });
    expect({
      figures: sha256,
      edition: fingerprinted(built.edition).sha256,
      contributors: fingerprinted(built.counted.contributors).sha256,
    }).toEqual(frozenOnce);
    const { frozen: _, ...open } = report;
    const now = await rebuilt(log, tenant, [open], 'R1');
    expect(now?.edition).toMatchObject({ rules: 'STAT-2', publication: 'PUB-2' });
    expect(now?.counted.figures.figures).toMatchObject({ P1: { value: 0 }, U3: { value: 1 } });
  });

  it('is not counted from a log that lacks its last event', async () => {
    expect(await rebuilt(await logOf(history.slice(0, -1)), tenant, [report], 'R1')).toBeUndefined();
  });
});
