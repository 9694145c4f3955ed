import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Projection } from '#event-sourcing/projection';
import { copyFrom, type PoolClient } from '#postgres';
import type { Build } from './registry.js';
import { columnsOf, type StoredRow } from './rows.js';
import { allColumns, columnList, tableOf } from './tables.js';

const chunkLength = 256 * 1024;

/** Fills a build's table by COPY: text format, a line a row. */
export async function copyRows(
  client: PoolClient,
  projection: Projection,
  build: Build,
  rows: Iterable<StoredRow>,
): Promise<void> {
  const columns = Object.entries(allColumns(projection));
  const stream = copyFrom(client, `copy ${tableOf(build)} (${columnList(projection)}) from stdin`);
  const done = finished(stream);
  // Awaited at the end; until then a failure must not go unhandled.
  done.catch(() => {});
  let chunk = '';
  for (const stored of rows) {
    const values = columnsOf(stored);
    chunk += `${columns.map(([name, type]) => field(values[name], type)).join('\t')}\n`;
    if (chunk.length < chunkLength) continue;
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
    chunk = '';
  }
  stream.end(chunk);
  await done;
}

/** One value in COPY's text format. */
export function field(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  if (type === 'jsonb') return escaped(JSON.stringify(value));
  if (Array.isArray(value)) return escaped(`{${value.map((item) => quoted(String(item))).join(',')}}`);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new Error(`A column of type ${type} got a value of type ${typeof value}`);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) => text.replaceAll(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter);
const quoted = (item: string) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`;
