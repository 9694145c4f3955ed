import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, needed, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { OpaqueId, OptionalField } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { AllocationNotified, CoordinatorAppointed, CoordinatorReleased } = coordinationEvents.declared;

export class AppointCoordinatorBody extends bodyOf(CoordinatorAppointed, {
  coordinatorId: says('The party who is to coordinate'),
  caseId: needed('The case whose decision it rests on'),
  proposalId: says(
    'The proposal that was agreed to; needed where the municipality’s profile asks for answers',
  ),
  unit: says('As proposed unless told'),
  kind: usual('As proposed, else ORDINARY unless told'),
  temporary: usual('A stand-in; false unless told'),
  validFrom: todayUnlessTold,
  wishFollowed: says('Whether the person’s wish was followed'),
  reason: says('Why, where the wish was not followed'),
}) {
  @OptionalField()
  @OpaqueId('The appointment that this one takes over from: it ends on the same day, as a handover')
  succeeds?: string;
}

export class ReleaseCoordinatorBody extends bodyOf(CoordinatorReleased, {
  releasedOn: usual('Today unless told; who is not to begin is released on the first day'),
  reasonCode: plain,
  reason: plain,
  personAgrees: says(
    'Where the need has ceased, or for another reason: whether the person agrees. If not, the decision is amended and the answer sent first',
  ),
}) {}

export class TellAllocationBody extends bodyOf(AllocationNotified, {
  recipients: says('Who was told'),
  leftOut: says('Who of those whom the profile names is not told'),
  reason: says('Why somebody is left out'),
  channel: says('Needed where anybody was told'),
  notifiedOn: todayUnlessTold,
}) {}

export class AppointmentAnswer extends CommandAnswer {
  @ApiProperty()
  appointmentId!: string;
}
export class NewAppointmentAnswer extends AppointmentAnswer {
  @ApiProperty({ required: false, description: 'The appointment that this one takes over from' })
  takesOverFrom?: string;
}

/** Who coordinates for a person. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId/coordinators')
export class CoordinatorsController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post()
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({ summary: 'A coordinator is appointed', answer: NewAppointmentAnswer })
  appoint(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(AppointCoordinatorBody) body: AppointCoordinatorBody,
  ) {
    return this.steps.record(exchange, 'CoordinatorAppointed', { subjectId, ...fieldsOf(body) });
  }

  @Post(':appointmentId/end')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({ summary: 'A coordinator is released', answer: AppointmentAnswer })
  release(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('appointmentId') appointmentId: string,
    @ValidBody(ReleaseCoordinatorBody) body: ReleaseCoordinatorBody,
  ) {
    return this.steps.record(exchange, 'CoordinatorReleased', {
      subjectId,
      appointmentId,
      ...fieldsOf(body),
    });
  }

  @Post(':appointmentId/notifications')
  @CommandRoute({
    summary: 'Those who are to hear of it were told that this one coordinates',
    description:
      'Who that is says the municipality’s profile; the task of telling is empty when each was told or left out.',
    answer: AppointmentAnswer,
  })
  tell(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('appointmentId') appointmentId: string,
    @ValidBody(TellAllocationBody) body: TellAllocationBody,
  ) {
    return this.steps.record(exchange, 'AllocationNotified', {
      subjectId,
      appointmentId,
      ...fieldsOf(body),
    });
  }
}
