import 'reflect-metadata';
import { listeningOn } from '#apps/listening';
import { outliveReaders } from '#apps/lost-readers';
import { tellOwnRights } from '#apps/own-rights';
import { type Running, runUntilSignal } from '#apps/run-until-signal';
import { letterOutboxFromEnv, serverConfigFrom } from '#apps/server-config';
import { until } from '#apps/until';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { composeApi } from './compose.js';
import { lettersFromEnv, oidcFromEnv, searchesFromEnv, sessionFromEnv } from './config.js';
import { personOidcFromEnv } from './person-oidc.js';
import { createApi } from './create-api.js';

// The API by itself, beside a projector of its own (docker/compose.yaml).

outliveReaders();
const log = (line: string) => process.stderr.write(`${line}\n`);

await runUntilSignal('The API', log, (signal) => until(signal, start()));

async function start(): Promise<Running> {
  const oidc = oidcFromEnv(process.env);
  if (oidc === undefined) {
    throw new Error('The API by itself needs OIDC_ISSUER: it gives no demonstration tokens');
  }
  const { eventStoreUrl, readerDatabaseUrl, host, port, ...addresses } = serverConfigFrom(
    process.env,
    'The API',
  );
  const store = connectEventStore(eventStoreUrl);
  const parts = await composeApi({
    ...addresses,
    databaseUrl: readerDatabaseUrl,
    store,
    onError: ({ message }) => log(message),
  });
  await tellOwnRights(eventStoreUrl, log);
  const app = await createApi(parts, {
    oidc,
    ...personOidcFromEnv(process.env),
    ...searchesFromEnv(process.env),
    ...sessionFromEnv(process.env),
    ...lettersFromEnv(process.env),
    hasLetterOutbox: letterOutboxFromEnv(process.env).letterOutbox !== undefined,
  });
  await app.listen(port, host);
  log(`The API listens on ${listeningOn(await app.getUrl(), host)}`);
  return {
    async stop() {
      await app.close();
      await parts.close();
      await store.close();
    },
  };
}
