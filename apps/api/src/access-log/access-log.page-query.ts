import { PickType } from '@nestjs/swagger';
import { type AccessOutcome, accessOutcomes } from '#personal-data';
import { PageQuery } from '../reading/page.query.js';
import { CodeOf, LocalDate, OpaqueId, OptionalField } from '../validation/decorators.js';

/** Which readings: all that is told holds. */
export class AccessLogPageQuery extends PageQuery {
  @OptionalField()
  @OpaqueId('Whose data')
  subjectId?: string;

  @OptionalField()
  @OpaqueId('The case that was opened')
  caseId?: string;

  @OptionalField()
  @OpaqueId('Who read')
  readerId?: string;

  @OptionalField()
  @LocalDate('On this day or later')
  from?: string;

  @OptionalField()
  @LocalDate('On this day or earlier')
  to?: string;

  @OptionalField()
  @CodeOf(accessOutcomes, 'What came of it')
  outcome?: AccessOutcome;
}

/** How the person gets it. */
export class AccessLogPrintQuery extends PickType(AccessLogPageQuery, ['readAfter', 'from', 'to']) {}
