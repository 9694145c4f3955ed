import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { coordinationEvents, proposedUnit } from '#coordination';
import { RecordCoordinationStepCommand, type ToldStep } from '#coordination/application/index';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { leaderOf } from '#municipality';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { sayFault } from '../problems/fault-sentences.js';
import { notFound, Problem } from '../problems/problem.js';
import { bodyOf, plain, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { leads } from './concerned.js';
import { ProposalAnswer } from './proposals.controller.js';

const { LeaderConcurred, LeaderObjected } = coordinationEvents.declared;

const whoLeads = usual(
  'Whoever leads the unit by the register of units, unless told; a unit leader answers as themselves, whoever is told',
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
    said: Omit<ToldStep<Type>, 'leaderId'> & Asked & { readonly leaderId?: string },
  ) {
    const { request } = exchange;
    const context = await this.commands.contextOf(request);
    const unit = await proposedUnit(this.runner, context.municipality, said.subjectId, said.proposalId);
    const isOwnAnswer = request.role === 'UNIT_LEADER';
    const mayAnswer =
      unit !== undefined && (!isOwnAnswer || (await leads(this.runner, request, context, unit)));
    if (!mayAnswer) throw notFound();
    const leaderId = isOwnAnswer
      ? context.actor.partyId
      : (said.leaderId ?? (await this.#leaderOf(unit, context)));
    const told = { ...said, leaderId } as ToldStep<Type> & Asked;
    const done = await this.commands.send(new RecordCoordinationStepCommand(step, told, context));
    return this.commands.answer(exchange, done);
  }

  async #leaderOf(unit: string, { municipality, today }: CommandContext): Promise<string> {
    const { answer } = await leaderOf(this.runner, municipality, unit, today);
    if (answer !== undefined) return answer;
    throw new Problem('invalid-body', { errors: [{ path: 'leaderId', message: sayFault('no-leader') }] });
  }
}
