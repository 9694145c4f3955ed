import { applyDecorators, HttpCode } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  type ApiResponseSchemaHost,
  ApiOperation,
} from '@nestjs/swagger';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';

interface Look {
  readonly summary: string;
  readonly description: string;
  readonly answer: ApiResponseSchemaHost['schema'];
}

/** A POST that records nothing: its answer and problems. */
export const LookRoute = ({ summary, description, answer }: Look) =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ summary, description }),
    ApiExtraModels(ProblemAnswer),
    ApiHeader({
      name: 'Samspor-Municipality',
      required: false,
      schema: { type: 'string' },
      description: 'Which municipality, where the token is for several',
    }),
    ApiOkResponse({ schema: answer }),
    ...problemResponses(202, 400, 401, 403, 404, 413, 415, 422, 503),
  );
