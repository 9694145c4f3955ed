import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';
import type { Shape } from './shape.js';

/** Up to where in the log (opaque), and when, an answer is current. */
export interface CurrentTo {
  readonly position: string | null;
  readonly at: string | null;
}

/** A GET: its answers and problems, said once. `more`: statuses beside those that every query may answer with. */
export const ReadRoute = (summary: string, schema: Shape, ...more: readonly number[]) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiHeader({
      name: 'Samspor-Municipality',
      required: false,
      schema: { type: 'string' },
      description: 'Which municipality; without it, all that the token is for',
    }),
    ApiOkResponse({ schema }),
    ...problemResponses(202, 400, 401, 403, 410, 414, 503, ...more),
  );
