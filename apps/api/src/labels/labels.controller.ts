import { applyDecorators, Controller, Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { viewerRoles } from '#personal-data';
import { codeWords, type Pair } from '#projections/audit-trail/words';
import { Roles } from '../auth/roles.guard.js';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';
import { object, type Shape, text } from '../reading/shape.js';

type Labels = Readonly<Record<string, { readonly nb: string; readonly nn: string }>>;

const label = object({ nb: text(), nn: text() });
const byCode: Shape = { type: 'object', additionalProperties: label };

const labels: Readonly<Record<string, Labels>> = Object.fromEntries(
  Object.entries(codeWords).map(([field, words]) => [field, labelsOf(words)]),
);

/** What codes are called in bokmål and nynorsk, by the field that holds them. The municipality's own words are in its profile. */
@ApiTags('municipality')
@Roles(...viewerRoles)
@Controller('v1/labels')
export class LabelsController {
  @Get()
  @ApiOperation({ summary: 'What codes are called, by the field that holds them' })
  @ApiOkResponse({
    schema: object({ labels: object(Object.fromEntries(Object.keys(labels).map((of) => [of, byCode]))) }),
  })
  @ApiExtraModels(ProblemAnswer)
  @applyDecorators(...problemResponses(400, 401, 403, 503))
  all() {
    return { labels };
  }
}

function labelsOf(words: Readonly<Record<string, Pair>>): Labels {
  return Object.fromEntries(Object.entries(words).map(([code, [nb, nn]]) => [code, { nb, nn }]));
}
