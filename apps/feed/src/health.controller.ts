import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HttpMetrics } from '#apps/api/src/observability/metrics';
import { Feed } from './feed.js';

/** For whoever watches over a feed that runs by itself; nothing of any person or subscriber. */
@ApiExcludeController()
@Controller()
export class FeedHealthController {
  constructor(
    private readonly feed: Feed,
    @Inject(HttpMetrics) private readonly metrics: HttpMetrics,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'alive' };
  }

  @Get('health/ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { halted } = this.feed.follower;
    if (halted === undefined) return { status: 'ready' };
    reply.code(503);
    return { status: 'not-ready', message: halted };
  }

  @Get('metrics')
  figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(this.metrics.registry.contentType);
    return this.metrics.text();
  }
}
