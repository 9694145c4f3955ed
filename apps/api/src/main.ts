import 'reflect-metadata';
import { listeningOn } from '#apps/listening';
import { outliveReaders } from '#apps/lost-readers';
import { serverConfigFrom } from '#apps/server-config';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { composeApi } from './compose.js';
import { oidcFromEnv, searchesFromEnv } from './config.js';
import { createApi } from './create-api.js';

// The API by itself, beside a projector of its own (docker/compose.yaml). This file alone handles signals.

outliveReaders();
const log = (line: string) => process.stderr.write(`${line}\n`);

async function start(): Promise<() => Promise<void>> {
  const oidc = oidcFromEnv(process.env);
  if (oidc === undefined) {
    throw new Error('The API by itself needs OIDC_ISSUER: it gives no demonstration tokens');
  }
  const { eventStoreUrl, host, port, ...addresses } = serverConfigFrom(process.env, 'The API');
  const store = connectEventStore(eventStoreUrl);
  const parts = await composeApi({ ...addresses, store, onError: ({ message }) => log(message) });
  const app = await createApi(parts, { oidc, ...searchesFromEnv(process.env) });
  await app.listen(port, host);
  log(`The API listens on ${listeningOn(await app.getUrl(), host)}`);
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
