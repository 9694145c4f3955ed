import { join, resolve } from 'node:path';
import {
  type ApiConfig,
  type OidcConfig,
  oidcFromEnv,
  lettersFromEnv,
  searchesFromEnv,
  sessionFromEnv,
} from '#apps/api/src/config';
import { personOidcFromEnv } from '#apps/api/src/person-oidc';
import { type ArchiveConfig, archiveFromEnv } from '#apps/archive-config';
import { type MailConfig, mailFromEnv } from '#apps/mail-config';
import { type WebhooksConfig, webhooksFromEnv } from '#apps/feed/src/webhooks/config';
import { settingsIn } from '#apps/settings';
import { databaseUrlFrom, eventStoreUrlFrom, letterOutboxFromEnv, portFrom } from '#apps/server-config';

/** What the environment says, read once, as docs/operations.md lists it. */
export interface StandaloneConfig extends Pick<
  ApiConfig,
  'personOidc' | 'publicUrl' | 'searchesPerMinute' | 'session' | 'letters'
> {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Absent: the embedded node. */
  readonly eventStoreUrl?: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  /** As the login that only reads; absent: the same as writes. */
  readonly readerDatabaseUrl?: string;
  readonly vaultDatabaseUrl?: string;
  readonly keyFile: string;
  readonly documentsDir: string;
  /** Absent: demonstration tokens. */
  readonly oidc?: OidcConfig;
  readonly mail?: MailConfig;
  readonly archive?: ArchiveConfig;
  readonly webhooks: WebhooksConfig;
  /** Absent: letters leave the program by people alone. */
  readonly letterOutbox?: string;
}

export function readConfig(env: NodeJS.ProcessEnv): StandaloneConfig {
  const text = settingsIn(env);
  const dataDir = resolve(text('DATA_DIR') ?? '.data');
  const eventStoreUrl = text('EVENTSTORE_URL');
  const database = (name: string) => {
    const url = text(name);
    return url && databaseUrlFrom(name, url);
  };
  const databaseUrl = database('DATABASE_URL');
  const readerDatabaseUrl = database('READER_DATABASE_URL');
  const vaultDatabaseUrl = database('VAULT_DATABASE_URL');
  if (databaseUrl && !vaultDatabaseUrl) {
    throw new Error(
      'VAULT_DATABASE_URL must be set beside DATABASE_URL: the vault has a database and a login of its own, which "samspor db init" prints the SQL for',
    );
  }
  const oidc = oidcFromEnv(env);
  const archive = archiveFromEnv(env);
  const host = text('HOST') ?? '127.0.0.1';
  const port = portFrom(text('PORT') ?? '3000');
  const mail = mailFromEnv(env, {
    publicUrl: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    dataDir,
  });
  return {
    host,
    port,
    dataDir,
    keyFile: resolve(text('KEY_FILE') ?? join(dataDir, 'keys', 'municipality.key')),
    documentsDir: resolve(text('DOCUMENTS_DIR') ?? join(dataDir, 'documents')),
    ...(eventStoreUrl && { eventStoreUrl: eventStoreUrlFrom(eventStoreUrl) }),
    ...(databaseUrl && { databaseUrl }),
    ...(readerDatabaseUrl && { readerDatabaseUrl }),
    ...(vaultDatabaseUrl && { vaultDatabaseUrl }),
    ...(oidc && { oidc }),
    ...(mail && { mail }),
    ...(archive && { archive }),
    webhooks: webhooksFromEnv(env),
    ...personOidcFromEnv(env),
    ...searchesFromEnv(env),
    ...sessionFromEnv(env),
    ...lettersFromEnv(env),
    ...letterOutboxFromEnv(env),
  };
}
