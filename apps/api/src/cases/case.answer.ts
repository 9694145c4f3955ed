import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type DecisionWarning, decisionWarnings } from '#casework';
import type { CodeIn } from '#event-sourcing';
import { statuses } from '#projections/case-overview/labels';
import { type ItemCode, items } from '#vocabulary';
import { CommandAnswer } from '../commands/command-route.js';
import { ofList } from '../validation/codes.js';

/** What every step of a case answers with. */
export class CaseAnswer extends CommandAnswer {
  @ApiProperty()
  caseId!: string;
}

/** What a decision answers with. */
export class DecisionAnswer extends CaseAnswer {
  @ApiProperty({ description: 'Say it as `amends` where this decision is amended' })
  decisionId!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...decisionWarnings.codes], ...ofList(decisionWarnings) },
    description: 'What it stands in spite of',
  })
  warnings!: DecisionWarning[];
}

/** What a written answer that went out answers with. */
export class DispatchAnswer extends CaseAnswer {
  @ApiProperty({ description: 'Of this one answer: to tell when it arrived, or that it came back' })
  dispatchId!: string;
}

/** What a step answers that gives the case its number. */
export class NumberedCaseAnswer extends CaseAnswer {
  @ApiPropertyOptional({ description: 'What people know the case by, such as 2026/14' })
  caseNumber?: string;
}

export class OpenCase {
  @ApiProperty()
  caseId!: string;

  @ApiProperty({ enum: [...statuses.codes], ...ofList(statuses) })
  status!: CodeIn<typeof statuses>;

  @ApiPropertyOptional()
  caseNumber?: string;

  @ApiProperty({ type: 'string', format: 'date' })
  openedOn!: string;

  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...items.codes], ...ofList(items) } })
  items!: ItemCode[];
}

export class OpenedCaseAnswer extends NumberedCaseAnswer {
  @ApiPropertyOptional({
    type: [OpenCase],
    description:
      'Open cases of the same person that may be the same matter; absent where they could not be looked for',
  })
  openCases?: OpenCase[];
}
