import { randomBytes } from 'node:crypto';
import { inTransaction, type Pool, type Queryable } from '#postgres';
import { makeKeyFile, readKeyFile, UnusableKeyFile } from './key-file.js';
import { aesKeyWrapping, WrongKey, type KeyWrapping } from './key-wrapping.js';
import { Lookups } from './lookups.js';
import { RowKeys } from './row-keys.js';

/** The municipality's key as a process holds it: it wraps data keys, and it guards the secret that lookups are hashed under and rows sealed. */
export interface MunicipalityKey {
  readonly wrapping: KeyWrapping;
  readonly lookups: Lookups;
  readonly rowKeys: RowKeys;
}

const context = JSON.stringify(['samspor/lookup-secret/v1']);

/**
 * Opens the key file against its vault, once a process. Makes the file only when the vault holds nothing yet; refuses with
 * `UnusableKeyFile` when it is missing while the vault holds keys, may be read by others, or does not fit.
 */
export async function openMunicipalityKey(options: {
  readonly keyFile: string;
  readonly vaultPool: Pool;
}): Promise<MunicipalityKey> {
  const { keyFile, vaultPool } = options;
  return inTransaction(vaultPool, async (client) => {
    // Of two processes that start on an empty vault, one makes the key and the other finds it.
    await client.query('lock table vault.lookup_secret in exclusive mode');
    const isNew = !(await holdsKeys(client));
    const key = isNew ? await makeKeyFile(keyFile) : await readKeyFile(keyFile);
    if (key === undefined) {
      throw new UnusableKeyFile(
        `The vault holds keys that only the municipality's key opens, and its file ${keyFile} is missing. ` +
          `Restore that file from its own backup (it is kept apart from the vault's), or set KEY_FILE to where it is. ` +
          `No new one is made: nothing sealed so far could ever be read with it.`,
      );
    }
    try {
      return await openWith(aesKeyWrapping(key), client);
    } catch (error) {
      if (!(error instanceof WrongKey)) throw error;
      throw new UnusableKeyFile(
        `The key in ${keyFile} is not the one that this vault was made with. ` +
          `Restore the key file that belongs to this vault, or set KEY_FILE and VAULT_DATABASE_URL to a pair that belongs together.`,
        { cause: error },
      );
    }
  });
}

/** The same with a key management service in the file's place. Rejects with `WrongKey` when it does not fit the vault. */
export async function openMunicipalityKeyWith(
  wrapping: KeyWrapping,
  vaultPool: Pool,
): Promise<MunicipalityKey> {
  return inTransaction(vaultPool, async (client) => {
    await client.query('lock table vault.lookup_secret in exclusive mode');
    return openWith(wrapping, client);
  });
}

async function openWith(wrapping: KeyWrapping, client: Queryable): Promise<MunicipalityKey> {
  const { rows } = await client.query<{ wrapped: Buffer }>('select wrapped from vault.lookup_secret');
  const stored = rows[0];
  if (stored) {
    const [secret] = await wrapping.unwrap([{ wrapped: stored.wrapped, context }]);
    if (secret === undefined) throw new WrongKey();
    return { wrapping, lookups: new Lookups(secret), rowKeys: new RowKeys(secret) };
  }
  const { rows: keys } = await client.query('select from vault.keys limit 1');
  // Keys without the secret that was stored before any of them: a vault restored in part.
  if (keys.length > 0) {
    throw new Error(
      'The vault holds keys but not its lookup secret: restore the whole vault from one backup.',
    );
  }
  const secret = randomBytes(32);
  const [wrapped] = await wrapping.wrap([{ key: secret, context }]);
  await client.query('insert into vault.lookup_secret (wrapped) values ($1)', [wrapped]);
  return { wrapping, lookups: new Lookups(secret), rowKeys: new RowKeys(secret) };
}

async function holdsKeys(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'select exists (select from vault.lookup_secret) or exists (select from vault.keys) as held',
  );
  return rows[0]?.held === true;
}
