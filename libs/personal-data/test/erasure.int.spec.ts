// @long
import { cpSync, mkdtempSync, chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault, type Disposal, type Vault } from '#personal-data';
import {
  addressOf,
  createPool,
  type EmbeddedPostgres,
  type Pool,
  prepareDatabase,
  roles,
  startEmbeddedPostgres,
} from '#postgres';
import { postgresHome } from '../../../test/support/postgres-home.js';
import { emptyLog, field, sealOne } from './vault.testing.js';

const folder = mkdtempSync(join(tmpdir(), 'samspor-erasure-'));
let server: EmbeddedPostgres | undefined;
let vault: Vault;
let vaultUrl: string;
/** The vault's tables as their owner sees them. */
let pool: Pool;
/** The vault's database, as whoever runs the server. */
let administrator: Pool;

beforeAll(async () => {
  chmodSync(folder, 0o755); // as root, PostgreSQL's own account must pass through
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  ({ vaultUrl } = await prepareDatabase(server.url('postgres'), { database: 'samspor' }));
  const applicationName = 'samspor test';
  pool = createPool({ connectionString: vaultUrl, role: roles.vault, applicationName, max: 4 });
  administrator = createPool({
    connectionString: addressOf(server.url('postgres'), 'samspor_vault'),
    applicationName,
    max: 1,
  });
  // A server that keeps old segments under names to come, as large ones do.
  await administrator.query(`alter system set min_wal_size to '128MB'`);
  await administrator.query('select pg_reload_conf()');
  vault = await openVault({
    connectionString: vaultUrl,
    key: { file: join(folder, 'municipality.key') },
    log: emptyLog,
  });
}, 120_000);

async function stop(): Promise<void> {
  await vault.close();
  await pool.end();
  await administrator.end();
  await server?.stop();
}
let isStopped = false;

afterAll(async () => {
  if (!isStopped) await stop();
  for (const used of [postgresHome(folder), folder]) rmSync(used, { recursive: true, force: true });
});

/** However long PostgreSQL is at something of its own in these tables. */
const erased = async () =>
  expect(await vault.erasure.finish({ patienceMs: 120_000 })).toEqual({ isGone: true });

const disposal = (owner: string): Disposal => ({
  tenant: '1576',
  owner,
  classes: ['CASE'],
  disposalEventId: `disposal-of-${owner}`,
});

/** How a key stands in the vault. */
async function wrappedOf(owner: string): Promise<Buffer> {
  const { rows } = await pool.query<{ wrapped: Buffer }>('select wrapped from vault.keys where owner = $1', [
    owner,
  ]);
  return rows[0]?.wrapped ?? Buffer.alloc(0);
}

/** The files below a folder in which the bytes stand, or a third of them: PostgreSQL begins a page of its log in the middle of what it writes. */
const holding = (below: string, bytes: Buffer): string[] =>
  readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const file = readFileSync(path);
      return [0, 20, 40].some((start) => file.includes(bytes.subarray(start, start + 20)));
    });

const data = () => postgresHome(folder);

/** A person with a key among others, which has been written out, and stands in segments of the log that are kept under names to come. */
async function keyEverywhere(owner: string): Promise<Buffer> {
  await sealOne(vault, { owner });
  const wrapped = await wrappedOf(owner);
  for (let round = 0; round < 4; round += 1) {
    await vault.keys.prepare(
      Array.from({ length: 20 }, (_, n) => field({ owner: `beside-${owner}-${round}-${n}` })),
    );
    await administrator.query('select pg_switch_wal()');
  }
  expect(holding(join(data(), 'cluster/data/pg_wal'), wrapped)).not.toEqual([]);
  await administrator.query('checkpoint');
  expect(holding(join(data(), 'cluster/data/base'), wrapped)).not.toEqual([]);
  return wrapped;
}

