import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '#embedded-eventstore/access/certificate';
import { createPool, type EmbeddedPostgres, startEmbeddedPostgres } from '#postgres';
import { eventually } from '../support/wait.js';

let folder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samspor-tls-'));
  chmodSync(folder, 0o755); // as root, PostgreSQL's own account must pass through
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  const { cert, key } = selfSigned();
  const data = join(server.home, 'cluster', 'data');
  const { uid, gid } = statSync(data);
  for (const [name, pem] of Object.entries({ 'server.crt': cert, 'server.key': key })) {
    writeFileSync(join(data, name), pem, { mode: 0o600 });
    chownSync(join(data, name), uid, gid);
  }
  writeFileSync(join(folder, 'ca.crt'), cert);
  writeFileSync(join(folder, 'other.crt'), selfSigned().cert);
  await query('', 'alter system set ssl = on');
  await query('', 'select pg_reload_conf()');
  await eventually(async () => expect(await query('', 'show ssl')).toEqual([{ ssl: 'on' }]));
}, 120_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function query(parameters: string, sql: string): Promise<unknown[]> {
  const connectionString = `${server.url('postgres')}${parameters}`;
  const pool = createPool({ connectionString, applicationName: 'samspor test', max: 1 });
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
  }
}

const isEncrypted = (parameters: string) =>
  query(parameters, 'select ssl from pg_stat_ssl where pid = pg_backend_pid()');
const verifiedBy = (file: string) =>
  `?sslmode=verify-full&sslrootcert=${encodeURIComponent(join(folder, file))}`;

describe('E12 an address of PostgreSQL', () => {
  it('with sslmode=verify-full and the authority’s certificate is spoken to over TLS', async () => {
    expect(await isEncrypted(verifiedBy('ca.crt'))).toEqual([{ ssl: true }]);
  });

  it('with the certificate of another authority is not spoken to', async () => {
    await expect(isEncrypted(verifiedBy('other.crt'))).rejects.toThrow(/certificate/);
  });

  it('without sslmode is spoken to in plain', async () => {
    expect(await isEncrypted('')).toEqual([{ ssl: false }]);
  });
});
