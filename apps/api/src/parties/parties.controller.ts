import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { CommandRunner, type Receipt } from '#event-sourcing';
import { partyOf, partyStream } from '#municipality';
import {
  MergePartyCommand,
  RecordPartyStepCommand,
  RegisterPartyCommand,
  RevisePartyEventCommand,
} from '#municipality/application/index';
import { LoginBound, Parties } from '#personal-data';
import { KnownMergers } from '../auth/known-mergers.js';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { BindLoginBody, MergePartyBody, RegisterPartyBody, RenamePartyBody } from './party.bodies.js';
import { PartySteps } from './party-steps.js';

export class PartyAnswer extends CommandAnswer {
  @ApiProperty()
  partyId!: string;
}

const trailAnswer = page({ language: oneOf(['nb', 'nn']), entries: entriesShape });

/** Staff, members of groups and other parties: everywhere else they are an opaque id. */
@ApiTags('parties')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly commands: Commands,
    private readonly steps: PartySteps,
    private readonly parties: Parties,
    private readonly trails: RecordTrails,
    private readonly mergers: KnownMergers,
    private readonly runner: CommandRunner,
  ) {}

  @Post()
  @Roles('CASEWORKER', 'LEADER', 'ADMIN')
  @CommandRoute({
    summary: 'Registers a party',
    description:
      'Whose first command comes becomes a party without this, by the name that the token tells. Equal ones at the same time are one.',
    answer: PartyAnswer,
  })
  register(@InExchange() exchange: Exchange, @ValidBody(RegisterPartyBody) body: RegisterPartyBody) {
    return this.commands.begin(exchange, (context) => new RegisterPartyCommand(fieldsOf(body), context));
  }

  @Post(':partyId/logins')
  @Roles('ADMIN')
  @CommandRoute({
    summary: 'Lets a login act as this party',
    description:
      'For somebody who was registered before the first login, or who has another login than before. The name then comes from the token. ' +
      'A login that acts as another party by now is moved where `moves` says so, and sees what this party sees from then on.',
    answer: PartyAnswer,
  })
  async bind(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(BindLoginBody) body: BindLoginBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const { moves = false, ...login } = fieldsOf(body);
    const binding = { tenant: context.municipality, ...login };
    const bound = await this.parties.known(binding);
    const isElsewhere = bound !== undefined && bound !== partyId;
    if (isElsewhere && !moves) throw new LoginBound();
    const data = { partyId, ...login, ...(isElsewhere && { movedFromId: bound }) };
    const asked = { isBound: bound === partyId };
    const done = await this.commands.send(
      new RecordPartyStepCommand('PartyLoginBound', data, context, asked),
    );
    // Last: what was not recorded binds nothing, and a repeat binds what was.
    await (isElsewhere
      ? this.parties.move({ ...binding, fromId: bound, toId: partyId })
      : this.parties.bind({ ...binding, partyId }));
    return this.commands.answer(exchange, done);
  }

  @Post(':partyId/names')
  @Roles('LEADER', 'ADMIN')
  @CommandRoute({
    summary: 'Gives a party another name',
    description: 'Whatever names the party shows this name from then on, also in trails of before.',
    answer: PartyAnswer,
  })
  rename(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(RenamePartyBody) body: RenamePartyBody,
  ) {
    return this.steps.record(exchange, 'PartyRenamed', { partyId, ...fieldsOf(body) });
  }

  @Post(':partyId/merger')
  @Roles('ADMIN')
  @CommandRoute({
    summary: 'Two registrations were of one party: this one goes on as the other',
    description:
      'Logins of this one act as the other from then on, and see what either sees. Lists and trails show one party.',
    answer: PartyAnswer,
  })
  async merge(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(MergePartyBody) body: MergePartyBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const data = { partyId, ...fieldsOf(body) };
    const done = await this.commands.send(new MergePartyCommand(data, context));
    await this.#tellMerger(context.municipality, partyId, done.receipt);
    return this.commands.answer(exchange, done);
  }

  @Post(':partyId/corrections')
  @Roles('LEADER', 'ADMIN')
  @CommandRoute({
    summary: 'Puts an event of a party right',
    description:
      'As POST /v1/cases/{caseId}/corrections does with an event of a case. With a merger that is taken back, the logins that it moved go back too.',
    answer: PartyAnswer,
  })
  async correct(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const done = await this.commands.send(new RevisePartyEventCommand(partyId, revisionOf(body), context));
    await this.#tellMerger(context.municipality, partyId, done.receipt);
    return this.commands.answer(exchange, done);
  }

  @Get(':partyId/audit-trail')
  @Roles('LEADER', 'ADMIN', 'AUDITOR')
  @Opens('partySearch')
  @ReadRoute('The history of a party: names, units, ends', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidQuery(PlainTrailQuery) asked: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const streamFor = () => partyStream(tenant, partyId);
    return this.trails.page(exchange, tenant, asked, { models: [], streamFor });
  }

  /** Who sees what both registrations saw, or does not any more, is known here before the read models tell. */
  async #tellMerger(tenant: string, partyId: string, { position }: Receipt): Promise<void> {
    const { party } = await partyOf(this.runner, tenant, partyId);
    const into = party.status === 'registered' ? (party.mergedInto ?? null) : null;
    this.mergers.tell(tenant, { partyId, into, position });
  }
}
