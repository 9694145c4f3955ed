import { createHmac } from 'node:crypto';
import pg from 'pg';
import { codeOf, isUniqueViolation, tellWhatMakesIt } from './errors.js';
import { connectionConfig, type Pool } from './pool.js';

/** The roles that connections take. None may log in, none passes row-level security. */
export const roles = {
  /** Owns the schema `samspor`: migrates it and builds read models. */
  owner: 'samspor_owner',
  /** Writes read models, for every tenant. */
  projector: 'samspor_projector',
  /** Reads the rows of the tenants that its transaction names. */
  reader: 'samspor_reader',
  /** Owns the schema `vault` of the vault's database. */
  vault: 'samspor_vault',
} as const;

export interface Databases {
  readonly database: string;
  /** `<database>_vault` when not given. */
  readonly vaultDatabase?: string;
  /** The role the application logs in as; `samspor_app` when not given. */
  readonly login?: string;
}

export interface InitSection<Database extends string | undefined = string | undefined> {
  /** The database to run this in; undefined: any, such as `postgres`. */
  readonly database: Database;
  readonly sql: string;
}

/** First what concerns the whole server, then what each database needs. */
export type InitSections = readonly [InitSection<undefined>, ...InitSection<string>[]];

const named = ({ database, vaultDatabase = `${database}_vault`, login = 'samspor_app' }: Databases) => ({
  database,
  vaultDatabase,
  login,
});

/**
 * The SQL that a database needs before Samspor can use it (PostgreSQL 16 or newer), in the order to run it; running it again changes nothing.
 * The databases themselves exist before their section. A login that is made here gets `password`, one that exists keeps its own.
 */
export function initSections(databases: Databases, password?: string): InitSections {
  const { database, vaultDatabase, login } = named(databases);
  return [
    { database: undefined, sql: rolesSql(login, password) },
    { database, sql: databaseSql(database, login, 'samspor', roles.owner, [roles.projector, roles.reader]) },
    {
      database: vaultDatabase,
      sql: databaseSql(vaultDatabase, login, 'vault', roles.vault, []) + erasureSql,
    },
  ];
}

/** The same as one script for psql, which also makes the databases: what `samspor db init` prints for a database administrator. */
export function initSql(databases: Databases): string {
  const { database, vaultDatabase, login } = named(databases);
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
    `-- Then give the login a password: \\password ${login}`,
    ...sections,
  ].join('\n');
}

/**
 * Makes the databases, roles and schemas with the SQL of `initSections`, as a superuser, and answers with the addresses for the login.
 * Without one, its password is derived from the superuser's, so that nothing else has to be kept.
 */
export async function prepareDatabase(
  superuserUrl: string,
  databases: Databases,
  password = derivedPassword(superuserUrl, databases),
): Promise<{ url: string; vaultUrl: string }> {
  const { database, vaultDatabase, login } = named(databases);
  const [anywhere, ...inDatabases] = initSections(databases, password);
  await withClient(superuserUrl, async (client) => {
    await client.query(anywhere.sql);
    await createDatabase(client, database);
    await createDatabase(client, vaultDatabase);
  });
  for (const section of inDatabases) {
    await withClient(addressOf(superuserUrl, section.database), (client) => client.query(section.sql));
  }
  return {
    url: addressOf(superuserUrl, database, login, password),
    vaultUrl: addressOf(superuserUrl, vaultDatabase, login, password),
  };
}

function derivedPassword(superuserUrl: string, databases: Databases): string {
  const secret = decodeURIComponent(new URL(superuserUrl).password);
  return createHmac('sha256', secret).update(named(databases).login).digest('base64url');
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

function rolesSql(login: string, password: string | undefined): string {
  const groups = Object.values(roles);
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  // Catalog rows are changed only when something is missing: processes that start together would stumble over each other's updates.
  const create = (role: string, options: string) => `
  if not exists (select from pg_roles where rolname = ${pg.escapeLiteral(role)}) then
    begin
      create role ${pg.escapeIdentifier(role)} ${options} nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;`;
  const grant = (role: string, member: string) => `
  if not exists (select from pg_auth_members m where m.roleid = ${pg.escapeLiteral(role)}::regrole
                 and m.member = ${pg.escapeLiteral(pg.escapeIdentifier(member))}::regrole and m.set_option) then
    begin
      grant ${pg.escapeIdentifier(role)} to ${pg.escapeIdentifier(member)};
    exception when unique_violation then null;
    end;
  end if;`;
  return `do $samspor$
begin
  if current_setting('server_version_num')::integer < 160000 then
    raise exception 'Samspor needs PostgreSQL 16 or newer, and this server is version %. Nothing was made.',
      current_setting('server_version');
  end if;${groups.map((role) => create(role, 'nologin')).join('')}${create(login, `login noinherit${secret}`)}${groups
    .map((role) => grant(role, login))
    .join('')}
  -- An administrator who is no superuser makes the schemas as a member of their owners.
  if not pg_has_role(current_user, '${roles.owner}', 'SET') then
    execute format('grant ${roles.owner}, ${roles.vault} to %I', current_user);
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

function databaseSql(
  database: string,
  login: string,
  schema: string,
  owner: string,
  users: readonly string[],
): string {
  const name = pg.escapeIdentifier(database);
  const usage = users.length === 0 ? '' : `grant usage on schema ${schema} to ${users.join(', ')};\n`;
  return (
    `revoke all on database ${name} from public;\n` +
    `grant connect on database ${name} to ${pg.escapeIdentifier(login)};\n` +
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
