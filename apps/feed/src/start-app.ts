import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Hindrances } from '#apps/api/src/observability/hindrances';
import { HttpMetrics } from '#apps/api/src/observability/metrics';
import { NestLog } from '#apps/api/src/observability/nest-log';
import { observeRequests } from '#apps/api/src/observability/request-log';
import { ProblemFilter } from '#apps/api/src/problems/problem.filter';
import { apiAdapter } from '#apps/api/src/server/adapter';
import { headEveryAnswer } from '#apps/api/src/server/answers';
import { closeWithin } from '#apps/api/src/server/closing';
import { refuseUnfitHeaders } from '#apps/api/src/server/fit-headers';
import { Routes } from '#apps/api/src/server/routes';
import { codec as plainCodec, ownStreams } from '#apps/codec';
import { authentic, CommandRunner, openLog } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { openVault } from '#personal-data';
import type { FeedConfig } from './config.js';
import { Feed } from './feed.js';
import { FeedModule } from './feed.module.js';
import { FeedHealthController } from './health.controller.js';
import { startFeedOn } from './start.js';

export interface FeedApp {
  readonly url: string;
  stop(): Promise<void>;
}

const patienceMs = 3_000;

/** The feed as a process of its own: on log and vault, and on nothing else. */
export async function startFeedApp(config: FeedConfig, log: (line: string) => void): Promise<FeedApp> {
  const store = connectEventStore(config.eventStoreUrl);
  const closers: (() => Promise<void>)[] = [() => store.close()];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const vault = await openVault({
      connectionString: config.vaultDatabaseUrl,
      key: { file: config.keyFile },
      log: store,
      streamPrefixes: ownStreams,
      onError: ({ message }) => log(message),
    });
    closers.push(() => vault.close());
    const { authenticity, notes, logId } = await openLog(store, vault.eventKeys);
    const decoder = authentic(plainCodec, authenticity, notes);
    const runner = new CommandRunner(store, decoder, vault.keys);
    const feed = await startFeedOn({ store, codec: decoder, logId, vault, runner }, log, config.webhooks);
    closers.push(() => feed.close());
    const app = await createFeedApp(feed, config, log);
    closers.push(() => app.close());
    await app.listen(config.port, config.host);
    return { url: await app.getUrl(), stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createFeedApp(feed: Feed, { publicUrl }: FeedConfig, log: (line: string) => void) {
  const adapter = apiAdapter();
  const instance = adapter.getInstance();
  const routes = new Routes(instance);
  headEveryAnswer(instance);
  const metrics = new HttpMetrics([feed.metrics.registry]);
  observeRequests(instance, metrics, log);
  closeWithin(instance, patienceMs);
  refuseUnfitHeaders(instance);
  const whole = { module: FeedAppModule, imports: [FeedModule.register(feed, { url: publicUrl })] };
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      ...whole,
      controllers: [FeedHealthController],
      providers: [
        { provide: Feed, useValue: feed },
        { provide: HttpMetrics, useValue: metrics },
      ],
    },
    adapter,
    { logger: new NestLog(log), bodyParser: false, abortOnError: false },
  );
  app.useGlobalFilters(new ProblemFilter((path) => routes.methodsOf(path), new Hindrances({})));
  await app.init();
  return app;
}

@Module({})
class FeedAppModule {}
