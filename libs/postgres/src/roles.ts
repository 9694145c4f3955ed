import { createHmac } from 'node:crypto';
import pg from 'pg';
import { accessLogSql } from './access-log-sql.js';
import { codeOf, isUniqueViolation, tellWhatMakesIt } from './errors.js';
import { connectionConfig, type Pool } from './pool.js';

/** The roles that connections take. None may log in, none passes row-level security. Three logins share them out (`loginsOf`). */
export const roles = {
  /** Owns the schema `samspor`: migrates it and builds read models. */
  owner: 'samspor_owner',
  /** Writes read models, for every tenant. */
  projector: 'samspor_projector',
  /** Reads the rows of the tenants that its transaction names. */
  reader: 'samspor_reader',
  /** Owns the schema `vault` of the vault's database. */
  vault: 'samspor_vault',
  /** Adds to the access log and reads it, in the vault's database, and can do nothing else to it. */
  accessLog: 'samspor_access_log',
  /** Owns the access log. No login of the program may become it. */
  accessLogOwner: 'samspor_access_log_owner',
} as const;

export interface Databases {
  readonly database: string;
  /** `<database>_vault` when not given. */
  readonly vaultDatabase?: string;
  /** The login that writes read models; `samspor_app` when not given. The others are called after it (`loginsOf`). */
  readonly login?: string;
}

/** Who logs in: what writes read models cannot read the vault, what reads the vault no read model, and the API's queries write nothing. */
export interface Logins<T = string> {
  readonly writer: T;
  readonly reader: T;
  readonly vault: T;
}

export const loginsOf = (login = 'samspor_app'): Logins => ({
  writer: login,
  reader: `${login}_reader`,
  vault: `${login}_vault`,
});

const rolesOf: Logins<readonly string[]> = {
  writer: [roles.owner, roles.projector, roles.reader],
  reader: [roles.reader],
  vault: [roles.vault, roles.accessLog],
};
const kinds = ['writer', 'reader', 'vault'] as const;

export interface InitSection<Database extends string | undefined = string | undefined> {
  /** The database to run this in; undefined: any, such as `postgres`. */
  readonly database: Database;
  readonly sql: string;
}

/** First what concerns the whole server, then what each database needs. */
export type InitSections = readonly [InitSection<undefined>, ...InitSection<string>[]];

const named = ({ database, vaultDatabase = `${database}_vault`, login }: Databases) => ({
  database,
  vaultDatabase,
  logins: loginsOf(login),
});

/**
 * The SQL that a database needs before Samspor can use it (PostgreSQL 16 or newer), in the order to run it; running it again changes nothing.
 * The databases themselves exist before their section. A login that is made here gets its password, one that exists keeps its own.
 */
export function initSections(databases: Databases, passwords?: Logins): InitSections {
  const { database, vaultDatabase, logins } = named(databases);
  return [
    { database: undefined, sql: rolesSql(logins, passwords) },
    {
      database,
      sql: databaseSql({
        database,
        logins: [logins.writer, logins.reader],
        others: [logins.vault],
        schema: 'samspor',
        owner: roles.owner,
        users: [roles.projector, roles.reader],
      }),
    },
    {
      database: vaultDatabase,
      sql:
        databaseSql({
          database: vaultDatabase,
          logins: [logins.vault],
          others: [logins.writer, logins.reader],
          schema: 'vault',
          owner: roles.vault,
          users: [],
        }) +
        erasureSql +
        accessLogSql({ owner: roles.accessLogOwner, writer: roles.accessLog }),
    },
  ];
}

/** The same as one script for psql, which also makes the databases: what `samspor db init` prints for a database administrator. */
export function initSql(databases: Databases): string {
  const { database, vaultDatabase, logins } = named(databases);
  const create = [database, vaultDatabase].map(
    (name) =>
      `select ${pg.escapeLiteral(`create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`)}\n` +
      `where not exists (select from pg_database where datname = ${pg.escapeLiteral(name)}) \\gexec\n`,
  );
  const sections = initSections(databases).map(({ database: on, sql }) =>
    on === undefined ? `${sql}\n${create.join('')}` : `\\connect ${pg.escapeIdentifier(on)}\n${sql}`,
  );
  return [
    '-- Run with psql as an administrator: psql -v ON_ERROR_STOP=1 -f this-file postgres',
    ...kinds.map((kind) => `-- Then give the login a password: \\password ${logins[kind]}`),
    ...sections,
  ].join('\n');
}

