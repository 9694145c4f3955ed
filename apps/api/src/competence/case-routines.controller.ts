import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { documentKinds } from '#competence';
import { caseById } from '#projections/case-overview/queries';
import { routinesOf } from '#projections/controlled-documents/queries';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { answer, codeOf, date, list, object, orNull, personal, text } from '../reading/shape.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { revisionShape } from './controlled-documents.controller.js';
import { routineOn } from './documents-shown.js';

const routinesAnswer = answer({
  openedOn: date(),
  routines: list(
    object({
      documentId: text(),
      kind: orNull(codeOf(documentKinds)),
      title: orNull(personal()),
      number: orNull(personal()),
      atOpening: orNull(revisionShape),
      now: orNull(revisionShape),
    }),
  ),
});

/** Which routines a case runs under (U19): follows from the day on which it was opened, and from those of their revisions. */
@ApiTags('competence')
@Reads('case')
@Controller('v1/cases')
export class CaseRoutinesController {
  constructor(private readonly reading: Reading) {}

  @Get(':caseId/routines')
  @ReadRoute(
    'The routines that were in force when a case was opened, and those of today',
    routinesAnswer,
    404,
  )
  async routines(
    @InExchange() { request }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(ReadQuery) { readAfter }: ReadQuery,
  ) {
    const tenant = tenantOf(request);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models: ['case_overview', 'controlled_documents', 'appointments', 'coordination_register', 'people'],
      purpose: 'CASEWORK',
      ask: async ({ pool, viewer, today }) => {
        const found = await caseById(pool, viewer, caseId, { today });
        if (found === undefined) throw notFound();
        const { openedOn } = found;
        const routines = (await routinesOf(pool, viewer, tenant)).map((one) =>
          routineOn(one, openedOn, today),
        );
        return {
          openedOn,
          routines: routines.filter(({ atOpening, now }) => atOpening !== null || now !== null),
        };
      },
      subjectIds: () => [],
    });
    return { ...found, currentTo };
  }
}
