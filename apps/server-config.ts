import { join, resolve } from 'node:path';
import { settingsIn } from '#apps/settings';
import { addressIn } from '#event-sourcing/eventstoredb/address';

/** Where a process of its own finds the log and the databases, and where it listens. */
export interface ServerConfig {
  readonly eventStoreUrl: string;
  /** The read models' database, as the login that writes there. */
  readonly databaseUrl: string;
  /** The same as the login that only reads; the same login unless told. */
  readonly readerDatabaseUrl: string;
  /** The vault's, as the login that may nothing else. */
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
  readonly documentsDir: string;
  readonly host: string;
  readonly port: number;
}

const required = ['EVENTSTORE_URL', 'DATABASE_URL', 'VAULT_DATABASE_URL', 'KEY_FILE'] as const;

/** Reads what API and projector need where each runs by itself; names everything that is missing at once. */
export function serverConfigFrom(env: NodeJS.ProcessEnv, who: string): ServerConfig {
  const text = settingsIn(env);
  const missing = required.filter((name) => text(name) === undefined);
  if (missing.length > 0) {
    throw new Error(
      `${who} needs ${missing.join(', ')} in its environment; "npm start" runs everything in one`,
    );
  }
  const databaseUrl = databaseUrlFrom('DATABASE_URL', text('DATABASE_URL') ?? '');
  return {
    eventStoreUrl: eventStoreUrlFrom(text('EVENTSTORE_URL') ?? ''),
    databaseUrl,
    readerDatabaseUrl: databaseUrlFrom('READER_DATABASE_URL', text('READER_DATABASE_URL') ?? databaseUrl),
    vaultDatabaseUrl: databaseUrlFrom('VAULT_DATABASE_URL', text('VAULT_DATABASE_URL') ?? ''),
    keyFile: text('KEY_FILE') ?? '',
    documentsDir: resolve(text('DOCUMENTS_DIR') ?? join(text('DATA_DIR') ?? '.data', 'documents')),
    host: text('HOST') ?? '127.0.0.1',
    port: portFrom(text('PORT') ?? '3000'),
  };
}

/** The folder in which letters wait for whoever prints and posts them; none unless told. */
export function letterOutboxFromEnv(env: NodeJS.ProcessEnv): { readonly letterOutbox?: string } {
  const folder = settingsIn(env)('LETTER_OUTBOX');
  return folder === undefined ? {} : { letterOutbox: resolve(folder) };
}

/** The log's address as the environment gives it. It may hold a password: no error repeats a value of it. */
export function eventStoreUrlFrom(text: string): string {
  try {
    addressIn(text);
    return text;
  } catch (error) {
    throw new Error(`EVENTSTORE_URL cannot be used. ${(error as Error).message}`, { cause: error });
  }
}

/** A database's address as the environment gives it. It may hold a password: the error does not repeat it. */
export function databaseUrlFrom(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.pathname.length < 2) {
    throw new Error(`${name} must name a database: postgres://login:password@server:5432/samspor`);
  }
  return text;
}

/** A port as the environment gives it; 0 takes any free one. */
export function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
  }
  return port;
}
