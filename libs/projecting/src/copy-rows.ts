import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Projection } from '#event-sourcing/projection';
import { copyFrom, type PoolClient } from '#postgres';
import type { Build } from './registry.js';
import { columnsOf, type StoredRow } from './rows.js';
import { allColumns, columnList, tableOf } from './tables.js';

const chunkLength = 256 * 1024;

/** Fills a build's table by one COPY: text format, a line a row. Nothing else may be asked of the client until the end. */
export class Copying {
  private readonly stream: Writable;
  private readonly done: Promise<void>;
  private readonly columns: readonly (readonly [string, string])[];
  private chunk = Buffer.allocUnsafe(chunkLength);
  private length = 0;
  private hasFailed = false;

  /** `isNew`: the table was made in the same transaction, so that nobody sees it before its rows are there. */
  constructor(
    client: PoolClient,
    private readonly projection: Projection,
    build: Build,
    isNew: boolean,
  ) {
    this.columns = Object.entries(allColumns(projection));
    const copy = `copy ${tableOf(build)} (${columnList(projection)}) from stdin`;
    // Frozen, nothing needs to go over the rows again.
    this.stream = copyFrom(client, isNew ? `${copy} with (freeze)` : copy);
    this.done = finished(this.stream);
    // Awaited at the end; until then a failure must not go unhandled, and the stream takes nothing more.
    this.done.catch(() => (this.hasFailed = true));
  }

  /** Resolves when more rows may come. */
  async write(rows: Iterable<StoredRow>, signal: AbortSignal): Promise<void> {
    for (const row of rows) {
      signal.throwIfAborted();
      const line = this.line(row);
      // A letter takes three bytes at most.
      if (this.length + 3 * line.length > this.chunk.length) await this.send(3 * line.length);
      this.length += this.chunk.write(line, this.length);
    }
  }

  async end(): Promise<void> {
    if (!this.hasFailed) this.stream.end(this.chunk.subarray(0, this.length));
    await this.done;
  }

  /** Gives the client free without the rows; nothing happens after the end. */
  async abandon(): Promise<void> {
    if (!this.hasFailed) this.stream.destroy();
    await this.done.catch(() => {});
  }

  /** Sends what there is, and makes room for so many bytes. */
  private async send(room: number): Promise<void> {
    const full = this.chunk.subarray(0, this.length);
    this.chunk = Buffer.allocUnsafe(Math.max(chunkLength, room));
    this.length = 0;
    if (this.hasFailed) await this.done;
    if (!this.stream.write(full)) await Promise.race([once(this.stream, 'drain'), this.done]);
  }

  private line(row: StoredRow): string {
    const values = columnsOf(this.projection, row);
    return `${this.columns.map(([name, type]) => field(values[name], type)).join('\t')}\n`;
  }
}

/** One value in COPY's text format. */
export function field(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  if (type === 'jsonb') return escapedJson(JSON.stringify(value));
  if (Array.isArray(value)) return escaped(`{${value.map((item) => quoted(String(item))).join(',')}}`);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new Error(`A column of type ${type} got a value of type ${typeof value}`);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const special = /[\\\t\n\r]/;
const escaped = (text: string) =>
  special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter) : text;
/** JSON has no control characters, only escapes of them. */
const escapedJson = (json: string) => (json.includes('\\') ? json.replaceAll('\\', '\\\\') : json);
const quoted = (item: string) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`;
