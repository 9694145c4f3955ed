import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { oneOf, integer, list, object, orNull, text } from '../reading/shape.js';
import { auditShape, rebuildsShape } from './audit-shape.js';
import { Health } from './health.js';
import { HttpMetrics } from './metrics.js';

const reach = oneOf(['reachable', 'unreachable']);
const reactor = object(
  {
    name: text(),
    state: oneOf(['STARTING', 'RUNNING', 'STANDBY', 'FAILING']),
    message: text('Why it fails, or what it has left behind'),
  },
  ['message'],
);
const report = object({
  status: oneOf(['ready', 'impaired', 'not-ready']),
  log: oneOf(['reachable', 'unreachable', 'another-log']),
  logMessage: orNull(text('Why the log cannot be used')),
  vault: reach,
  readModels: reach,
  projections: list(
    object(
      {
        name: text(),
        version: integer(),
        state: oneOf(['BUILDING', 'RUNNING', 'HALTED']),
        lagSeconds: orNull(integer()),
        lagBytes: orNull(text()),
        message: text('Why it is halted'),
      },
      ['message'],
    ),
  ),
  setAside: list(object({ stream: text(), message: text('What is wrong with it') })),
  audit: auditShape,
  rebuilds: rebuildsShape,
  reactors: list(reactor),
  hindrances: list(
    object({
      kind: oneOf(['NO_ROOM', 'CLOCK', 'DOCUMENTS', 'ACCESS_LOG']),
      message: text('What it is, where, and what to do'),
    }),
  ),
});

/** For whoever watches over the service; nothing of any person. */
@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    @Inject(HttpMetrics) private readonly metrics: HttpMetrics,
  ) {}

  @Get('health/live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ schema: object({ status: oneOf(['live']) }) })
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @ApiOperation({
    summary:
      'Log and vault can be reached, every read model follows, with its lag, no reactor fails and nothing is in the way of recording; `impaired` while a stream is set aside, or the auditor found what something else changed',
  })
  @ApiOkResponse({ schema: report })
  @ApiServiceUnavailableResponse({ schema: report })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    reply.code(report.status === 'not-ready' ? 503 : 200);
    return report;
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Figures for Prometheus' })
  @ApiOkResponse({ content: { 'text/plain': { schema: text() } } })
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    await this.health.measure();
    reply.type(this.metrics.registry.contentType);
    return this.metrics.text();
  }
}
