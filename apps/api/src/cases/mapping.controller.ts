import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { MappingAssigned, MappingCompleted } = caseEvents.declared;

export class AssignMappingBody extends bodyOf(MappingAssigned, {
  assigneeId: says('The party who is to map the need'),
  unit: plain,
  assignedOn: todayUnlessTold,
  dueOn: plain,
}) {}

export class CompleteMappingBody extends bodyOf(MappingCompleted, {
  assignmentId: says('Left out when competent staff mapped the need as it arrived'),
  performerId: usual('Who mapped it; you unless told'),
  competenceBasis: plain,
  completedOn: todayUnlessTold,
  summary: plain,
  documentDigest: plain,
}) {}

export class MappingAnswer extends CaseAnswer {
  @ApiProperty({ description: 'What the completion names' })
  assignmentId!: string;
}

/** Mapping the need of a case. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId')
export class MappingController {
  constructor(private readonly steps: CaseSteps) {}

  @Post('mapping-assignments')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({ summary: 'Gives somebody the task of mapping the need', answer: MappingAnswer })
  assignMapping(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AssignMappingBody) body: AssignMappingBody,
  ) {
    return this.steps.record(exchange, 'MappingAssigned', { caseId, ...fieldsOf(body) });
  }

  @Post('mapping-completion')
  @CommandRoute({ summary: 'The need is mapped', answer: CaseAnswer })
  completeMapping(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CompleteMappingBody) body: CompleteMappingBody,
  ) {
    return this.steps.record(exchange, 'MappingCompleted', ({ actor }) => ({
      caseId,
      performerId: actor.partyId,
      ...fieldsOf(body),
    }));
  }
}
