import fc from 'fast-check';
import {
  authentic,
  Authenticity,
  codecOf,
  type NewEvent,
  NotAuthentic,
  type StoredEvent,
} from '#event-sourcing';
import { events, id, v1 } from '#event-sourcing/event';
import { macIn, testAuthenticity } from '#event-sourcing/testing/event-key';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { Disposal, EntryDisposal } from '#personal-data';
import { subjectEvents } from '../domain/events.js';
import { reapplyDisposals } from './reapply-disposals.js';
import { rounds } from '../../../../test/support/rounds.js';

/** Records of whatever context: what says that the texts of one are gone names it. */
const noteEvents = events(
  { category: 'note', owner: 'noteId', class: 'RECORD' },
  { NoteDisposed: v1({ noteId: id() }) },
);
const records = [{ category: 'note', type: 'NoteDisposed', owner: 'noteId' }];
const codec = authentic(codecOf([subjectEvents, noteEvents]), testAuthenticity);
const idOf = (n: number) => `01890a5d-ac96-574b-8c3f-${String(n).padStart(12, '0')}`;

const eventOf = (type: string, n: number, data: NewEvent['data']): NewEvent => ({
  id: idOf(n),
  type,
  data,
  metadata: {
    $correlationId: 'request-1',
    $causationId: idOf(n + 1_000),
    municipality: '1576',
    actor: { partyId: 'party-1', role: 'OPERATOR' },
    occurredOn: '2026-03-02',
    recordedAt: '2026-03-02T09:00:00.000Z',
    schemaVersion: 1,
  },
});

const disposalOf = (subjectId: string, n: number): NewEvent =>
  eventOf('PersonalDataDisposed', n, {
    subjectId,
    classes: ['PERSON', 'CASE'],
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'KE_CASE',
    confirmedBy: 'party-2',
    disposedOn: '2026-03-02',
  });

const entryDisposalOf = (subjectId: string, n: number): NewEvent =>
  eventOf('EntryTextsDisposed', n, {
    subjectId,
    entryStream: 'case-1576.case-1',
    entry: idOf(50),
    events: [idOf(50)],
    legalBasis: 'ARKIVLOVA',
    confirmedBy: 'party-2',
    disposedOn: '2026-03-02',
    request: idOf(51),
  });

const signedIn = (stream: string, expected: 'no_stream' | bigint, event: NewEvent, by = testAuthenticity) =>
  by.signed(stream, expected, [event])[0] ?? event;

/** What the start of the program destroys for this log, and what it refuses. */
async function startOn(store: MemoryEventStore) {
  const destroyed: Disposal[] = [];
  const refused: NotAuthentic[] = [];
  const disposals = {
    async reapply(all: AsyncIterable<Disposal> | Iterable<Disposal>) {
      for await (const disposal of all) destroyed.push(disposal);
      return destroyed.length;
    },
    appliedUpTo: () => Promise.resolve(undefined),
    markApplied: () => Promise.resolve(),
  };
  const ofEntries: string[] = [];
  const entries = {
    areDisposed: () => Promise.resolve(false),
    dispose: ({ disposalEventId }: EntryDisposal) => Promise.resolve(void ofEntries.push(disposalEventId)),
  };
  await reapplyDisposals({
    store,
    codec,
    logId: 'log',
    disposals,
    entries,
    records,
    refused: (fault) => refused.push(fault),
  });
  return { destroyed, owners: destroyed.map(({ owner }) => owner), ofEntries, refused };
}

const genuine = {
  stream: 'subject-1576.ola',
  event: signedIn('subject-1576.ola', 'no_stream', disposalOf('ola', 1)),
};

