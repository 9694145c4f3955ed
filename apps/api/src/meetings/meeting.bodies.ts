import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { meetingEvents, type Treatment, treatments } from '#meeting';
import { units } from '#vocabulary';
import { CommandAnswer } from '../commands/command-route.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import {
  Code,
  CodeOf,
  ListOfIds,
  LocalDate,
  LocalTime,
  OpaqueId,
  OptionalField,
  PersonalText,
  Uuid,
} from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';

const { declared } = meetingEvents;

export class PlanMeetingBody extends bodyOf(declared.MeetingPlanned, {
  kind: plain,
  meetsOn: says('The day of the meeting'),
  invitedUnits: usual('Units that are called in'),
  invitedParties: says('Others who are called in'),
  standingItems: says('What is taken up beside the cases; as the profile has it unless told'),
  plannedOn: todayUnlessTold,
  place: { isLine: true, says: 'Where' },
}) {
  @OptionalField()
  @Uuid('Made unless told')
  meetingId?: string;

  @OptionalField()
  @LocalTime('When it begins')
  startsAt?: string;
}

export class MoveMeetingBody extends bodyOf(declared.MeetingMoved, {
  meetsOn: says('The new day, for every case on the agenda'),
  place: { isLine: true, says: 'Where, if it is another place' },
  movedOn: todayUnlessTold,
  reason: says('Why'),
}) {
  @OptionalField()
  @LocalTime('When it begins, if it is another time')
  startsAt?: string;
}

export class CancelMeetingBody extends bodyOf(declared.MeetingCancelled, {
  cancelledOn: todayUnlessTold,
  reason: says('Why'),
}) {}

export class PutOnAgendaBody extends bodyOf(declared.CasePutOnAgenda, { putOn: todayUnlessTold }) {
  @ListOfIds({ min: 1, max: 50, description: 'The cases' })
  caseIds!: string[];
}

export class TakeOffAgendaBody extends bodyOf(declared.CaseTakenOffAgenda, {
  takenOffOn: todayUnlessTold,
  reason: says('Why; sealed under the person’s key'),
}) {}

export class OrderAgendaBody extends bodyOf(declared.AgendaOrdered, { orderedOn: todayUnlessTold }) {
  @ListOfIds({
    min: 1,
    max: 500,
    description: 'The cases in their order; what is not named comes after them',
  })
  caseIds!: string[];
}

export class FixAgendaBody extends bodyOf(declared.AgendaFixed, { fixedOn: todayUnlessTold }) {}

export class AttendantBody {
  @OpaqueId('Who was there')
  partyId!: string;

  @OptionalField()
  @Code(units, 'From which unit')
  unit?: string;

  @OptionalField()
  @OpaqueId('In whose place')
  substituteFor?: string;
}

export class HoldMeetingBody {
  @LocalDate('The day on which it was held: the day for which it is planned')
  heldOn!: string;

  @ListOf(() => AttendantBody, { min: 1, max: 200, description: 'Who was there' })
  attendance!: AttendantBody[];

  @OptionalField()
  @OpaqueId('Who led it; needed where a role leads the meetings, and whoever holds it was not there')
  ledBy?: string;
}

export class TreatCaseBody {
  @CodeOf(treatments, 'What became of the case at the meeting')
  treatment!: Treatment;

  @OptionalField()
  @ListOfIds({ max: 50, description: 'Those present who took no part in it, being disqualified' })
  disqualified?: string[];

  @OptionalField()
  @PersonalText(4000, { lines: true, description: 'Why; sealed under the person’s key' })
  reason?: string;
}

export class MinutesBody extends bodyOf(declared.MinutesRecorded, {
  minutesOn: todayUnlessTold,
  text: says('What concerns nobody in the register; what concerns one person stands with that case'),
  documentDigest: says('SHA-256 of the document, lower-case hex'),
}) {}

export class ApproveProtocolBody extends bodyOf(declared.ProtocolApproved, {
  approvedOn: todayUnlessTold,
  approvedBy: says('Who approved it; whoever led the meeting among them, where that is recorded'),
  insteadOfLeader: says('Why another does than whoever led the meeting, who has left'),
}) {}

export class PlannedMeetingAnswer extends CommandAnswer {
  @ApiProperty()
  meetingId!: string;
}

class CaseOnAgenda {
  @ApiProperty()
  caseId!: string;

  @ApiPropertyOptional({ description: 'Why this case was not put on the agenda: a problem type' })
  refused?: string;
}

export class AgendaAnswer extends PlannedMeetingAnswer {
  @ApiProperty({
    type: [CaseOnAgenda],
    description: 'Every case that was named, each by a command of its own',
  })
  cases!: CaseOnAgenda[];
}