/** The read models' database, as who writes them and as who reads them, and the vault's. */
export interface DatabaseUrls {
  readonly url: string;
  readonly readerUrl: string;
  readonly vaultUrl: string;
}

/**
 * Makes the databases, roles and schemas with the SQL of `initSections`, as a superuser, and answers with the addresses for the logins.
 * Without any, their passwords are derived from the superuser's, so that nothing else has to be kept.
 */
export async function prepareDatabase(
  superuserUrl: string,
  databases: Databases,
  passwords?: Logins,
): Promise<DatabaseUrls> {
  const { database, vaultDatabase, logins } = named(databases);
  const derived = (login: string) => derivedPassword(superuserUrl, login);
  const { writer, reader, vault } = passwords ?? {
    writer: derived(logins.writer),
    reader: derived(logins.reader),
    vault: derived(logins.vault),
  };
  const [anywhere, ...inDatabases] = initSections(databases, { writer, reader, vault });
  await withClient(superuserUrl, async (client) => {
    await client.query(anywhere.sql);
    await createDatabase(client, database);
    await createDatabase(client, vaultDatabase);
  });
  for (const section of inDatabases) {
    await withClient(addressOf(superuserUrl, section.database), (client) => client.query(section.sql));
  }
  return {
    url: addressOf(superuserUrl, database, logins.writer, writer),
    readerUrl: addressOf(superuserUrl, database, logins.reader, reader),
    vaultUrl: addressOf(superuserUrl, vaultDatabase, logins.vault, vault),
  };
}

function derivedPassword(superuserUrl: string, login: string): string {
  const secret = decodeURIComponent(new URL(superuserUrl).password);
  return createHmac('sha256', secret).update(login).digest('base64url');
}

/** Makes the database unless it exists. */
export async function createDatabase(client: pg.ClientBase, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return;
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`);
  } catch (error) {
    // Another process made it in the same moment.
    if (codeOf(error) !== '42P04' && !isUniqueViolation(error)) throw error;
  }
}

/** Refuses to go on as a role that row-level security does not bind, or that could become one. */
export async function assertSafeRole(pool: Pool): Promise<void> {
  const { rows } = await pool
    .query<{ rolname: string; rolsuper: boolean; login: string }>(
      `select rolname, rolsuper, session_user as login from pg_roles
       where (rolsuper or rolbypassrls) and (rolname = current_user or pg_has_role(session_user, oid, 'MEMBER'))
       order by rolname = session_user desc, rolname limit 1`,
    )
    .catch(tellWhatMakesIt);
  const unsafe = rows[0];
  if (unsafe === undefined) return;
  const power = unsafe.rolsuper ? 'a superuser' : 'a role with BYPASSRLS';
  const who =
    unsafe.rolname === unsafe.login
      ? `The database login "${unsafe.login}" is ${power}`
      : `The database login "${unsafe.login}" may become "${unsafe.rolname}", ${power}`;
  throw new Error(
    `${who}, which row-level security does not bind: one municipality could see another's rows. ` +
      `Use a login of its own; "samspor db init" prints the SQL that makes one`,
  );
}

/** Refuses a login that could also take these roles, wherever they are known: one that writes read models must not read the vault, nor the reverse. */
export async function assertSeparateLogin(pool: Pool, mayNotBe: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ rolname: string; login: string }>(
    `select rolname, session_user as login from pg_roles
     where rolname = any($1) and pg_has_role(session_user, oid, 'MEMBER') order by rolname limit 1`,
    [mayNotBe],
  );
  const [found] = rows;
  if (found === undefined) return;
  throw new Error(
    `The database login "${found.login}" may also become "${found.rolname}": whoever got hold of it could write read models and read the vault. ` +
      `Read models and vault need a login each; run again what "samspor db init" prints, and set VAULT_DATABASE_URL to the vault's`,
  );
}

