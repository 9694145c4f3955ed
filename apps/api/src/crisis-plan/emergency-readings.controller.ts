import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import {
  EmergencyReadingAnswer,
  ReadInEmergencyBody,
  ReviewReadingBody,
  TellOfReadingBody,
} from './crisis-plan.bodies.js';
import { CrisisPlanSteps } from './crisis-plan-steps.js';

/** A crisis plan that is read by whoever else may not (F20): told to the person, reviewed by a leader. */
@ApiTags('crisis plans')
@Roles('CASEWORKER', 'LEADER', 'SERVICE_OFFICE', 'UNIT_LEADER')
@Controller('v1/subjects/:subjectId/crisis-plan/emergency-readings')
export class EmergencyReadingsController {
  constructor(private readonly steps: CrisisPlanSteps) {}

  @Post()
  @CommandRoute({
    summary: 'Opens the crisis plan in an emergency, for the rest of the day',
    description:
      'Whoever reads it says why. The person is told by the next working day, and a leader looks at it afterwards.',
    answer: EmergencyReadingAnswer,
  })
  read(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReadInEmergencyBody) body: ReadInEmergencyBody,
  ) {
    return this.steps.recordAnyhow(exchange, 'CrisisPlanReadInEmergency', ({ actor }) => ({
      subjectId,
      ...fieldsOf(body),
      readerId: actor.partyId,
    }));
  }

  @Post(':readingId/telling')
  @RolesHere('COORDINATOR', 'CASEWORKER', 'LEADER')
  @CommandRoute({
    summary: 'The person was told that it was read, by whom and why',
    description: 'By whoever coordinates; by the unit, where nobody does.',
    answer: EmergencyReadingAnswer,
  })
  tell(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('readingId') readingId: string,
    @ValidBody(TellOfReadingBody) body: TellOfReadingBody,
  ) {
    return this.steps.tell(exchange, { subjectId, readingId, ...fieldsOf(body) });
  }

  @Post(':readingId/review')
  @RolesHere('LEADER')
  @CommandRoute({
    summary: 'A leader looks at the reading, and says whether there was reason for it',
    answer: EmergencyReadingAnswer,
  })
  review(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('readingId') readingId: string,
    @ValidBody(ReviewReadingBody) body: ReviewReadingBody,
  ) {
    return this.steps.recordAnyhow(exchange, 'CrisisPlanReadingReviewed', ({ actor }) => ({
      subjectId,
      readingId,
      ...fieldsOf(body),
      leaderId: actor.partyId,
    }));
  }
}
