import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { coordinationEvents, proposedUnit } from '#coordination';
import { RecordCoordinationStepCommand, type ToldStep } from '#coordination/application/index';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import type { ApiRequest } from '../auth/authenticate.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { leads } from './concerned.js';
import { ProposalAnswer } from './proposals.controller.js';

const { LeaderConcurred, LeaderObjected } = coordinationEvents.declared;

export class ConcurBody extends bodyOf(LeaderConcurred, {
  leaderId: says('The party who leads the unit; a unit leader answers as themselves, whoever is told'),
  concurredOn: todayUnlessTold,
  comment: plain,
}) {}

export class ObjectBody extends bodyOf(LeaderObjected, {
  leaderId: says('The party who leads the unit; a unit leader answers as themselves, whoever is told'),
  objectedOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}

type Answering = 'LeaderConcurred' | 'LeaderObjected';

/** What the nearest leader answers: typed for the leader, or by the leader, who answers for the own units alone (H2). */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER', 'UNIT_LEADER')
@Controller('v1/subjects/:subjectId')
export class LeaderAnswersController {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  @Post('coordinator-proposals/:proposalId/concurrence')
  @CommandRoute({ summary: 'The nearest leader agrees to a proposal', answer: ProposalAnswer })
  concur(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('proposalId') proposalId: string,
    @ValidBody(ConcurBody) body: ConcurBody,
  ) {
    return this.#answer(exchange, 'LeaderConcurred', { subjectId, proposalId, ...fieldsOf(body) });
  }

  @Post('coordinator-proposals/:proposalId/objection')
  @CommandRoute({ summary: 'The nearest leader objects to a proposal', answer: ProposalAnswer })
  object(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('proposalId') proposalId: string,
    @ValidBody(ObjectBody) body: ObjectBody,
  ) {
    return this.#answer(exchange, 'LeaderObjected', { subjectId, proposalId, ...fieldsOf(body) });
  }

  async #answer<Type extends Answering>(
    exchange: Exchange,
    step: Type,
    said: ToldStep<Type> & { readonly subjectId: string; readonly proposalId: string },
  ) {
    const { request } = exchange;
    const context = await this.commands.contextOf(request);
    const isOwnAnswer = request.role === 'UNIT_LEADER';
    if (isOwnAnswer && !(await this.#leads(request, context, said))) throw notFound();
    const told = isOwnAnswer ? { ...said, leaderId: context.actor.partyId } : said;
    const done = await this.commands.send(new RecordCoordinationStepCommand(step, told, context));
    return this.commands.answer(exchange, done);
  }

  /** Whether the unit that was asked is led by who answers. */
  async #leads(
    request: ApiRequest,
    context: CommandContext,
    { subjectId, proposalId }: { readonly subjectId: string; readonly proposalId: string },
  ): Promise<boolean> {
    const unit = await proposedUnit(this.runner, context.municipality, subjectId, proposalId);
    return unit !== undefined && leads(this.runner, request, context, unit);
  }
}
