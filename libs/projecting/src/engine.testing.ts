import { randomUUID } from 'node:crypto';
import { codecOf } from '#event-sourcing/codec';
import { correction } from '#event-sourcing/decider';
import {
  codeOf,
  events,
  flag,
  id,
  integer,
  localDate,
  optional,
  personal,
  streamName,
  type Recorded,
  v1,
} from '#event-sourcing/event';
import { passedOver } from '#event-sourcing/effective';
import type { EventStore, StoredEvent, UnreadEvent } from '#event-sourcing/event-store';
import { derivedId } from '#event-sourcing/ids';
import { openLog } from '#event-sourcing/log-id';
import { type LeftOut, logStream, noteType } from '#event-sourcing/notes';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import { defineProjection, type Projection } from '#event-sourcing/projection';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { createPool, roles, type Pool } from '#postgres';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  openReadModels,
  startProjector,
  viewOf,
  type Decoder,
  type Projector,
  type ReadModels,
} from './index.js';
import { codesNamed } from '#event-sourcing/testing/code-list';

const of = { of: 'orderId', class: 'CASE' } as const;

/** Work orders: a context of the engine's own, so that its tests do not change with the field's. */
export const orderEvents = events(
  { category: 'order', owner: 'orderId', class: 'CASE' },
  {
    OrderOpened: v1(
      { orderId: id(), openedOn: localDate(), note: optional(personal.text(of)) },
      { occurs: 'openedOn' },
    ),
    LineAdded: v1({
      orderId: id(),
      lineId: id(),
      amount: integer(),
      urgent: flag(),
      kind: codeOf(codesNamed('PART', 'WORK')),
    }),
    OrderClosed: v1({ orderId: id(), closedOn: localDate() }, { occurs: 'closedOn' }),
  },
);

export type OrderRow = {
  readonly order_id: string;
  readonly status: string;
  readonly opened_on: string;
  readonly lines: readonly string[];
  readonly total: string;
  readonly note: unknown;
};

/** Set by a test to make the fold fail for events that these are in: ids of orders or of lines, or amounts. */
export const unfit = new Set<string>();

const schema = new URL('./orders.testing.sql', import.meta.url);

export const orders = defineProjection<OrderRow, typeof orderEvents>({
  name: 'orders',
  version: 1,
  sees: 'effective',
  handles: [orderEvents],
  keyColumn: 'order_id',
  schema,
  columns: {
    order_id: 'text',
    status: 'text',
    opened_on: 'date',
    lines: 'text[]',
    total: 'bigint',
    note: 'jsonb',
  },
  key: ({ data }) => data.orderId,
  fold(row, { type, data }) {
    if (Object.values(data).some((of) => unfit.has(String(of)))) {
      throw new Error('this is more than the fold can bear');
    }
    switch (type) {
      case 'OrderOpened':
        return {
          order_id: data.orderId,
          status: 'OPEN',
          opened_on: data.openedOn,
          lines: [],
          total: '0',
          note: data.note ?? null,
        };
      case 'LineAdded':
        return (
          row && {
            ...row,
            lines: [...row.lines, data.lineId],
            total: String(BigInt(row.total) + BigInt(data.amount)),
          }
        );
      case 'OrderClosed':
        return row && { ...row, status: 'CLOSED' };
    }
  },
});

/** Several rows a stream; a line of no amount has none. */
export const lines = defineProjection<
  { readonly line_id: string; readonly amount: number },
  typeof orderEvents
>({
  name: 'lines',
  version: 1,
  sees: 'effective',
  handles: [orderEvents],
  keyColumn: 'line_id',
  schema,
  columns: { line_id: 'text', amount: 'integer' },
  key: ({ type, data }) => (type === 'LineAdded' ? data.lineId : undefined),
  fold: (_row, { type, data }) =>
    type === 'LineAdded' && data.amount !== 0 ? { line_id: data.lineId, amount: data.amount } : undefined,
});

/** One row an event, wrong ones too. */
export const history = defineProjection<
  {
    readonly event_id: string;
    readonly type: string;
    readonly recorded_at: string;
  },
  typeof orderEvents
>({
  name: 'history',
  version: 1,
  sees: 'recorded',
  handles: [orderEvents],
  keyColumn: 'event_id',
  schema,
  columns: {
    event_id: 'text',
    type: 'text',
    recorded_at: 'timestamptz',
  },
  key: ({ id: event }) => event,
  fold: (_row, event) => ({
    event_id: event.id,
    type: event.type,
    recorded_at: event.metadata.recordedAt,
  }),
});

export const testProjections = [orders, lines, history];
export const decoder = codecOf([orderEvents]);

interface Fact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
export const opened = (orderId: string, openedOn = '2026-03-02', note?: string): Fact => ({
  type: 'OrderOpened',
  data: { orderId, openedOn, ...(note !== undefined && { note }) },
});
export const lineAdded = (orderId: string, lineId: string, amount: number): Fact => ({
  type: 'LineAdded',
  data: { orderId, lineId, amount, urgent: false, kind: 'PART' },
});
export const closed = (orderId: string): Fact => ({
  type: 'OrderClosed',
  data: { orderId, closedOn: '2026-03-09' },
});
export const annulled = (orderId: string, corrects: string): Fact => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, orderId, reasonCode: 'TYPING_ERROR', reason: 'It was typed wrongly' },
});
export function corrected(target: StoredEvent, changed: Readonly<Record<string, unknown>>): Fact {
  return correction(orderEvents, decoder.decode(target), changed, 'It was typed wrongly');
}

