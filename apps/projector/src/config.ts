/** What the projector works with; a plain object, so that it can be handed to a thread. */
export interface ProjectorConfig {
  readonly eventStoreUrl: string;
  /** The read models' database, as the application's login. */
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  /** The municipality's key: reactors record facts, and facts may have sealed fields. */
  readonly keyFile: string;
}

/** Reads the configuration of a projector that runs by itself; names everything that is missing at once. */
export function configFrom(
  env: NodeJS.ProcessEnv,
): ProjectorConfig & { readonly host: string; readonly port: number } {
  const text = (name: string) => env[name]?.trim() || undefined;
  const required = ['EVENTSTORE_URL', 'DATABASE_URL', 'VAULT_DATABASE_URL', 'KEY_FILE'] as const;
  const missing = required.filter((name) => text(name) === undefined);
  if (missing.length > 0) {
    throw new Error(
      `The projector needs ${missing.join(', ')} in its environment; "npm start" runs everything in one`,
    );
  }
  const port = Number(text('PORT') ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('PORT must be a number from 0 to 65535');
  }
  return {
    eventStoreUrl: text('EVENTSTORE_URL') ?? '',
    databaseUrl: text('DATABASE_URL') ?? '',
    vaultDatabaseUrl: text('VAULT_DATABASE_URL') ?? '',
    keyFile: text('KEY_FILE') ?? '',
    host: text('HOST') ?? '127.0.0.1',
    port,
  };
}
