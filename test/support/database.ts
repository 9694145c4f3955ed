import { randomUUID } from 'node:crypto';
import { addressOf, createPool, prepareDatabase } from '#postgres';

export interface TestDatabase {
  /** The read models' database, as the login that writes them, and as the API's. */
  readonly url: string;
  readonly readerUrl: string;
  /** The vault's database, as the vault's login. */
  readonly vaultUrl: string;
  /** The read models' database, as the superuser: to look behind row-level security, never to run the application. */
  readonly superuserUrl: string;
  readonly vaultSuperuserUrl: string;
  drop(): Promise<void>;
}

/** The test run's PostgreSQL, as the superuser. */
export function testServerUrl(): string {
  const url = process.env['SAMSPOR_TEST_POSTGRES'];
  if (url === undefined) {
    throw new Error('No test PostgreSQL: suites that need one end in .int.spec.ts or .system.spec.ts');
  }
  return url;
}

/** A pair of databases for one suite, with roles and schemas and nothing else. Any number of suites may do this at once. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServerUrl();
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const vaultDatabase = `${database}_vault`;
  const { url, readerUrl, vaultUrl } = await prepareDatabase(server, { database, vaultDatabase });
  return {
    url,
    readerUrl,
    vaultUrl,
    superuserUrl: addressOf(server, database),
    vaultSuperuserUrl: addressOf(server, vaultDatabase),
    async drop() {
      const pool = createPool({ connectionString: server, applicationName: 'samspor test', max: 1 });
      await pool.query(`drop database if exists ${database} with (force)`);
      await pool.query(`drop database if exists ${vaultDatabase} with (force)`);
      await pool.end();
    },
  };
}