function rolesSql(logins: Logins, passwords: Logins | undefined): string {
  const groups = Object.values(roles);
  // Catalog rows are changed only when something is missing: processes that start together would stumble over each other's updates.
  const create = (role: string, options: string) => `
  if not exists (select from pg_roles where rolname = ${pg.escapeLiteral(role)}) then
    begin
      create role ${pg.escapeIdentifier(role)} ${options} nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;`;
  const createLogin = (kind: keyof Logins) => {
    const secret = passwords === undefined ? '' : ` password ${pg.escapeLiteral(passwords[kind])}`;
    return create(logins[kind], `login noinherit${secret}`);
  };
  const membership = (role: string, member: string) =>
    `select from pg_auth_members m where m.roleid = ${pg.escapeLiteral(role)}::regrole
                 and m.member = ${pg.escapeLiteral(pg.escapeIdentifier(member))}::regrole`;
  const grant = (role: string, member: string) => `
  if not exists (${membership(role, member)} and m.set_option) then
    begin
      grant ${pg.escapeIdentifier(role)} to ${pg.escapeIdentifier(member)};
    exception when unique_violation then null;
    end;
  end if;`;
  // One login had all of them once.
  const revoke = (role: string, member: string) => `
  if exists (${membership(role, member)}) then
    revoke ${pg.escapeIdentifier(role)} from ${pg.escapeIdentifier(member)};
  end if;`;
  const shareOut = (kind: keyof Logins) =>
    groups.map((role) => (rolesOf[kind].includes(role) ? grant : revoke)(role, logins[kind]));
  return `do $samspor$
begin
  if current_setting('server_version_num')::integer < 160000 then
    raise exception 'Samspor needs PostgreSQL 16 or newer, and this server is version %. Nothing was made.',
      current_setting('server_version');
  end if;${[
    ...groups.map((role) => create(role, 'nologin')),
    ...kinds.map(createLogin),
    ...kinds.flatMap(shareOut),
  ].join('')}
  -- An administrator who is no superuser makes the schemas as a member of their owners.
  if not pg_has_role(current_user, '${roles.owner}', 'SET') then
    execute format('grant ${roles.owner}, ${roles.vault} to %I', current_user);
  end if;
  if not pg_has_role(current_user, '${roles.accessLogOwner}', 'SET') then
    execute format('grant ${roles.accessLogOwner} to %I', current_user);
  end if;
end
$samspor$;
`;
}

/** What is destroyed in the vault must leave the server's files too (docs/adr/0022). An administrator who may not give this is told. */
const erasureSql = `do $samspor$
begin
  if not pg_has_role('${roles.vault}', 'pg_checkpoint', 'MEMBER') then
    begin
      grant pg_checkpoint to ${roles.vault};
    exception when unique_violation then null;
    end;
  end if;
  if not has_function_privilege('${roles.vault}', 'pg_switch_wal()', 'EXECUTE')
    or not has_function_privilege('${roles.vault}', 'pg_ls_waldir()', 'EXECUTE') then
    grant execute on function pg_switch_wal(), pg_ls_waldir() to ${roles.vault};
  end if;
exception when insufficient_privilege then
  raise warning 'This administrator may not let ${roles.vault} clear the write-ahead log: destroyed keys stand there until it is written over.';
end
$samspor$;
`;

interface DatabaseSection {
  readonly database: string;
  /** Who may connect, and who of us may not. */
  readonly logins: readonly string[];
  readonly others: readonly string[];
  readonly schema: string;
  readonly owner: string;
  readonly users: readonly string[];
}

function databaseSql({ database, logins, others, schema, owner, users }: DatabaseSection): string {
  const name = pg.escapeIdentifier(database);
  const listed = (names: readonly string[]) => names.map((one) => pg.escapeIdentifier(one)).join(', ');
  const usage = users.length === 0 ? '' : `grant usage on schema ${schema} to ${users.join(', ')};\n`;
  return (
    `revoke all on database ${name} from public, ${listed(others)};\n` +
    `grant connect on database ${name} to ${listed(logins)};\n` +
    `grant temporary on database ${name} to ${[owner, ...users].join(', ')};\n` +
    `create schema if not exists ${schema} authorization ${owner};\n` +
    usage
  );
}

/** The address of another database on the same server, for the same or another user. */
export function addressOf(url: string, database: string, user?: string, password?: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) address.username = encodeURIComponent(user);
  if (password !== undefined) address.password = encodeURIComponent(password);
  return address.href;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionConfig(connectionString, 'samspor init'));
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
