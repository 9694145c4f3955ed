import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codec } from '#apps/codec';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { type Authenticity, openLog } from '#event-sourcing';
import { type Append, connectEventStore, openBulkAppender } from '#event-sourcing/eventstoredb/index';
import { openVault } from '#personal-data';
import { type EmbeddedPostgres, prepareDatabase, roles, startEmbeddedPostgres } from '#postgres';
import { openReadModels, rebuildAll, startProjector } from '#projecting';
import { projections } from '#projections/index';
import { postgresHome } from '../support/postgres-home.js';
import { withDatabase } from './read-model-rows.js';

/** An event store and a PostgreSQL that a test may stop, and the engine between them in this process or in one to be killed. */
export class EngineGround {
  readonly lines: string[] = [];
  private readonly children = new Set<ChildProcess>();

  private constructor(
    private readonly folder: string,
    public node: EmbeddedEventStore,
    public postgres: EmbeddedPostgres,
    readonly databaseUrl: string,
    readonly vaultUrl: string,
    /** What signs events that the programs themselves believe. */
    readonly authenticity: Authenticity,
  ) {}

  /** Opens the vault. */
  get keyFile(): string {
    return keyFileIn(this.folder);
  }

  static async open(): Promise<EngineGround> {
    const folder = mkdtempSync(join(tmpdir(), 'samspor-engine-'));
    chmodSync(folder, 0o755); // as root, PostgreSQL's own account must pass through
    const node = await startEmbeddedEventStore({ dataDir: join(folder, 'eventstore') });
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
    const { url, vaultUrl } = await prepareDatabase(postgres.url('postgres'), { database: 'samspor' });
    const store = connectEventStore(node.connectionString);
    const vault = await openVault({
      connectionString: vaultUrl,
      key: { file: keyFileIn(folder) },
      log: store,
    });
    const { authenticity } = await openLog(store, vault.eventKeys);
    await vault.close();
    await store.close();
    return new EngineGround(folder, node, postgres, url, vaultUrl, authenticity);
  }

  async append(appends: readonly Append[]): Promise<void> {
    const appender = await openBulkAppender(this.node.connectionString);
    await appender.append(appends);
    await appender.close();
  }

  /** A process for `begin`, which loads what it needs and waits to be told. */
  load(): ChildProcessWithoutNullStreams {
    const child = spawn(
      process.execPath,
      [
        '--import',
        new URL('../support/typescript.mjs', import.meta.url).href,
        '--conditions=source',
        '--no-warnings',
        fileURLToPath(new URL('./projecting-process.ts', import.meta.url)),
        this.node.connectionString,
        this.databaseUrl,
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.children.add(child);
    child.stderr.on('data', (text: Buffer) => this.lines.push(text.toString()));
    child.stdin.on('error', () => {}); // it has ended, which whoever begins is told
    return child;
  }

  /** A process that follows the log or rebuilds from it; resolves once it has begun. */
  async begin(what: 'follow' | 'rebuild', child = this.load()): Promise<ChildProcess> {
    child.stdin.write(what);
    const exit = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
    const ended = exit.then(() => {
      throw new Error(`It ended before it began: ${this.lines.join('')}`);
    });
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => undefined);
    return child;
  }

  async kill(child: ChildProcess): Promise<void> {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGKILL');
    await ended;
    this.children.delete(child);
  }

  /** The rows as the projector has them once it has caught up. */
  followedRows(): Promise<Rows> {
    return this.withEngine(async (engine) => {
      const projector = startProjector({ ...engine, log: (line) => void this.lines.push(line) });
      await projector.ready;
      await projector.stop();
      return this.rows();
    });
  }

  /** The rows as a rebuild makes them, in parts of so many bytes. */
  rebuiltRows(partLength = 100_000): Promise<Rows> {
    return this.withEngine(async (engine) => {
      const outcomes = await rebuildAll(projections, { ...engine, partLength });
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      return this.rows();
    });
  }

  /** Every row of every read model with all its columns, as JSON. */
  rows(): Promise<Rows> {
    return withDatabase(this.databaseUrl, roles.projector, async (pool) => {
      const { rows: builds } = await pool.query<{ table: string; name: string }>(
        `select format('samspor.%s_v%s_b%s', name, version, live_build) as table, name from samspor.projection order by name`,
      );
      const found: Record<string, readonly string[]> = {};
      for (const { table, name } of builds) {
        const { rows } = await pool.query<{ line: string }>(
          `select row_to_json(t)::text as line from ${table} t order by 1`,
        );
        found[name] = rows.map(({ line }) => line);
      }
      return found;
    });
  }

  /** Builds that are filled in part. */
  underWay(): Promise<number> {
    return withDatabase(this.databaseUrl, roles.projector, async (pool) => {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::integer as count from samspor.checkpoint where parts_done between 1 and parts',
      );
      return rows[0]?.count ?? 0;
    });
  }

  /** What a test left running when it failed. */
  async killAll(): Promise<void> {
    for (const child of this.children) await this.kill(child);
  }

  async close(): Promise<void> {
    await this.killAll();
    await this.node.close();
    await this.postgres.stop();
    for (const used of [postgresHome(this.folder), this.folder]) {
      rmSync(used, { recursive: true, force: true });
    }
  }

  /** Stops the event store; answers with what starts it again where it was. */
  async stopEventStore(): Promise<() => Promise<void>> {
    const { port } = this.node;
    await this.node.close();
    return async () => {
      this.node = await startEmbeddedEventStore({ dataDir: join(this.folder, 'eventstore'), port });
    };
  }

  /** Stops PostgreSQL; answers with what starts it again where it was. */
  async stopPostgres(): Promise<() => Promise<void>> {
    const port = Number(new URL(this.databaseUrl).port);
    await this.postgres.stop();
    return async () => {
      this.postgres = await startEmbeddedPostgres({
        dataDir: join(this.folder, 'postgres'),
        durable: false,
        port,
      });
    };
  }

  private async withEngine<T>(
    work: (engine: {
      readonly store: ReturnType<typeof connectEventStore>;
      readonly decoder: typeof codec;
      readonly readModels: ReturnType<typeof openReadModels>;
    }) => Promise<T>,
  ): Promise<T> {
    const store = connectEventStore(this.node.connectionString);
    const readModels = openReadModels(this.databaseUrl, projections);
    try {
      return await work({ store, decoder: codec, readModels });
    } finally {
      await store.close();
      await readModels.close();
    }
  }
}

const keyFileIn = (folder: string) => join(folder, 'municipality.key');

export type Rows = Readonly<Record<string, readonly string[]>>;
