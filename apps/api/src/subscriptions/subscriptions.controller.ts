import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock } from '#apps/clock';
import { publicEventTypes } from '#public-events';
import {
  beginnings,
  detailKinds,
  disclosureBases,
  type Subscription,
  subscriptionEvents,
  subscriptionsOf,
  subscriptionStream,
} from '#subscription';
import {
  IssueSecretCommand,
  RecordSubscriptionStepCommand,
  type SubscriptionStepType,
  type ToldSubscriptionStep,
} from '#subscription/application/index';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading, tenantOf } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  answer,
  code,
  codeOf,
  date,
  flag,
  instant,
  integer,
  list,
  object,
  oneOf,
  orNull,
  page,
  personal,
  text,
} from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, oneLine, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { Count, OptionalField } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { Following, type Lag } from './following.js';

const {
  SubscriptionGranted,
  SubscriptionChanged,
  SubscriptionPaused,
  SubscriptionResumed,
  SubscriptionRevoked,
} = subscriptionEvents.declared;

const terms = {
  types: says('Which events, of the list publicEventType'),
  plans: says('Whether the subscriber may know who has a plan'),
  details: says('What the subscriber may fetch behind an event; TEXTS needs plans'),
  purpose: says('What for'),
  legalBasis: says('On what ground'),
  basisNote: says('What the municipality has assessed'),
  validUntil: says('The last day'),
};

export class GrantSubscriptionBody extends bodyOf(SubscriptionGranted, {
  name: oneLine,
  ...terms,
  begins: says('Where what the subscriber sees begins'),
  beginsOn: says('The day, where it begins with one'),
  validFrom: usual('Today unless told'),
  grantedOn: todayUnlessTold,
}) {}
export class ChangeSubscriptionBody extends bodyOf(SubscriptionChanged, {
  ...terms,
  changedOn: todayUnlessTold,
}) {}
export class PauseSubscriptionBody extends bodyOf(SubscriptionPaused, {
  reason: plain,
  pausedOn: todayUnlessTold,
}) {}
export class ResumeSubscriptionBody extends bodyOf(SubscriptionResumed, { resumedOn: todayUnlessTold }) {}
export class RevokeSubscriptionBody extends bodyOf(SubscriptionRevoked, {
  reason: plain,
  revokedOn: todayUnlessTold,
}) {}
export class IssueSecretBody {
  @OptionalField()
  @Count(720, 'For how many hours the secret before holds beside it; 24 unless told')
  overlapHours?: number;
}

export class SubscriptionAnswer extends CommandAnswer {
  @ApiProperty()
  subscriptionId!: string;
}
export class SecretAnswer extends SubscriptionAnswer {
  @ApiProperty()
  clientId!: string;

  @ApiProperty({ description: 'Told here alone' })
  clientSecret!: string;

  @ApiProperty({ format: 'date-time', description: 'Until when the secret before holds' })
  formerUntil!: string;
}

const subscriptionShape = object({
  subscriptionId: text(),
  name: personal(),
  types: list(code(publicEventTypes)),
  plans: flag(),
  details: list(codeOf(detailKinds, 'What it may fetch behind an event')),
  purpose: personal(),
  legalBasis: codeOf(disclosureBases),
  basisNote: orNull(personal()),
  begins: codeOf(beginnings),
  beginsOn: orNull(date()),
  grantedOn: date(),
  validFrom: date(),
  validUntil: orNull(date('The last day')),
  version: integer(),
  isPaused: flag(),
  revokedOn: orNull(date()),
  secretIssuedOn: orNull(date('When it last got a secret to log in with')),
  deliveredAt: orNull(instant()),
  lagEvents: orNull(integer()),
  lagSeconds: orNull(integer()),
});

const shownSubscription = (one: Subscription, lag: Lag) => {
  const { grantedAt: _, beginsOn = null, revokedOn = null, secretIssuedOn = null, ...shown } = one;
  const { basisNote = null, validUntil = null, details = [] } = one;
  return { ...shown, details, basisNote, beginsOn, validUntil, revokedOn, secretIssuedOn, ...lag };
};

