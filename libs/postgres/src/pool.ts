import pg from 'pg';

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;
/** What a function needs that runs one statement and cares not whether in a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface PoolOptions {
  readonly connectionString: string;
  /** The role each connection takes before its first use; the login itself may do nothing. */
  readonly role?: string;
  readonly applicationName: string;
  /** Connections at most; 10 when not given. */
  readonly max?: number;
  /** Commits are on disk when they resolve, whatever the server or the database is set to. */
  readonly durable?: boolean;
  /** How long a query may take, waiting for locks included; without it, for ever. Its connection is given up then. */
  readonly queryTimeoutMs?: number;
  /** Statements are sent without waiting for the answers to those before them; such a connection takes no COPY. */
  readonly pipelined?: boolean;
  /** A prepared statement's plan is made once, for any values, and an idle connection is kept for ten minutes for the sake of its plans. */
  readonly plansOnce?: boolean;
  /** Told when an idle connection dies. The pool replaces it by itself, so this is for a log or a metric. */
  readonly onIdleError?: (error: Error) => void;
}

const textParser = pg.types.getTypeParser(pg.types.builtins.TEXT);
const textArrayParser = pg.types.getTypeParser(1009 as number);
const asText = new Set<number>([
  pg.types.builtins.DATE,
  pg.types.builtins.TIMESTAMP,
  pg.types.builtins.TIMESTAMPTZ,
  pg.types.builtins.INT8,
]);
const asTextArray = new Set([
  1182 /* date[] */, 1115 /* timestamp[] */, 1185 /* timestamptz[] */, 1016 /* int8[] */,
]);

/** A JavaScript Date or number would lose the calendar day, the microsecond or the 54th bit: such values stay strings. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && asText.has(oid)) return textParser;
    if (format !== 'binary' && asTextArray.has(oid)) return textArrayParser;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** Settings common to every connection of ours, also those that live outside a pool. */
export function connectionConfig(connectionString: string, applicationName: string): pg.ClientConfig {
  return {
    connectionString,
    application_name: applicationName,
    types,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
  };
}

/**
 * A pool whose connections take `role` before their first use and never give it back.
 * Dates, timestamps (UTC) and int8 are strings. A connection that dies is replaced; it never ends the process.
 */
export function createPool({
  connectionString,
  role,
  applicationName,
  max,
  durable = false,
  queryTimeoutMs,
  pipelined = false,
  plansOnce = false,
  onIdleError,
}: PoolOptions): Pool {
  const setUp = [
    `set datestyle to 'ISO'`,
    `set timezone to 'UTC'`,
    // Compiling a statement of many branches takes longer than carrying it out, wherever the server would.
    ...(plansOnce ? ['set plan_cache_mode to force_generic_plan', 'set jit to off'] : []),
    ...(durable ? ['set synchronous_commit to on'] : []),
    ...(role === undefined ? [] : [`set role ${pg.escapeIdentifier(role)}`]),
  ].join('; ');
  const config: pg.PoolConfig = {
    ...connectionConfig(connectionString, applicationName),
    max: max ?? 10,
    pipeline: pipelined,
    ...(plansOnce && { idleTimeoutMillis: 600_000 }),
    ...(queryTimeoutMs !== undefined && { query_timeout: queryTimeoutMs }),
    // The pool waits for what this returns; its types say void.
    onConnect: (client) => client.query(setUp) as unknown as void,
  };
  const pool = new pg.Pool(config);
  pool.on('error', (error) => onIdleError?.(error));
  // A connection may also die while it is lent out and silent; its next query then fails, which is soon enough.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
