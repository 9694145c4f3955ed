import { publicUrlFrom } from '#apps/mail-config';
import { databaseUrlFrom, eventStoreUrlFrom, portFrom } from '#apps/server-config';
import { settingsIn } from '#apps/settings';
import { type WebhooksConfig, webhooksFromEnv } from './webhooks/config.js';

/** What a feed that runs by itself works with: the log and the vault, and no read model. */
export interface FeedConfig {
  readonly eventStoreUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
  readonly host: string;
  readonly port: number;
  /** Where subscribers reach it. */
  readonly publicUrl: string | undefined;
  readonly webhooks: WebhooksConfig;
}

const required = ['EVENTSTORE_URL', 'VAULT_DATABASE_URL', 'KEY_FILE'] as const;

/** Names everything that is missing at once. */
export function feedConfigFrom(env: NodeJS.ProcessEnv): FeedConfig {
  const text = settingsIn(env);
  const missing = required.filter((name) => text(name) === undefined);
  if (missing.length > 0) {
    throw new Error(
      `The feed needs ${missing.join(', ')} in its environment; "npm start" runs everything in one`,
    );
  }
  const publicUrl = text('PUBLIC_URL');
  return {
    eventStoreUrl: eventStoreUrlFrom(text('EVENTSTORE_URL') ?? ''),
    vaultDatabaseUrl: databaseUrlFrom('VAULT_DATABASE_URL', text('VAULT_DATABASE_URL') ?? ''),
    keyFile: text('KEY_FILE') ?? '',
    host: text('HOST') ?? '127.0.0.1',
    port: portFrom(text('FEED_PORT') ?? '3002'),
    publicUrl: publicUrl === undefined ? undefined : publicUrlFrom(publicUrl),
    webhooks: webhooksFromEnv(env),
  };
}
