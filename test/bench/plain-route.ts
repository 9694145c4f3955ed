import 'reflect-metadata';
import { Controller, HttpCode, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { authenticate } from '#apps/api/src/auth/authenticate';
import { DemoIssuer } from '#apps/api/src/auth/demo-issuer';
import { OpenCaseWithApplicationBody, OpenCaseWithNeedBody } from '#apps/api/src/cases/cases.controller';
import { apiAdapter } from '#apps/api/src/server/adapter';
import { ValidBodyBy } from '#apps/api/src/validation/pipes';
import { createPool, type Pool, roles } from '#postgres';

/**
 * The plain baseline: the route that opens a case, with the same server, token and body checks, doing one durable INSERT
 * of as many bytes as the event has. Prints its address and a token, and ends with its standard input.
 */
const [databaseUrl = '', bytes = '1000'] = process.argv.slice(2);
const payload = JSON.stringify({ event: 'x'.repeat(Number(bytes)) });

@Controller('v1/cases')
class PlainController {
  constructor(@Inject('POOL') private readonly pool: Pool) {}

  @Post()
  @HttpCode(201)
  async open(
    @ValidBodyBy('opening', { APPLICATION: OpenCaseWithApplicationBody, NEED: OpenCaseWithNeedBody })
    _body: OpenCaseWithApplicationBody | OpenCaseWithNeedBody,
  ) {
    const { rows } = await this.pool.query<{ id: string }>(
      'insert into samspor.plain (event) values ($1) returning id',
      [payload],
    );
    return { caseId: rows[0]?.id };
  }
}

const pool = createPool({
  connectionString: databaseUrl,
  role: roles.owner,
  applicationName: 'plain',
  max: 16,
});
await pool.query(
  'create table if not exists samspor.plain (id bigint generated always as identity primary key, event jsonb not null)',
);

@Module({ controllers: [PlainController], providers: [{ provide: 'POOL', useValue: pool }] })
class PlainModule {}

const issuer = await DemoIssuer.start('plain');
const adapter = apiAdapter();
authenticate(adapter.getInstance(), issuer);
const app = await NestFactory.create<NestFastifyApplication>(PlainModule, adapter, {
  logger: false,
  bodyParser: false,
});
await app.listen(0, '127.0.0.1');
const token = await issuer.issue({ role: 'CASEWORKER', municipality: '1576' });
process.stdout.write(`${JSON.stringify({ url: await app.getUrl(), token })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
