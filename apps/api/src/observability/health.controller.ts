import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Health } from './health.js';
import { HttpMetrics } from './metrics.js';

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
  @ApiOkResponse()
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @ApiOperation({ summary: 'Log and vault can be reached and every read model follows, with its lag' })
  @ApiOkResponse()
  @ApiServiceUnavailableResponse()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    reply.code(report.status === 'ready' ? 200 : 503);
    return report;
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Figures for Prometheus' })
  @ApiOkResponse({ content: { 'text/plain': {} } })
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    await this.health.measure();
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
