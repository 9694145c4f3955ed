import { ApiProperty } from '@nestjs/swagger';
import { crisisPlanEvents } from '#crisis-plan';
import { CommandAnswer } from '../commands/command-route.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';

const events = crisisPlanEvents.declared;

const written = {
  warningSigns: says('How others see that it is becoming a crisis'),
  whatHelps: says('What helps the person'),
  whatToDo: says('What others do'),
  whomToCall: says('Whom to call, and how'),
  withSubject: says('Whether the person took part'),
  nextReviewOn: says('When it is looked at next'),
};
export class DrawUpCrisisPlanBody extends bodyOf(events.CrisisPlanDrawnUp, {
  ...written,
  drawnUpOn: todayUnlessTold,
}) {}
export class ReviseCrisisPlanBody extends bodyOf(events.CrisisPlanRevised, {
  ...written,
  revisedOn: todayUnlessTold,
}) {}
export class ReviewCrisisPlanBody extends bodyOf(events.CrisisPlanReviewed, {
  withSubject: says('Whether the person took part'),
  remark: plain,
  nextReviewOn: says('When it is looked at next'),
  reviewedOn: todayUnlessTold,
}) {}
export class WithdrawCrisisPlanBody extends bodyOf(events.CrisisPlanWithdrawn, {
  reason: plain,
  withdrawnOn: todayUnlessTold,
}) {}
export class GiveCrisisPlanBody extends bodyOf(events.CrisisPlanGiven, {
  partyId: says('To whom, a registered party'),
  consentId: says('The consent to share that names the crisis plan, this recipient and this period'),
  until: says('The last day'),
  givenOn: todayUnlessTold,
}) {}
export class TakeBackCrisisPlanBody extends bodyOf(events.CrisisPlanTakenBack, {
  reason: plain,
  takenBackOn: todayUnlessTold,
}) {}
export class HandOutCopyBody extends bodyOf(events.CrisisPlanCopyHandedOut, {
  form: says('How it is printed'),
  holder: says('Who has it, or where it lies'),
  handedOutOn: todayUnlessTold,
}) {}
export class CallInCopyBody extends bodyOf(events.CrisisPlanCopyCalledIn, {
  end: says('What became of it'),
  calledInOn: todayUnlessTold,
}) {}
/** The day is today: what is read is shown now. */
export class ReadInEmergencyBody extends bodyOf(events.CrisisPlanReadInEmergency, {
  reason: says('Why it has to be read now; told to the person, and to a leader'),
}) {}
export class TellOfReadingBody extends bodyOf(events.CrisisPlanReadingTold, { toldOn: todayUnlessTold }) {}
export class ReviewReadingBody extends bodyOf(events.CrisisPlanReadingReviewed, {
  judgement: says('What the leader makes of it'),
  remark: plain,
  reviewedOn: todayUnlessTold,
}) {}

export class CrisisPlanStepAnswer extends CommandAnswer {
  @ApiProperty()
  subjectId!: string;
}
export class CrisisPlanRecipientAnswer extends CrisisPlanStepAnswer {
  @ApiProperty()
  recipientId!: string;
}
export class CrisisPlanCopyAnswer extends CrisisPlanStepAnswer {
  @ApiProperty()
  copyId!: string;
}
export class EmergencyReadingAnswer extends CrisisPlanStepAnswer {
  @ApiProperty()
  readingId!: string;
}
