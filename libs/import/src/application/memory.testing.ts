import { createHash } from 'node:crypto';
import { caseEvents } from '#casework';
import { coordinationEvents, standingForSubjects } from '#coordination';
import {
  codecOf,
  CommandRunner,
  derivedId,
  type Events,
  type FactOf,
  readingOf,
  type Recorded,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing, plainText } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents, partyEvents, unitEvents } from '#municipality';
import { numbered } from '#municipality/application/index';
import { subjectEvents } from '#subject';
import { RehearsedClaims } from '#subject/application/index';
import { importEvents } from '../domain/decide.js';
import type { Circumstances, ImportParts } from './parts.js';

export const tenant = '1576';
export const today = '2026-03-02';
export const circumstances: Circumstances = {
  municipality: tenant,
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  today,
  now: () => `${today}T09:00:00.000Z`,
};

/** A store that is killed before an append, as often as told. */
export class MortalStore extends MemoryEventStore {
  appendsLeft = Number.POSITIVE_INFINITY;

  override append(...told: Parameters<MemoryEventStore['append']>): ReturnType<MemoryEventStore['append']> {
    if (this.appendsLeft <= 0) return Promise.reject(new Error('killed'));
    this.appendsLeft -= 1;
    return super.append(...told);
  }
}

/** An empty municipality with two of the staff, Kari Koordinator (7) and Ola Koordinator (8), and an import's parts over it. */
export async function emptyRegister() {
  const store = new MortalStore();
  const codec = codecOf([
    caseEvents,
    coordinationEvents,
    municipalityEvents,
    partyEvents,
    subjectEvents,
    unitEvents,
    importEvents,
  ]);
  const runner = () => new CommandRunner(store, codec, plainSealing);
  let recorded = 0;
  const record = async <E extends Events>(_: E, stream: string, { type, data }: FactOf<E>) => {
    recorded += 1;
    const draft = {
      id: derivedId('lived', recorded),
      type,
      data: data as Recorded['data'],
      metadata: {
        $correlationId: 'lived',
        $causationId: `lived-${recorded}`,
        municipality: tenant,
        actor: circumstances.actor,
        occurredOn: today,
        recordedAt: `${today}T08:00:00.000Z`,
      },
    };
    const last = await store.last(stream);
    const encoded = await codec.encode(stream, [draft], plainSealing);
    await store.append(stream, last?.revision ?? 'no_stream', encoded);
  };
  const staff = { 'Kari Koordinator': 'party-7', 'Ola Koordinator': 'party-8' };
  for (const [name, partyId] of Object.entries(staff)) {
    await record(partyEvents, `party-${tenant}.${partyId}`, {
      type: 'PartyRegistered',
      data: { partyId, kind: 'STAFF', name },
    });
  }
  // In memory alone, and for good.
  const claims = new RehearsedClaims({ find: () => Promise.resolve(undefined) });
  const known = new Map([[JSON.stringify(numbered(tenant, '7')), 'party-7']]);
  const parts = (): ImportParts => ({
    runner: runner(),
    claims,
    keys: {
      open: (sealed) =>
        Promise.resolve(sealed.map((one) => ({ status: 'open' as const, text: plainText(one) }))),
      bodyMac: () => Promise.resolve(''),
    },
    disposals: {} as never,
    parties: {
      known: (login) => Promise.resolve(known.get(JSON.stringify(login))),
      idFor: (login) => derivedId(createHash('sha256').update(JSON.stringify(login)).digest('hex')),
    },
    people: {
      persons: () => Promise.resolve([]),
      parties: (_, name) =>
        Promise.resolve(
          Object.entries(staff).flatMap(([one, id]) =>
            one.toLowerCase() === name.toLowerCase() ? [id] : [],
          ),
        ),
    },
    standing: (of) => standingForSubjects(of),
  });

  /** Every event that stands, in every stream, with its texts. */
  const all = async () => {
    const streams = new Set<string>();
    for await (const { stream } of store.readAll({})) streams.add(stream);
    const reading = runner();
    const looks = await Promise.all(
      [...streams].map((stream) => reading.look(readingOf(codec.eventsOf(stream)), stream)),
    );
    return {
      standing: looks.flatMap(({ effective }) => effective as readonly Recorded[]),
      history: looks.flatMap(({ history }) => history),
    };
  };
  return { store, parts, record, all };
}
