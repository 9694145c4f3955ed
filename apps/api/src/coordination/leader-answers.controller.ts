import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { coordinationEvents, proposedUnit } from '#coordination';
import { RecordCoordinationStepCommand, type ToldStep } from '#coordination/application/index';
import { CommandRunner } from '#event-sourcing';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { bodyOf, plain, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { leads } from './concerned.js';
import { ProposalAnswer } from './proposals.controller.js';

const { LeaderConcurred, LeaderObjected } = coordinationEvents.declared;

const whoLeads = usual(
  'Unless told, the unit leader who answers for the own unit, or else whoever leads it by the register of units; who is a unit leader alone answers as themselves, whoever is told',
);

export class ConcurBody extends bodyOf(LeaderConcurred, {
  leaderId: whoLeads,
  concurredOn: todayUnlessTold,
  comment: plain,
}) {}

export class ObjectBody extends bodyOf(LeaderObjected, {
  leaderId: whoLeads,
  objectedOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}

type Answering = 'LeaderConcurred' | 'LeaderObjected';
/** The proposal that is answered. */
interface Asked {
  readonly subjectId: string;
  readonly proposalId: string;
}

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
    said: ToldStep<Type> & Asked & { readonly leaderId?: string | undefined },
  ) {
    const { request } = exchange;
    const context = await this.commands.contextOf(request);
    const unit = await proposedUnit(this.runner, context.municipality, said.subjectId, said.proposalId);
    if (unit === undefined) throw notFound();
    const mayTypeIn = request.roles.some((role) => role !== 'UNIT_LEADER');
    const isOwn = request.roles.includes('UNIT_LEADER') && (await leads(this.runner, request, context, unit));
    if (!mayTypeIn && !isOwn) throw notFound();
    const own = isOwn ? context.actor.partyId : undefined;
    const told = { ...said, leaderId: mayTypeIn ? (said.leaderId ?? own) : own };
    const done = await this.commands.send(new RecordCoordinationStepCommand(step, told, context));
    return this.commands.answer(exchange, done);
  }
}
