import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Feed } from './feed.js';

/** For whoever watches over a feed that runs by itself; nothing of any person or subscriber. */
@ApiExcludeController()
@Controller('health')
export class FeedHealthController {
  constructor(private readonly feed: Feed) {}

  @Get('live')
  live() {
    return { status: 'alive' };
  }

  @Get('ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { halted } = this.feed.follower;
    if (halted === undefined) return { status: 'ready' };
    reply.code(503);
    return { status: 'not-ready', message: halted };
  }
}