describe('A2 a destroyed key', () => {
  it('A2 stands in the files still when its row is deleted and vacuumed', async () => {
    const wrapped = await keyEverywhere('vacuumed');
    await vault.disposals.destroy(disposal('vacuumed'));
    await administrator.query('vacuum vault.keys');
    await administrator.query('checkpoint');
    // In a segment of the write-ahead log that was done with before, and sometimes in its page.
    expect(holding(join(data(), 'cluster/data/pg_wal'), wrapped)).not.toEqual([]);
    await erased();
    expect(holding(data(), wrapped)).toEqual([]);
  });

  it('A2 is in no file of a server when it has been erased, and every other key is', async () => {
    const wrapped = await keyEverywhere('gone');
    const other = await sealOne(vault, { owner: 'stays' });
    const stays = await wrappedOf('stays');
    await vault.disposals.destroy(disposal('gone'));
    await erased();
    expect(holding(data(), wrapped)).toEqual([]);
    expect(holding(data(), stays)).not.toEqual([]);
    vault.keys.dropAll();
    expect(await vault.keys.open([other])).toMatchObject([{ status: 'open' }]);
    await erased();
  });

  it('A2 is not told to be gone while a backup that began before reads on, and goes when that has ended', async () => {
    const wrapped = await keyEverywhere('read');
    const reader = await pool.connect();
    await reader.query('begin isolation level repeatable read');
    await reader.query('select from vault.migrations');
    await vault.disposals.destroy(disposal('read'));
    expect(await vault.erasure.finish()).toMatchObject({
      isGone: false,
      because: expect.stringMatching(/still reads the vault/),
    });
    const { rows } = await reader.query(`select from vault.keys where owner = 'read'`);
    expect(rows).toHaveLength(1);
    await reader.query('commit');
    reader.release();
    await erased();
    expect(holding(data(), wrapped)).toEqual([]);
  });

  it('A2 is told to stand in the log of a server that does not let the vault clear it', async () => {
    await keyEverywhere('denied');
    await vault.disposals.destroy(disposal('denied'));
    await administrator.query(`revoke execute on function pg_switch_wal() from ${roles.vault}`);
    expect(await vault.erasure.finish()).toMatchObject({
      isGone: false,
      because: expect.stringMatching(/samspor db init/),
    });
    await prepareDatabase(server?.url('postgres') ?? '', { database: 'samspor' });
    await erased();
  });

  it('A2 takes along what somebody had half written about the person, of which no file ever held the text', async () => {
    const author = { tenant: '1576', issuer: 'https://login.example', subject: 'testine' };
    const textAbout = (about: string) =>
      `Ennå bare halvskrevet om ${about}: bestemor trenger hjelp til det meste nå`;
    const write = (draftId: string, about: string) =>
      vault.drafts.save(author, { draftId, form: 'NEED', about, text: textAbout(about) }, Date.now());
    await write('5b1d1a52-3b1c-4d5e-9c55-0a7f5f3a1576', 'drafted');
    await write('5b1d1a52-3b1c-4d5e-9c55-0a7f5f3a1577', 'stays');
    await keyEverywhere('drafted');
    const sealedOf = async (about: string) => {
      const { rows } = await pool.query<{ sealed: Buffer }>(
        'select sealed from vault.drafts where about = $1',
        [about],
      );
      return rows[0]?.sealed;
    };
    const [sealed = Buffer.alloc(0), other = Buffer.alloc(0)] = [
      await sealedOf('drafted'),
      await sealedOf('stays'),
    ];
    expect(holding(data(), sealed)).not.toEqual([]);
    expect(holding(data(), Buffer.from(textAbout('drafted')))).toEqual([]);
    await vault.disposals.destroy(disposal('drafted'));
    await erased();
    expect(await sealedOf('drafted')).toBeUndefined();
    expect(holding(data(), sealed)).toEqual([]);
    expect(holding(data(), other)).not.toEqual([]);
  });

  it('A2 is in no copy of the folder that is made afterwards', async () => {
    const wrapped = await keyEverywhere('copied');
    await vault.disposals.destroy(disposal('copied'));
    await erased();
    const stays = await wrappedOf('stays');
    await stop();
    isStopped = true;
    const copy = join(folder, 'copy');
    cpSync(data(), copy, { recursive: true });
    expect(holding(copy, stays)).not.toEqual([]);
    expect(holding(copy, wrapped)).toEqual([]);
  });
});
