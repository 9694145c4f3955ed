import { Controller, Get, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { sayFault } from '#apps/api/src/problems/fault-sentences';
import { isText, rule } from '#apps/api/src/validation/decorators';
import { ValidQuery } from '#apps/api/src/validation/pipes';
import { Feed } from './feed.js';
import { InFlight } from './in-flight.js';

const idForm = /^[0-9a-zA-Z][0-9a-zA-Z.-]{0,99}$/;

export class DetailsQuery {
  /** An id of an event names no place in the log: its subject does. */
  @rule('subject', sayFault('id'), (value) => isText(value) && idForm.test(value), { type: 'string' })
  subject!: string;
}

/** What stands behind a public event, for whom the grant opens it. */
@ApiExcludeController()
@Controller()
export class DetailsController {
  constructor(
    private readonly feed: Feed,
    private readonly inFlight: InFlight,
  ) {}

  @Get('v1/events/:id/details')
  async details(@Req() request: FastifyRequest, @ValidQuery(DetailsQuery) { subject }: DetailsQuery) {
    const machine = await this.feed.machineOf(request.headers.authorization);
    const leave = this.inFlight.enter(machine.subscriptionId);
    try {
      const { id } = request.params as { readonly id: string };
      const route = `GET ${request.routeOptions.url ?? ''}`;
      const asked = { id, subject, route, requestId: request.id };
      return await this.feed.detailsOf(machine, asked);
    } finally {
      leave();
    }
  }
}
