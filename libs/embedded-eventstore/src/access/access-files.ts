import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, Accounts, newAccount } from './accounts.js';
import { type Certificate, selfSigned } from './certificate.js';
import { isHash } from './passwords.js';

/** What a node asks of its clients, and shows to them. */
export interface Access {
  readonly accounts: Accounts;
  readonly certificate: Certificate;
  readonly certificateFile: string;
}

/** Reads accounts and certificate in the node's folder; makes what is not there yet, for its owner alone to read. */
export function accessIn(folder: string): Access {
  const certificateFile = join(folder, 'node.crt');
  const keyFile = join(folder, 'node.key');
  const accountsFile = join(folder, 'accounts.json');
  if (!existsSync(accountsFile)) writeOwn(accountsFile, writtenAccounts([newAccount('samspor')]));
  if (!existsSync(certificateFile) || !existsSync(keyFile)) {
    const { cert, key } = selfSigned();
    writeOwn(keyFile, key);
    writeOwn(certificateFile, cert);
  }
  return {
    accounts: new Accounts(accountsIn(accountsFile), (accounts) =>
      writeOwn(accountsFile, writtenAccounts(accounts)),
    ),
    certificate: { cert: readFileSync(certificateFile, 'utf8'), key: readOwn(keyFile) },
    certificateFile,
  };
}

const writtenAccounts = (accounts: readonly Account[]) => `${JSON.stringify({ accounts }, null, 2)}\n`;

/** An older node must not let in, with all rights, whom a newer one would let in with few: what it does not know, it refuses. */
function accountsIn(file: string): readonly Account[] {
  const text = readOwn(file);
  try {
    const { accounts, ...more } = JSON.parse(text) as { readonly accounts: readonly Account[] };
    const isKnown = accounts.every(
      ({ login, groups = [], disabled = false, ...others }, index) =>
        isFilled(login) &&
        !login.includes(':') &&
        // The node tells its own password, and can tell it of no hash.
        isSecret(others, index > 0) &&
        Array.isArray(groups) &&
        groups.every(isFilled) &&
        typeof disabled === 'boolean',
    );
    if (isKnown && accounts.length > 0 && Object.keys(more).length === 0) return accounts;
  } catch {
    // Whatever it holds, it holds no accounts.
  }
  throw new Error(
    `${file} does not hold accounts as this release knows them: {"accounts": [{"login": "…", "password": "…"}]}. ` +
      'Take it from a backup; or delete it, and a new account is made at the next start.',
  );
}

/** The password, or where that is enough its hash, and nothing else. */
function isSecret(secret: object, mayBeHashed: boolean): boolean {
  const [[name, value] = [], ...more] = Object.entries(secret) as readonly (readonly [string, unknown])[];
  if (more.length > 0) return false;
  return name === 'passwordHash' ? mayBeHashed && isHash(value) : name === 'password' && isFilled(value);
}

const isFilled = (text: unknown): text is string => typeof text === 'string' && text !== '';

/** Whole or not at all, whatever ends the process. */
function writeOwn(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function readOwn(file: string): string {
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
    throw new Error(
      `${file} may be read by others than its owner: chmod 600 ${file}, and make another where it was read.`,
    );
  }
  return readFileSync(file, 'utf8');
}
