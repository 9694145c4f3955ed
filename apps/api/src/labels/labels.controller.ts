import { applyDecorators, Controller, Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CodeList, CommandRunner, type OwnWords, usualWords, wordFor } from '#event-sourcing';
import { profileOf } from '#municipality';
import { rights } from '#casework';
import { items, lawReferences, legalBases } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';
import { fromLog } from '../reading/from-log.js';
import { ownWordsOf } from '../reading/own-words.js';
import { code, codeOf, date, list, object, orNull, type Shape, text } from '../reading/shape.js';
import { codeLists, listsByField } from './lists.js';

const label = object({ nb: text(), nn: text() });
const byCode: Shape = { type: 'object', additionalProperties: label };

const labelsOf = (list: CodeList, own: OwnWords) =>
  Object.fromEntries(
    list.codes.map((code) => {
      const [nb, nn] = wordFor(list, code, own);
      return [code, { nb, nn }];
    }),
  );
const fields = Object.fromEntries([...listsByField].map(([field, { name }]) => [field, name]));
const answerIn = (own: OwnWords) => ({
  labels: Object.fromEntries(codeLists.map((list) => [list.name, labelsOf(list, own)])),
  fields,
});

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
  rights: rights.map(({ item, basis: legalBasis, from, to }) => ({
    item,
    legalBasis,
    validFrom: from,
    validUntil: to ?? null,
  })),
};

/** What codes are called in bokmål and nynorsk, by the list that they are of. */
@ApiTags('municipality')
@Reads('labels')
@Controller('v1/labels')
export class LabelsController {
  constructor(private readonly runner: CommandRunner) {}

  @Get()
  @ApiOperation({
    summary: 'What codes are called, by the list that they are of',
    description:
      'The list of a field is named in this document as its `x-code-list`, and for the fields of an event, which a correction changes, in `fields`. Unit, coordinator and group are called what the one municipality that the request is about calls them; its further words are in its profile, those of its units in /v1/units.',
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
  async all(@InExchange() { request }: Exchange) {
    const [tenant, ...others] = request.tenants;
    const isOne = tenant !== undefined && others.length === 0;
    const profile = isOne ? (await fromLog(profileOf(this.runner, tenant)))?.profile : undefined;
    return answerIn(profile === undefined ? usualWords : ownWordsOf(profile));
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
      rights: list(
        object({
          item: codeOf(items),
          legalBasis: code(
            legalBases,
            'A section that gives a right to it: what a decision on it may rest on',
          ),
          validFrom: date(),
          validUntil: orNull(date('The last day')),
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
