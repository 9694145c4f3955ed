import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnreadEvent } from '#event-sourcing/event-store';
import { Parts } from './parts.js';

describe('a log divided into parts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samspor-parts-spec-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Events of many streams between each other, some long, none alike. */
  const log = Array.from({ length: 3_000 }, (_, n) => {
    const stream = `order-1576.${(n * 7) % 211}å`;
    const data = JSON.stringify({ n, text: n % 500 === 0 ? 'æ'.repeat(200_000) : '🐢' });
    return new UnreadEvent(
      stream,
      BigInt(Math.floor(n / 211)),
      BigInt(n) * 2n ** 40n,
      `id ${n}`,
      'LineAdded',
      Buffer.from(data),
      Buffer.alloc(0),
    );
  });

  const told = ({ data, metadata, ...event }: UnreadEvent) => ({
    ...event,
    data: data.toString(),
    metadata: metadata.toString(),
  });

  it.each([1, 2, 7, 300])(
    'has each stream whole in one of %d, its events in their order, to the last letter',
    async (count) => {
      const parts = await Parts.open(folder, count);
      for (const event of log) parts.add(event);
      const streams = Array.from({ length: count }, (_, part) => [...parts.streams(part)]).flat();
      parts.close();
      expect(streams.map(({ stream }) => stream).toSorted()).toEqual(
        [...new Set(log.map(({ stream }) => stream))].toSorted(),
      );
      for (const { stream, events } of streams) {
        const own = log.filter((event) => event.stream === stream);
        expect(events.map(told)).toEqual(own.map(told));
      }
    },
  );

  it('leaves nothing in its folder, not even while it is there', async () => {
    const parts = await Parts.open(folder, 3);
    for (const event of log) parts.add(event);
    expect(readdirSync(folder)).toEqual([]);
    parts.close();
  });

  it('can be read again, and after more has come', async () => {
    const parts = await Parts.open(folder, 1);
    for (const event of log.slice(0, 1_000)) parts.add(event);
    expect([...parts.streams(0)].flatMap(({ events }) => events)).toHaveLength(1_000);
    for (const event of log.slice(1_000)) parts.add(event);
    expect([...parts.streams(0)].flatMap(({ events }) => events)).toHaveLength(3_000);
    parts.close();
  });
});
