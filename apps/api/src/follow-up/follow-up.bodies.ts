import { ApiProperty } from '@nestjs/swagger';
import { followUpEvents } from '#follow-up';
import { CommandAnswer } from '../commands/command-route.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { LocalTime, OptionalField } from '../validation/decorators.js';

const { declared } = followUpEvents;

const called = {
  meetsOn: says('The day of the meeting'),
  place: { isLine: true, says: 'Where' },
  matters: says('What is to be taken up'),
  calledOn: todayUnlessTold,
} as const;

export class CallAroundMeetingBody extends bodyOf(declared.CoordinationMeetingCalled, {
  ...called,
  invitedAs: says('Who takes the person’s fixed place'),
  preparedWithPerson: says('Whether it was prepared with the person'),
}) {
  @OptionalField()
  @LocalTime('When it begins')
  startsAt?: string;
}
export class CallProfessionalsBody extends bodyOf(declared.ProfessionalMeetingCalled, {
  ...called,
  reasonCode: says('Why they meet without the person'),
  reason: plain,
  involvement: says('How the person was involved; there is no such meeting without it'),
  involvedBy: says('The same in words'),
}) {
  @OptionalField()
  @LocalTime('When it begins')
  startsAt?: string;
}
export class InviteToMeetingBody extends bodyOf(declared.CoordinationInvitationSent, {
  partyId: says('Who is called in, a registered party; or the name'),
  name: { isLine: true, says: 'Of whoever is no registered party' },
  side: says('From where'),
  unit: plain,
  matter: says('The matter for which'),
  invitedOn: todayUnlessTold,
}) {}
export class MoveAroundMeetingBody extends bodyOf(declared.CoordinationMeetingMoved, {
  meetsOn: says('The new day'),
  place: { isLine: true, says: 'Where; nowhere told unless said again' },
  movedOn: todayUnlessTold,
  reason: says('Why'),
}) {
  @OptionalField()
  @LocalTime('When it begins; no time unless told again')
  startsAt?: string;
}
export class CancelAroundMeetingBody extends bodyOf(declared.CoordinationMeetingCancelled, {
  cancelledOn: todayUnlessTold,
  reason: says('Why'),
}) {}
export class HoldAroundMeetingBody extends bodyOf(declared.CoordinationMeetingHeld, {
  heldOn: todayUnlessTold,
  participation: says('How the person took part'),
  participationNote: says('How the person’s view came forward, or why nobody was there for the person'),
  coordinatorsPresent: says('Who of those who coordinate was there'),
  present: says('The invitations of those who came'),
}) {}
export class DelegateMinutesBody extends bodyOf(declared.MinuteTakerDelegated, {
  partyId: says('Who writes the minutes'),
  delegatedOn: todayUnlessTold,
}) {}
export class WriteMinutesBody extends bodyOf(declared.CoordinationMinutesWritten, {
  text: says('What the meeting came to'),
  documentId: says('The same as a document that is filed'),
  writtenById: says('Who wrote it; whoever it was delegated to unless told'),
  writtenOn: todayUnlessTold,
}) {}
export class PromiseBody extends bodyOf(declared.PromiseMade, {
  what: says('What is promised'),
  by: says('Whose promise it is'),
  partyId: says('Who promises, a registered party'),
  unit: says('For which unit'),
  dueOn: says('By when'),
  meetingId: says('The meeting in which it was promised'),
  madeOn: todayUnlessTold,
}) {}
export class MovePromiseBody extends bodyOf(declared.PromiseMoved, {
  dueOn: says('The new day'),
  reason: says('Why'),
  movedOn: todayUnlessTold,
}) {}
export class KeepPromiseBody extends bodyOf(declared.PromiseKept, {
  note: plain,
  keptOn: todayUnlessTold,
}) {}
export class EndPromiseBody extends bodyOf(declared.PromiseEnded, {
  end: says('How it ended'),
  reason: says('Why'),
  endedOn: todayUnlessTold,
}) {}
export class NoteContactBody extends bodyOf(declared.ContactNoted, {
  contactOn: todayUnlessTold,
  direction: says('Who turned to whom'),
  side: says('With whom'),
  name: { isLine: true, says: 'The same by name' },
  channel: says('Which way'),
  text: says('What it was about'),
}) {}

const decided = {
  partyId: says('From whom, or for whom; every parent and guardian where nobody is told'),
  sections: says('Which sections of the plan'),
  reason: says('Why'),
  decidedById: says('Who decided it'),
  decidedOn: todayUnlessTold,
} as const;
export class WithholdInsightBody extends bodyOf(declared.InsightWithheld, {
  ...decided,
  ground: says('On which ground: from 12 years on also by the child’s own wish'),
}) {}
export class RequireInsightBody extends bodyOf(declared.InsightRequired, decided) {}
export class EndInsightDecisionBody extends bodyOf(declared.InsightDecisionEnded, {
  reason: says('Why'),
  endedOn: todayUnlessTold,
}) {}

export class ReviewInsightBody extends bodyOf(declared.InsightReviewed, {
  hearing: says('How the person was heard'),
  text: says('What came of it'),
  reviewedOn: todayUnlessTold,
}) {}

export class AroundMeetingAnswer extends CommandAnswer {
  @ApiProperty({ description: 'The registration under which it is kept' })
  subjectId!: string;

  @ApiProperty()
  meetingId!: string;
}
export class InvitationAnswer extends AroundMeetingAnswer {
  @ApiProperty()
  invitationId!: string;
}
export class PromiseAnswer extends CommandAnswer {
  @ApiProperty({ description: 'The registration under which it is kept' })
  subjectId!: string;

  @ApiProperty()
  promiseId!: string;
}
export class InsightAnswer extends CommandAnswer {
  @ApiProperty({ description: 'The registration under which it is kept' })
  subjectId!: string;

  @ApiProperty()
  insightId!: string;
}
export class InsightReviewAnswer extends CommandAnswer {
  @ApiProperty({ description: 'The registration under which it is kept' })
  subjectId!: string;

  @ApiProperty()
  reviewId!: string;
}
export class ContactNoteAnswer extends CommandAnswer {
  @ApiProperty({ description: 'The registration under which it is kept' })
  subjectId!: string;

  @ApiProperty()
  noteId!: string;
}
