import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RevisePlanEventCommand } from '#plan/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { PlanStepAnswer } from './step.answers.js';

@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId/corrections')
export class PlanCorrectionsController {
  constructor(
    private readonly steps: PlanSteps,
    private readonly commands: Commands,
  ) {}

  @Post()
  @CommandRoute({
    summary: 'Puts an event of the plan right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
    answer: PlanStepAnswer,
  })
  async correct(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const context = await this.steps.contextOf(exchange, planId);
    const command = new RevisePlanEventCommand({ ...revisionOf(body), planId }, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }
}
