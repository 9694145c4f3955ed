import { join, resolve } from 'node:path';
import { type OidcConfig, oidcFromEnv, searchesFromEnv } from '#apps/api/src/config';
import { eventStoreUrlFrom, portFrom, vaultBeside } from '#apps/server-config';

/** What the environment says, read once, as docs/operations.md lists it. */
export interface StandaloneConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Absent: the embedded node. */
  readonly eventStoreUrl?: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  readonly vaultDatabaseUrl?: string;
  readonly keyFile: string;
  /** Absent: demonstration tokens. */
  readonly oidc?: OidcConfig;
  readonly searchesPerMinute?: number;
}

export function readConfig(env: NodeJS.ProcessEnv): StandaloneConfig {
  const text = (name: string) => env[name]?.trim() || undefined;
  const dataDir = resolve(text('DATA_DIR') ?? '.data');
  const eventStoreUrl = text('EVENTSTORE_URL');
  const databaseUrl = text('DATABASE_URL');
  const vaultDatabaseUrl = text('VAULT_DATABASE_URL') ?? (databaseUrl && vaultBeside(databaseUrl));
  const oidc = oidcFromEnv(env);
  return {
    host: text('HOST') ?? '127.0.0.1',
    port: portFrom(text('PORT') ?? '3000'),
    dataDir,
    keyFile: resolve(text('KEY_FILE') ?? join(dataDir, 'keys', 'municipality.key')),
    ...(eventStoreUrl && { eventStoreUrl: eventStoreUrlFrom(eventStoreUrl) }),
    ...(databaseUrl && { databaseUrl }),
    ...(vaultDatabaseUrl && { vaultDatabaseUrl }),
    ...(oidc && { oidc }),
    ...searchesFromEnv(env),
  };
}