describe('a disposal in the log', () => {
  it('A3 that somebody else put there destroys nothing, is named, and keeps no other from being carried out', async () => {
    const store = new MemoryEventStore();
    await store.append('subject-1576.kari', 'no_stream', [disposalOf('kari', 2)]);
    await store.append(genuine.stream, 'no_stream', [genuine.event]);
    const { owners, refused } = await startOn(store);
    expect(owners).toEqual(['ola']);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^PersonalDataDisposed .* at revision 0 of subject-1576\.kari is not believed/),
    ]);
  });

  it('A3 of a record about nobody in the register is carried out as a person’s is, and in no other stream', async () => {
    const store = new MemoryEventStore();
    const ofNote = (stream: string, n: number) =>
      signedIn(stream, 'no_stream', eventOf('NoteDisposed', n, { noteId: 'note' }));
    await store.append('note-1576.note', 'no_stream', [ofNote('note-1576.note', 4)]);
    await store.append('note-1576.copied', 'no_stream', [{ ...ofNote('note-1576.note', 4), id: idOf(5) }]);
    await store.append('note-1576.forged', 'no_stream', [eventOf('NoteDisposed', 6, { noteId: 'forged' })]);
    const { destroyed, refused } = await startOn(store);
    expect(destroyed).toEqual([
      { tenant: '1576', owner: 'note', classes: ['RECORD', 'DOCUMENT'], disposalEventId: idOf(4) },
    ]);
    expect(refused).toHaveLength(2);
  });

  it('A3 of one entry that somebody else put there destroys nothing either', async () => {
    const store = new MemoryEventStore();
    await store.append('subject-1576.kari', 'no_stream', [entryDisposalOf('kari', 2)]);
    await store.append('subject-1576.ola', 'no_stream', [
      signedIn('subject-1576.ola', 'no_stream', entryDisposalOf('ola', 3)),
    ]);
    const { ofEntries, refused } = await startOn(store);
    expect(ofEntries).toEqual([idOf(3)]);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^EntryTextsDisposed .* at revision 0 of subject-1576\.kari is not believed/),
    ]);
  });

  it('A3 destroys nothing in any forged variant', async () => {
    const strangers = new Authenticity([{ id: '00000001', key: Buffer.alloc(32, 8) }]);
    const mac = macIn(genuine.event);
    const stolen: fc.Arbitrary<NewEvent['metadata']> = fc.constantFrom(
      {},
      { mac },
      { mac: `00000001.${'A'.repeat(43)}` },
      { mac: mac.toLowerCase() },
      { mac: `${mac}=` },
      { mac: [mac] as never },
    );
    const forged = fc
      .record({
        subjectId: fc.constantFrom('kari', 'ola'),
        n: fc.constantFrom(1, 2, 3),
        stolen,
        by: fc.constantFrom('nobody', 'a stranger'),
        classes: fc.subarray(['PERSON', 'CASE', 'COORDINATION'], { minLength: 1 }),
      })
      .map(({ subjectId, n, stolen: beside, by, classes }) => {
        const event = disposalOf(subjectId, n);
        const given = {
          ...event,
          data: { ...event.data, classes },
          metadata: { ...event.metadata, ...beside },
        };
        return by === 'nobody' ? given : signedIn('subject-1576.kari', 0n, event, strangers);
      });
    await fc.assert(
      fc.asyncProperty(fc.array(forged, { minLength: 1, maxLength: 5 }), async (events) => {
        const store = new MemoryEventStore();
        await store.append(genuine.stream, 'no_stream', [genuine.event]);
        let last: StoredEvent | undefined;
        for (const [index, event] of [...events, genuine.event].entries()) {
          // Under another id each, as long as the store asks for one; the genuine one as it is, in another's stream and in its own again.
          const id = event === genuine.event ? event.id : idOf(100 + index);
          for (const stream of ['subject-1576.kari', genuine.stream]) {
            last = await store.last(stream);
            await store.append(stream, last?.revision ?? 'no_stream', [{ ...event, id }]);
          }
        }
        const { owners, refused } = await startOn(store);
        expect(owners).toEqual(['ola']);
        expect(refused).toHaveLength(2 * events.length + 2);
      }),
      { numRuns: rounds(500) },
    );
  });
});
