import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { tellOwnRights } from '#apps/own-rights';
import type { ProjectorConfig } from './config.js';
import { startEngine } from './engine.js';
import { ProjectorModule } from './projector.module.js';

export interface ProjectorApp {
  /** Where health and metrics are. */
  readonly url: string;
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** The projector as a process of its own: engine, health and metrics. */
export async function startProjectorApp(
  { host, port, ...config }: ProjectorConfig & { readonly host: string; readonly port: number },
  log: (line: string) => void,
): Promise<ProjectorApp> {
  const engine = await startEngine(config, log);
  await tellOwnRights(config.eventStoreUrl, log);
  try {
    const app = await NestFactory.create<NestFastifyApplication>(
      ProjectorModule.register(engine),
      // Health and figures are asked for again: no client is waited for at the end.
      new FastifyAdapter({ forceCloseConnections: true, requestTimeout: 10_000 }),
      { logger: ['error', 'fatal'], abortOnError: false },
    );
    await app.listen(port, host);
    return {
      url: (await app.getUrl()).replace('[::1]', 'localhost'),
      ready: engine.ready,
      async stop() {
        await app.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
