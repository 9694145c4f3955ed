/** Where a process of its own finds the log and the databases, and where it listens. */
export interface ServerConfig {
  readonly eventStoreUrl: string;
  /** The read models' database, as the application's login. */
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
  readonly host: string;
  readonly port: number;
}

const required = ['EVENTSTORE_URL', 'DATABASE_URL', 'KEY_FILE'] as const;

/** Reads what API and projector need where each runs by itself; names everything that is missing at once. */
export function serverConfigFrom(env: NodeJS.ProcessEnv, who: string): ServerConfig {
  const text = (name: string) => env[name]?.trim() || undefined;
  const missing = required.filter((name) => text(name) === undefined);
  if (missing.length > 0) {
    throw new Error(
      `${who} needs ${missing.join(', ')} in its environment; "npm start" runs everything in one`,
    );
  }
  const databaseUrl = text('DATABASE_URL') ?? '';
  return {
    eventStoreUrl: eventStoreUrlFrom(text('EVENTSTORE_URL') ?? ''),
    databaseUrl,
    vaultDatabaseUrl: text('VAULT_DATABASE_URL') ?? vaultBeside(databaseUrl),
    keyFile: text('KEY_FILE') ?? '',
    host: text('HOST') ?? '127.0.0.1',
    port: portFrom(text('PORT') ?? '3000'),
  };
}

/** The log's address as the environment gives it. It may hold a password: the error does not repeat it. */
export function eventStoreUrlFrom(text: string): string {
  if (!/^esdb(\+discover)?:\/\/[^/?]/.test(text)) {
    throw new Error('EVENTSTORE_URL must be the address of an event store: esdb://server:2113');
  }
  return text;
}

/** The vault's database unless told: `<database>_vault` on the same server. The addresses hold passwords: no error repeats one. */
export function vaultBeside(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || url.pathname.length < 2) {
    throw new Error('DATABASE_URL must name a database: postgres://login:password@server:5432/samspor');
  }
  url.pathname = `${url.pathname}_vault`;
  return url.href;
}

/** A port as the environment gives it; 0 takes any free one. */
export function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
  }
  return port;
}
