import {
  authentic,
  codecOf,
  derivedId,
  type LogFault,
  type NewEvent,
  StoreUnavailable,
} from '#event-sourcing';
import { testAuthenticity } from '#event-sourcing/testing/event-key';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { GivenNumber } from '#personal-data';
import { caseEvents } from '../index.js';
import { takeOverNumbers } from './take-over-numbers.js';

const tenant = '1576';
const codec = authentic(codecOf([caseEvents]), testAuthenticity);

const needOf = (caseId: string, caseNumber?: string): NewEvent => ({
  id: derivedId('event', caseId),
  type: 'NeedNotified',
  data: {
    caseId,
    subjectId: 's',
    notifiedOn: '2026-03-02',
    channel: 'PHONE',
    notifierRole: 'EMPLOYEE',
    subjectWishes: 'YES',
    ...(caseNumber !== undefined && { caseNumber }),
  },
  metadata: {
    $correlationId: 'request-1',
    $causationId: `command of ${caseId}`,
    municipality: tenant,
    actor: { partyId: 'party-1', role: 'CASEWORKER' },
    occurredOn: '2026-03-02',
    recordedAt: '2026-03-02T09:00:00.000Z',
    schemaVersion: 1,
  },
});

/** A log, and what a start on it lets the vault know; `seen` are the events that were read. */
function municipality(store = new MemoryEventStore()) {
  const known = new Map<string, { stream: string; revision: bigint; id: string }>();
  const start = async () => {
    const taken: GivenNumber[] = [];
    const refused: LogFault[] = [];
    await takeOverNumbers({
      store,
      codec,
      logId: 'log',
      numbers: {
        knownUpTo: (logId) => Promise.resolve(known.get(logId)),
        markKnown: (logId, { stream, revision, id }) =>
          Promise.resolve(void known.set(logId, { stream, revision, id })),
        takeOver: (given) => Promise.resolve((taken.push(...given), [])),
      },
      refused: (fault) => refused.push(fault),
    });
    return { taken: taken.map(({ caseNumber }) => caseNumber), refused };
  };
  const record = (caseId: string, caseNumber?: string, by = testAuthenticity) => {
    const stream = `case-${tenant}.${caseId}`;
    return store.append(stream, 'no_stream', by.signed(stream, 'no_stream', [needOf(caseId, caseNumber)]));
  };
  return { store, known, start, record };
}

describe('the numbers that the log holds', () => {
  it('E5 are taken over at a start, and read once', async () => {
    const { start, record } = municipality();
    expect(await start()).toEqual({ taken: [], refused: [] });
    await record('a', '2026/1');
    await record('b');
    await record('c', '2026/3');
    expect(await start()).toEqual({ taken: ['2026/1', '2026/3'], refused: [] });
    expect(await start()).toEqual({ taken: [], refused: [] });
    await record('d', '2026/4');
    expect(await start()).toEqual({ taken: ['2026/4'], refused: [] });
  });

  it('E5 are read from the beginning by a vault that does not know where it was', async () => {
    const { start, record, known } = municipality();
    await record('a', '2026/1');
    await start();
    known.set('log', { stream: `case-${tenant}.a`, revision: 7n, id: derivedId('other') });
    expect((await start()).taken).toEqual(['2026/1']);
  });

  it('E5 count for nothing where somebody else put them there, which is named', async () => {
    const { start, record, store } = municipality();
    await store.append(`case-${tenant}.forged`, 'no_stream', [needOf('forged', '2026/9999999')]);
    await record('a', '2026/1');
    const { taken, refused } = await start();
    expect(taken).toEqual(['2026/1']);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/case-1576\.forged is not believed/),
    ]);
  });

  it('E5 are not passed off as known where the log breaks off before its end', async () => {
    class Broken extends MemoryEventStore {
      override async *subscribe() {
        yield await Promise.resolve([{ kind: 'checkpoint', position: 7n } as const]);
      }
    }
    const { start, record, known } = municipality(new Broken());
    await record('a', '2026/1');
    await expect(start()).rejects.toThrow(StoreUnavailable);
    expect(known.size).toBe(0);
  });
});
