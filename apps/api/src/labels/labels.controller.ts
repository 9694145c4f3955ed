import { applyDecorators, Controller, Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CodeList, wordFor } from '#event-sourcing';
import { lawReferences } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';
import { date, list, object, orNull, type Shape, text } from '../reading/shape.js';
import { codeLists, listsByField } from './lists.js';

const label = object({ nb: text(), nn: text() });
const byCode: Shape = { type: 'object', additionalProperties: label };

const labelsOf = (list: CodeList) =>
  Object.fromEntries(
    list.codes.map((code) => {
      const [nb, nn] = wordFor(list, code);
      return [code, { nb, nn }];
    }),
  );
const answer = {
  labels: Object.fromEntries(codeLists.map((list) => [list.name, labelsOf(list)])),
  fields: Object.fromEntries([...listsByField].map(([field, { name }]) => [field, name])),
};

const law = {
  references: Object.entries(lawReferences).map(
    ([
      code,
      {
        words: [nb, nn],
        from,
        to,
        replacedBy = [],
      },
    ]) => ({
      code,
      label: { nb, nn },
      validFrom: from ?? null,
      validUntil: to ?? null,
      replacedBy,
    }),
  ),
};

/** What codes are called in bokmål and nynorsk, by the list that they are of. The municipality's own words are in its profile. */
@ApiTags('municipality')
@Reads('labels')
@Controller('v1/labels')
export class LabelsController {
  @Get()
  @ApiOperation({
    summary: 'What codes are called, by the list that they are of',
    description:
      'The list of a field is named in this document as its `x-code-list`, and for the fields of an event, which a correction changes, in `fields`. The municipality’s own words are in its profile, those of its units in /v1/units.',
  })
  @ApiOkResponse({
    schema: object({
      labels: object(Object.fromEntries(codeLists.map(({ name }) => [name, byCode]))),
      fields: {
        type: 'object',
        additionalProperties: text(),
        description: 'Names of lists by `Event.field`, such as `PlanClosed.reasonCode`',
      },
    }),
  })
  @ApiExtraModels(ProblemAnswer)
  @applyDecorators(...problemResponses(400, 401, 403, 503))
  all() {
    return answer;
  }

  @Get('law')
  @ApiOperation({
    summary: 'What municipalities’ papers cite of the law, under old and new names, and what replaced it',
    description: 'From when and until when a name holds is told where it is known.',
  })
  @ApiOkResponse({
    schema: object({
      references: list(
        object({
          code: text(),
          label,
          validFrom: orNull(date()),
          validUntil: orNull(date('The last day')),
          replacedBy: list(text('The code of what is cited since')),
        }),
      ),
    }),
  })
  @ApiExtraModels(ProblemAnswer)
  @applyDecorators(...problemResponses(400, 401, 403, 503))
  law() {
    return law;
  }
}
