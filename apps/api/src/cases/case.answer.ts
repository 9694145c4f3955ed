import { ApiProperty } from '@nestjs/swagger';
import { CommandAnswer } from '../commands/command-route.js';

/** What every step of a case answers with. */
export class CaseAnswer extends CommandAnswer {
  @ApiProperty()
  caseId!: string;
}
