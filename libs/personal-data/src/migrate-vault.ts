import { fileURLToPath } from 'node:url';
import { createPool, migrate, roles } from '#postgres';

/** Brings the vault's schema up to this program's, however long another process that does so is waited for. */
export async function migrateVault(connectionString: string): Promise<void> {
  const pool = createPool({
    connectionString,
    role: roles.vault,
    applicationName: 'samspor vault migration',
    durable: true,
    max: 1,
  });
  try {
    await migrate(pool, {
      schema: 'vault',
      folder: fileURLToPath(new URL('../migrations', import.meta.url)),
    });
  } finally {
    await pool.end();
  }
}
