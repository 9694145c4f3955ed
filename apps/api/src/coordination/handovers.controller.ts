import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents, coordinatorsMeant } from '#coordination';
import { RecordCoordinationStepCommand } from '#coordination/application/index';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { isConcerned } from './concerned.js';

const { HandoverWritten, HandoverAcknowledged } = coordinationEvents.declared;

export class WriteHandoverBody extends bodyOf(HandoverWritten, {
  openMatters: says('What is open, and who waits for what'),
  nextMeetings: plain,
  wishes: says('What matters to the person in how they are met'),
  writtenById: says(
    'Who wrote it in the coordinator’s place; a unit leader writes as themselves, whoever is told',
  ),
  writtenOn: todayUnlessTold,
}) {}

export class AcknowledgeHandoverBody extends bodyOf(HandoverAcknowledged, {
  appointmentId: usual('Of whoever took over last, unless told'),
  comment: plain,
  acknowledgedOn: todayUnlessTold,
}) {}

export class HandoverAnswer extends CommandAnswer {
  @ApiProperty()
  handoverId!: string;

  @ApiProperty({ description: 'Of whoever hands over; where it is acknowledged, of whoever took over' })
  appointmentId!: string;
}

type Of = Parameters<typeof coordinatorsMeant>[3];

/** What a coordinator leaves to whoever takes over or stands in (U7): typed for them, or by themselves, or by the leader of one who is gone. */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER')
@Controller('v1/subjects/:subjectId')
export class HandoversController {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  @Post('coordinators/:appointmentId/handovers')
  @CommandRoute({ summary: 'A coordinator’s handover is written', answer: HandoverAnswer })
  async write(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('appointmentId') appointmentId: string,
    @ValidBody(WriteHandoverBody) body: WriteHandoverBody,
  ) {
    const context = await this.#allowed(exchange, subjectId, { appointmentId });
    const said = { subjectId, appointmentId, ...fieldsOf(body) };
    const byLeader = exchange.request.role === 'UNIT_LEADER' && { writtenById: context.actor.partyId };
    const command = new RecordCoordinationStepCommand('HandoverWritten', { ...said, ...byLeader }, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  @Post('handovers/:handoverId/acknowledgement')
  @CommandRoute({ summary: 'Whoever took over has read the handover', answer: HandoverAnswer })
  async acknowledge(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('handoverId') handoverId: string,
    @ValidBody(AcknowledgeHandoverBody) body: AcknowledgeHandoverBody,
  ) {
    const context = await this.#allowed(exchange, subjectId, { handoverId });
    const said = { subjectId, handoverId, ...fieldsOf(body) };
    const command = new RecordCoordinationStepCommand('HandoverAcknowledged', said, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  /** Not found where it is neither the coordinating unit's, nor the own appointment's, nor the own unit's. */
  async #allowed({ request }: Exchange, subjectId: string, of: Of): Promise<CommandContext> {
    const context = await this.commands.contextOf(request);
    const those = await coordinatorsMeant(this.runner, context.municipality, subjectId, of);
    if (!(await isConcerned(this.runner, request, context, those))) throw notFound();
    return context;
  }
}
