import { spawnSync, type SpawnSyncReturns } from 'node:child_process';

/** The system account that PostgreSQL runs as; it refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const isRoot = () => process.getuid?.() === 0;

/** The account to change to, undefined when not root: then PostgreSQL runs as we do. No account is ever created. */
export function serviceAccount(): Account | undefined {
  if (!isRoot()) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const account = lookUp(name);
    if (account !== undefined && account.uid !== 0) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has neither an account "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own',
  );
}

/** As root: the account by this name or number. */
export function lookUp(nameOrUid: string): Account | undefined {
  const ask = (option: string) => spawnSync('id', [option, nameOrUid], { encoding: 'utf8' }).stdout?.trim();
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (!uid || !gid) return undefined;
  return { name: nameOrUid, uid: Number(uid), gid: Number(gid) };
}

/** What `spawn` needs to run as the account. `/` is a working folder that every account can enter. */
export function spawnOptions(account: Account | undefined) {
  return { cwd: '/', ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }) };
}

/** Runs a short program as the account and waits for it. */
export function runAs(
  account: Account | undefined,
  program: string,
  args: readonly string[],
): SpawnSyncReturns<string> {
  return spawnSync(program, args, { ...spawnOptions(account), encoding: 'utf8', env: plainEnvironment() });
}

/** PostgreSQL takes settings from PG* and words from LC_*: those of whoever started us are not meant for it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    LC_ALL: 'C',
    TZ: 'UTC',
    PG_GRANDPARENT_PID: String(process.ppid),
  };
}

/** Whether the account can reach what lies in the folder. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  return runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]).status === 0;
}
