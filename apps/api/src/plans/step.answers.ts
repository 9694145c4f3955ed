import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandAnswer } from '../commands/command-route.js';

export class PlanStepAnswer extends CommandAnswer {
  @ApiProperty()
  planId!: string;
}
export class PlanEntryAnswer extends PlanStepAnswer {
  @ApiProperty()
  entryId!: string;
}
export class GoalAnswer extends PlanStepAnswer {
  @ApiProperty()
  goalId!: string;
}
export class MilestoneAnswer extends PlanStepAnswer {
  @ApiProperty()
  milestoneId!: string;

  @ApiPropertyOptional({ description: 'Where it was set' })
  goalId?: string;
}
export class MeasureAnswer extends PlanStepAnswer {
  @ApiProperty()
  measureId!: string;
}
export class ClearanceAnswer extends MeasureAnswer {
  @ApiProperty()
  clearanceId!: string;
}
export class ParticipantAnswer extends PlanStepAnswer {
  @ApiProperty()
  participantId!: string;
}
export class SubPlanAnswer extends PlanStepAnswer {
  @ApiProperty()
  subPlanId!: string;
}
export class PlanAccessAnswer extends PlanStepAnswer {
  @ApiProperty()
  accessId!: string;
}
export class PlanReviewAnswer extends PlanStepAnswer {
  @ApiProperty()
  reviewId!: string;
}
