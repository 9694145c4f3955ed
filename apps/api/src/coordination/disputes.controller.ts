import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { PlacementDisputeRaised, PlacementDisputeSettled } = coordinationEvents.declared;

export class RaisePlacementDisputeBody extends bodyOf(PlacementDisputeRaised, {
  proposalId: says('The proposal that is disputed, such as one to which the nearest leader objected'),
  kind: usual('As proposed, else ORDINARY unless told'),
  raisedById: says('The party who brings it up'),
  view: says('What the one side says'),
  otherView: says('What the other side says'),
  raisedOn: todayUnlessTold,
}) {}

export class SettlePlacementDisputeBody extends bodyOf(PlacementDisputeSettled, {
  outcome: says('DECIDED with `unit` and `settledById`, or AGREED'),
  unit: says('The unit that is to coordinate'),
  settledById: says('The party who decided'),
  reason: plain,
  settledOn: todayUnlessTold,
}) {}

export class DisputeAnswer extends CommandAnswer {
  @ApiProperty()
  disputeId!: string;
}

/** Disagreement on which unit is to coordinate for a person (U20, H2). */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/subjects/:subjectId/coordinator-disputes')
export class PlacementDisputesController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post()
  @CommandRoute({
    summary: 'A disagreement on the coordinator’s unit is brought before whoever settles it',
    answer: DisputeAnswer,
  })
  raise(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(RaisePlacementDisputeBody) body: RaisePlacementDisputeBody,
  ) {
    return this.steps.record(exchange, 'PlacementDisputeRaised', { subjectId, ...fieldsOf(body) });
  }

  @Post(':disputeId/settlement')
  @CommandRoute({ summary: 'The disagreement is settled, and that is binding', answer: DisputeAnswer })
  settle(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('disputeId') disputeId: string,
    @ValidBody(SettlePlacementDisputeBody) body: SettlePlacementDisputeBody,
  ) {
    return this.steps.record(exchange, 'PlacementDisputeSettled', {
      subjectId,
      disputeId,
      ...fieldsOf(body),
    });
  }
}