/** Which other services follow cases, what of them and why; and how they are getting on. */
@ApiTags('subscriptions')
@Roles('ADMIN')
@Controller('v1/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly commands: Commands,
    private readonly reading: OrganisationReading,
    private readonly trails: RecordTrails,
    private readonly following: Following,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ReadsHere('subscriptions')
  @ReadRoute(
    'Every subscription, those that have ended too',
    answer({ subscriptions: list(subscriptionShape) }),
  )
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found: subscriptions, currentTo } = await this.reading.answer(
      request,
      query,
      async (log, tenant) => {
        const lagOf = await this.following.of(tenant, Date.parse(this.clock.now()));
        const known = await subscriptionsOf(log, tenant);
        return known.map((one) => shownSubscription(one, lagOf(one.subscriptionId)));
      },
    );
    return { subscriptions, currentTo };
  }

  @Post()
  @CommandRoute({ summary: 'Another service may follow cases', answer: SubscriptionAnswer })
  grant(
    @InExchange() exchange: Exchange,
    @ValidBody(GrantSubscriptionBody) { validFrom, ...body }: GrantSubscriptionBody,
  ) {
    return this.commands.begin(exchange, (context) => {
      const told = { ...fieldsOf(body), validFrom: validFrom ?? context.today };
      return new RecordSubscriptionStepCommand('SubscriptionGranted', told, context);
    });
  }

  @Post(':subscriptionId/changes')
  @CommandRoute({
    summary: 'The terms of a subscription are others from now on',
    description:
      'All of them are said again. Its subscriber is told the next version of the grant with each event.',
    answer: SubscriptionAnswer,
  })
  change(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(ChangeSubscriptionBody) body: ChangeSubscriptionBody,
  ) {
    return this.record(exchange, 'SubscriptionChanged', { subscriptionId, ...fieldsOf(body) });
  }

  @Post(':subscriptionId/pause')
  @CommandRoute({ summary: 'Nothing is sent until it is resumed', answer: SubscriptionAnswer })
  pause(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(PauseSubscriptionBody) body: PauseSubscriptionBody,
  ) {
    return this.record(exchange, 'SubscriptionPaused', { subscriptionId, ...fieldsOf(body) });
  }

  @Post(':subscriptionId/resumption')
  @CommandRoute({ summary: 'A paused subscription goes on where it stood', answer: SubscriptionAnswer })
  resume(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(ResumeSubscriptionBody) body: ResumeSubscriptionBody,
  ) {
    return this.record(exchange, 'SubscriptionResumed', { subscriptionId, ...fieldsOf(body) });
  }

  @Post(':subscriptionId/revocation')
  @CommandRoute({ summary: 'The subscription ends, and what runs ends with it', answer: SubscriptionAnswer })
  revoke(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(RevokeSubscriptionBody) body: RevokeSubscriptionBody,
  ) {
    return this.record(exchange, 'SubscriptionRevoked', { subscriptionId, ...fieldsOf(body) });
  }

  @Post(':subscriptionId/secrets')
  @CommandRoute({
    summary: 'A new secret for the subscriber to log in with',
    description: 'What it had before holds beside it for a while, so that nobody is locked out.',
    answer: SecretAnswer,
  })
  issue(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(IssueSecretBody) { overlapHours = 24 }: IssueSecretBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new IssueSecretCommand({ subscriptionId, overlapHours }, context),
    );
  }

  @Get('audit-trail')
  @ReadsHere('subscriptions')
  @ReadRoute(
    'The history of the subscriptions',
    page({ language: oneOf(['nb', 'nn']), entries: entriesShape }),
    404,
  )
  trail(@InExchange() exchange: Exchange, @ValidQuery(PlainTrailQuery) query: PlainTrailQuery) {
    const tenant = tenantOf(exchange.request);
    return this.trails.page(exchange, tenant, query, {
      models: [],
      streamFor: () => subscriptionStream(tenant),
    });
  }

  private record<Type extends SubscriptionStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldSubscriptionStep<Type>,
  ) {
    return this.commands.run(exchange, (context) => new RecordSubscriptionStepCommand(step, told, context));
  }
}
