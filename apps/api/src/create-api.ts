import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ProviderMark } from '#personal-data';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './api-parts.js';
import { authenticate } from './auth/authenticate.js';
import { DemoIssuer } from './auth/demo-issuer.js';
import type { TokenVerifier } from './auth/login.js';
import { noTokens } from './auth/no-tokens.js';
import { OidcVerifier } from './auth/token-verifier.js';
import type { ApiConfig } from './config.js';
import { HttpMetrics } from './observability/metrics.js';
import { NestLog } from './observability/nest-log.js';
import { observeRequests } from './observability/request-log.js';
import { serveOpenApi } from './openapi.js';
import { builtPages } from './pages/built-pages.js';
import { servePages } from './pages/serve-pages.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { apiAdapter } from './server/adapter.js';
import { headEveryAnswer } from './server/answers.js';
import { boundEachLogin } from './server/at-once.js';
import { closeWithin } from './server/closing.js';
import { refuseUnfitHeaders } from './server/fit-headers.js';
import { Routes } from './server/routes.js';
import { BrowserSessions } from './session/browser-sessions.js';
import { sweepEvery } from './session/sweep.js';

const patienceMs = 3_000;

/** The API, ready to listen. Whoever composed the parts closes them after it; no signal is handled here. */
export async function createApi(parts: ApiParts, config: ApiConfig): Promise<NestFastifyApplication> {
  const write = config.log ?? ((line: string) => void process.stdout.write(`${line}\n`));
  const verifier = await verifierFor(config, parts.vault.provider);
  const metrics = new HttpMetrics(config.figures);
  const adapter = apiAdapter();
  const instance = adapter.getInstance();
  const routes = new Routes(instance);
  headEveryAnswer(instance);
  observeRequests(instance, metrics, write);
  closeWithin(instance, config.closeWithinMs ?? patienceMs);
  refuseUnfitHeaders(instance);
  const pages = builtPages();
  if (pages !== undefined) servePages(instance, pages);
  const sessions = new BrowserSessions(parts.vault, config, verifier);
  authenticate(instance, verifier, sessions);
  boundEachLogin(instance);
  sweepEvery(instance, 300_000, async () => {
    await sessions.sweep();
    await parts.vault.drafts.sweep(Date.now());
    await parts.vault.draftSecrets.sweep(Date.now());
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.register(parts, config, { verifier, metrics, sessions }),
    adapter,
    { logger: new NestLog(write), bodyParser: false, abortOnError: false },
  );
  app.useGlobalFilters(new ProblemFilter((path) => routes.methodsOf(path), parts.hindrances));
  serveOpenApi(app);
  await app.init();
  return app;
}

async function verifierFor({ oidc, demoKey }: ApiConfig, provider: ProviderMark): Promise<TokenVerifier> {
  if (oidc !== undefined) {
    await provider.set();
    return new OidcVerifier(oidc);
  }
  return demoKey !== undefined && !(await provider.stands()) ? DemoIssuer.start(demoKey) : noTokens;
}