/** Appends facts to an order's stream in one go and answers with what was stored. */
export async function append(
  store: EventStore,
  tenant: string,
  ...facts: readonly Fact[]
): Promise<StoredEvent[]> {
  const stream = streamName('order', tenant, String(facts[0]?.data['orderId']));
  const last = await store.last(stream);
  const next = last === undefined ? 0n : last.revision + 1n;
  const drafts = facts.map(({ type, data }, index) => ({
    id: derivedId('test event', stream, String(next), index),
    type,
    data,
    metadata: {
      $correlationId: 'c0',
      $causationId: randomUUID(),
      municipality: tenant,
      actor: { partyId: 'p0', role: 'CASEWORKER' },
      occurredOn: '2026-03-02',
      recordedAt: '2026-03-02T08:00:00.000Z',
    },
  }));
  await store.append(
    stream,
    last?.revision ?? 'no_stream',
    await decoder.encode(stream, drafts, plainSealing),
  );
  return store.read(stream, { from: next });
}

/** A database, a log in memory and as many projectors as a test starts; `close` ends and drops all of it. */
export class Engine {
  decoder: Decoder = decoder;
  readonly lines: string[] = [];
  private readonly running: { projector: Projector; readModels: ReadModels }[] = [];

  private constructor(
    readonly database: TestDatabase,
    public store: EventStore,
    /** Looks behind row-level security. */
    readonly superuser: Pool,
  ) {}

  static async open(store: EventStore = new MemoryEventStore()): Promise<Engine> {
    const database = await createTestDatabase();
    await openLog(store, testEventKeys);
    const superuser = createPool({
      connectionString: database.superuserUrl,
      applicationName: 'samspor test',
      max: 2,
    });
    return new Engine(database, store, superuser);
  }

  readModels(projections: readonly Projection[] = testProjections): ReadModels {
    return openReadModels(this.database.url, projections);
  }

  async start({
    ready = true,
    projections,
    farBehind,
  }: { ready?: boolean; projections?: readonly Projection[]; farBehind?: bigint } = {}): Promise<Projector> {
    const readModels = this.readModels(projections);
    const log = (line: string) => void this.lines.push(line);
    const far = farBehind === undefined ? {} : { farBehind };
    const projector = startProjector({ store: this.store, decoder: this.decoder, readModels, log, ...far });
    this.running.push({ projector, readModels });
    if (ready) await projector.ready;
    return projector;
  }

  /** Has the database refuse rows of some orders, where they are live or to be made, which halts the read model. */
  async refuse(...orderIds: readonly string[]): Promise<void> {
    const refused = orderIds.map((orderId) => `'${orderId}'`).join(', ') || 'null';
    await this.superuser.query(`
      create sequence if not exists samspor.refusals; grant usage on sequence samspor.refusals to public;
      create or replace function samspor.refuse() returns trigger language plpgsql as
        $$ begin
          if new.order_id in (${refused}) then
            perform nextval('samspor.refusals');
            raise exception using errcode = 'P0001', message = 'Testine Prøvesen';
          end if;
          return new;
        end $$;
      create or replace trigger refuse before insert or update on samspor.orders_v1_b1
        for each row execute function samspor.refuse();`);
  }

  /** How many rows were refused. */
  async refusals(): Promise<number> {
    const { rows } = await this.superuser.query<{ readonly last_value: string }>(
      'select last_value from samspor.refusals',
    );
    return Number(rows[0]?.last_value);
  }

  /** Ends every projector, as a release does. */
  async stop(): Promise<void> {
    for (const { projector, readModels } of this.running.splice(0)) {
      await projector.stop();
      await readModels.close();
    }
  }

  reader(): Pool {
    return createPool({
      connectionString: this.database.url,
      role: roles.reader,
      applicationName: 'samspor test',
      max: 2,
    });
  }

  /** Every row and column of a projection's live build, in the order of its key. */
  async rows(name: string, version = 1): Promise<Record<string, unknown>[]> {
    const { rows } = await this.superuser.query<Record<string, unknown>>(
      `select * from ${viewOf({ name, version })} order by 1`,
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.store.close();
    await this.superuser.end();
    await this.database.drop();
  }
}

/** An event that nobody declared. */
export const strange = (n: number) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'OrderEaten',
  data: {},
  metadata: {},
});

/** Passes over what was noted, once it has looked. */
export class NotingDecoder implements Decoder {
  readonly noted = new Set<string>();
  private known = new Set<string>();
  private readonly leftOut = new Set<string>();
  private knownLeftOut = new Set<string>();

  decode(event: StoredEvent | UnreadEvent): Recorded {
    const { id: eventId, stream, revision, position } = event;
    if (!this.known.has(eventId)) return decoder.decode(event);
    const metadata = {} as Recorded['metadata'];
    return { type: passedOver, data: {}, id: eventId, stream, revision, position, metadata };
  }

  learn(): Promise<void> {
    this.known = new Set(this.noted);
    this.knownLeftOut = new Set(this.leftOut);
    return Promise.resolve();
  }

  isLeftOut({ name }: { readonly name: string }, { id: eventId }: Pick<StoredEvent, 'id'>): boolean {
    return this.knownLeftOut.has(`${name} ${eventId}`);
  }

  /** As an operator does it: the log says that something was noted. */
  async note(store: EventStore, stream: string, eventId: string): Promise<void> {
    this.noted.add(eventId);
    await this.tell(store, stream);
  }

  /** The same for what read models cannot take in. */
  async leaveOut(store: EventStore, stream: string, events: readonly LeftOut[]): Promise<void> {
    for (const { projection, id: eventId } of events) this.leftOut.add(`${projection} ${eventId}`);
    await this.tell(store, stream);
  }

  private async tell(store: EventStore, stream: string): Promise<void> {
    const note = { id: randomUUID(), type: noteType, data: { stream }, metadata: {} };
    await store.append(logStream, (await store.last(logStream))?.revision ?? 'no_stream', [note]);
  }
}
