import 'reflect-metadata';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { composeApi } from './compose.js';
import { oidcFromEnv } from './config.js';
import { createApi } from './create-api.js';

// The API by itself, beside a projector of its own (docker/compose.yaml). This file alone handles signals.

const log = (line: string) => process.stderr.write(`${line}\n`);

function setting(name: string): string {
  const text = process.env[name]?.trim();
  if (text === undefined || text === '') {
    throw new Error(`The API needs ${name} in its environment; "npm start" runs everything in one`);
  }
  return text;
}

function portIn(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('PORT must be a number from 0 to 65535');
  }
  return port;
}

async function start(): Promise<() => Promise<void>> {
  const oidc = oidcFromEnv(process.env);
  if (oidc === undefined) {
    throw new Error('The API by itself needs OIDC_ISSUER: it gives no demonstration tokens');
  }
  const port = portIn(process.env['PORT'] ?? '3000');
  const store = connectEventStore(setting('EVENTSTORE_URL'));
  const parts = await composeApi({
    store,
    databaseUrl: setting('DATABASE_URL'),
    vaultDatabaseUrl: setting('VAULT_DATABASE_URL'),
    keyFile: setting('KEY_FILE'),
    onError: ({ message }) => log(message),
  });
  const app = await createApi(parts, { oidc, demoAllowed: false });
  await app.listen(port, process.env['HOST']?.trim() || '127.0.0.1');
  log(`The API listens on ${await app.getUrl()}`);
  return async () => {
    await app.close();
    await parts.close();
    await store.close();
  };
}

try {
  const stop = await start();
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log(`The API did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  log(`The API did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
