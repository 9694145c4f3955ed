import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { PageQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { ValidQuery } from '../validation/pipes.js';
import { sharedCrisisPlansAnswer } from './crisis-plan.answers.js';
import { SharedCrisisPlansQuery } from './crisis-plan.queries.js';

/** The crisis plans that were given to whoever asks, without what they say. */
@ApiTags('crisis plans')
@Reads('crisisPlan')
@Controller('v1/crisis-plans')
export class SharedCrisisPlansController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Crisis plans that were given to whoever asks, and may be read today', sharedCrisisPlansAnswer)
  shared(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.queries.execute(new SharedCrisisPlansQuery(request, query));
  }
}
