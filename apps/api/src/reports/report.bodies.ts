import { ApiProperty } from '@nestjs/swagger';
import { reportEvents } from '#reporting';
import { CommandAnswer } from '../commands/command-route.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { Count, OptionalField } from '../validation/decorators.js';

const {
  ReportPeriodClosed,
  ReportFiguresFrozen,
  ReportSectionWritten,
  ReportApproved,
  ReportSubmitted,
  ReportActionAgreed,
  ReportActionDone,
} = reportEvents.declared;

const asBefore = 'as in the report before, unless told';
export class CloseReportPeriodBody extends bodyOf(ReportPeriodClosed, {
  from: says('The first day of the period'),
  to: says('The day after its last'),
  unitOrder: usual(`The municipality’s units in the order in which small ones are merged; ${asBefore}`),
  threeYearTables: usual(`What is published for three years at a time; ${asBefore}`),
  replaces: says('A report whose figures were wrong'),
  closedOn: todayUnlessTold,
}) {
  @OptionalField()
  @Count(2199, `The first year of the three; ${asBefore}`)
  blockFrom?: number;
}
export class FreezeFiguresBody extends bodyOf(ReportFiguresFrozen, { frozenOn: todayUnlessTold }) {}
export class WriteSectionBody extends bodyOf(ReportSectionWritten, {
  section: says('Which of the four'),
  text: plain,
  writtenOn: todayUnlessTold,
}) {}
export class ApproveReportBody extends bodyOf(ReportApproved, { approvedOn: todayUnlessTold }) {}
export class SubmitReportBody extends bodyOf(ReportSubmitted, { submittedOn: todayUnlessTold }) {}
export class AgreeActionBody extends bodyOf(ReportActionAgreed, {
  action: says('What the forum asked for'),
  ownerId: says('Who sees to it, a registered party'),
  dueOn: plain,
  agreedOn: todayUnlessTold,
}) {}
export class CompleteActionBody extends bodyOf(ReportActionDone, {
  outcome: plain,
  doneOn: todayUnlessTold,
}) {}

export class ReportAnswer extends CommandAnswer {
  @ApiProperty()
  reportId!: string;
}
export class ActionAnswer extends CommandAnswer {
  @ApiProperty()
  actionId!: string;
}
