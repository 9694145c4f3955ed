import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock } from '#apps/clock';
import { subscriptionEvents, webhooksOf } from '#subscription';
import {
  RecordSubscriptionStepCommand,
  RegisterWebhookCommand,
  RotateWebhookSecretCommand,
  type SubscriptionStepType,
  type ToldSubscriptionStep,
} from '#subscription/application/index';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading, tenantOf } from '../organisation/organisation-reading.js';
import { sayFault } from '../problems/fault-sentences.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, list } from '../reading/shape.js';
import { bodyOf, oneLine, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { isText, OptionalField, rule } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { IssueSecretBody } from './subscriptions.controller.js';
import { parkedShape, webhookShape, WebhookStandings } from './webhook-standings.js';

const { WebhookRegistered, WebhookPaused, WebhookResumed, WebhookReplayed, WebhookTested, WebhookRemoved } =
  subscriptionEvents.declared;

const cursorForm = /^[\w-]{1,200}$/;

export class RegisterWebhookBody extends bodyOf(WebhookRegistered, {
  url: oneLine,
  types: says('Which events, of those that the subscription shows; all of them unless told'),
  contactRole: says('Who is told when it does not answer'),
  begins: says('Where what is sent begins'),
  beginsOn: says('The day, where it begins with one'),
  registeredOn: todayUnlessTold,
}) {}
export class PauseWebhookBody extends bodyOf(WebhookPaused, { reason: plain, pausedOn: todayUnlessTold }) {}
export class ResumeWebhookBody extends bodyOf(WebhookResumed, { resumedOn: todayUnlessTold }) {}
export class ReplayWebhookBody extends bodyOf(WebhookReplayed, {
  from: says('What is sent once more'),
  fromOn: says('The day, with DATE'),
  replayedOn: todayUnlessTold,
}) {
  @OptionalField()
  @rule('after', sayFault('cursor'), (value) => isText(value) && cursorForm.test(value), {
    type: 'string',
    pattern: cursorForm.source,
    description: 'A cursor of the feed, with PLACE',
  })
  after?: string;
}
export class TestWebhookBody extends bodyOf(WebhookTested, { testedOn: todayUnlessTold }) {}
export class RemoveWebhookBody extends bodyOf(WebhookRemoved, { removedOn: todayUnlessTold }) {}

export class WebhookAnswer extends CommandAnswer {
  @ApiProperty()
  endpointId!: string;
}
export class WebhookSecretAnswer extends WebhookAnswer {
  @ApiProperty({ description: 'With what its messages are signed. Told here alone', example: 'whsec_…' })
  secret!: string;

  @ApiProperty({ format: 'date-time', required: false, description: 'Until when the secret before holds' })
  formerUntil?: string;
}

/** Addresses that public events are sent to. */
@ApiTags('subscriptions')
@Roles('ADMIN')
@Controller('v1')
export class WebhooksController {
  constructor(
    private readonly commands: Commands,
    private readonly reading: OrganisationReading,
    private readonly standings: WebhookStandings,
    private readonly clock: Clock,
  ) {}

  @Get('webhooks')
  @ReadsHere('subscriptions')
  @ReadRoute('Every receiver, and how it stands', answer({ webhooks: list(webhookShape) }))
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found: webhooks, currentTo } = await this.reading.answer(request, query, async (log, tenant) =>
      this.standings.of(tenant, await webhooksOf(log, tenant), Date.parse(this.clock.now())),
    );
    return { webhooks, currentTo };
  }

  @Get('webhooks/:endpointId/parked')
  @ReadsHere('subscriptions')
  @ReadRoute(
    'What a receiver did not take and is put aside, the oldest first',
    answer({ parked: list(parkedShape) }),
  )
  async parked(
    @InExchange() { request }: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { found: parked, currentTo } = await this.reading.answer(request, query, (_, tenant) =>
      this.standings.parkedOf(tenant, endpointId),
    );
    return { parked, currentTo };
  }

  @Post('subscriptions/:subscriptionId/webhooks')
  @CommandRoute({
    summary: 'Events of a subscription are sent to an address',
    description: 'By Standard Webhooks. The answer has the secret that messages are signed with.',
    answer: WebhookSecretAnswer,
  })
  register(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(RegisterWebhookBody) body: RegisterWebhookBody,
  ) {
    return this.commands.begin(
      exchange,
      (context) => new RegisterWebhookCommand({ subscriptionId, ...fieldsOf(body) }, context),
    );
  }

  @Post('webhooks/:endpointId/secrets')
  @CommandRoute({
    summary: 'A new secret to sign with',
    description: 'Messages are signed with the one before as well, for a while.',
    answer: WebhookSecretAnswer,
  })
  rotate(
    @InExchange() exchange: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidBody(IssueSecretBody) { overlapHours = 24 }: IssueSecretBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new RotateWebhookSecretCommand({ endpointId, overlapHours }, context),
    );
  }

  @Post('webhooks/:endpointId/pause')
  @CommandRoute({ summary: 'Nothing is sent there until it is resumed', answer: WebhookAnswer })
  pause(
    @InExchange() exchange: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidBody(PauseWebhookBody) body: PauseWebhookBody,
  ) {
    return this.record(exchange, 'WebhookPaused', { endpointId, cause: 'STAFF', ...fieldsOf(body) });
  }

  @Post('webhooks/:endpointId/resumption')
  @CommandRoute({ summary: 'A paused receiver goes on where it stood', answer: WebhookAnswer })
  resume(
    @InExchange() exchange: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidBody(ResumeWebhookBody) body: ResumeWebhookBody,
  ) {
    return this.record(exchange, 'WebhookResumed', { endpointId, ...fieldsOf(body) });
  }

  @Post('webhooks/:endpointId/replays')
  @CommandRoute({
    summary: 'A receiver is sent once more what was put aside, or everything from somewhere on',
    answer: WebhookAnswer,
  })
  replay(
    @InExchange() exchange: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidBody(ReplayWebhookBody) { after, ...body }: ReplayWebhookBody,
  ) {
    const place =
      after === undefined ? {} : { after: this.standings.positionOf(tenantOf(exchange.request), after) };
    return this.record(exchange, 'WebhookReplayed', { endpointId, ...fieldsOf(body), ...place });
  }

  @Post('webhooks/:endpointId/tests')
  @CommandRoute({ summary: 'A message of no meaning is sent to a receiver', answer: WebhookAnswer })
  test(
    @InExchange() exchange: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidBody(TestWebhookBody) body: TestWebhookBody,
  ) {
    return this.record(exchange, 'WebhookTested', { endpointId, ...fieldsOf(body) });
  }

  @Post('webhooks/:endpointId/removal')
  @CommandRoute({ summary: 'Nothing is sent there any more', answer: WebhookAnswer })
  remove(
    @InExchange() exchange: Exchange,
    @Id('endpointId') endpointId: string,
    @ValidBody(RemoveWebhookBody) body: RemoveWebhookBody,
  ) {
    return this.record(exchange, 'WebhookRemoved', { endpointId, ...fieldsOf(body) });
  }

  private record<Type extends SubscriptionStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldSubscriptionStep<Type>,
  ) {
    return this.commands.run(exchange, (context) => new RecordSubscriptionStepCommand(step, told, context));
  }
}
