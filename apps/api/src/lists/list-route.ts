import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { mediaTypes } from '../reading/accept.js';
import { ReadRoute } from '../reading/read-answer.js';
import { type Shape, text } from '../reading/shape.js';

/** A list that goes out again: a page as JSON or, by Accept, the whole as CSV or XLSX. */
export const ListRoute = (summary: string, schema: Shape, ...more: readonly number[]) =>
  applyDecorators(
    ReadRoute(`${summary}; by Accept the whole list as CSV or XLSX`, schema, 406, 422, ...more),
    ApiOkResponse({
      content: {
        [mediaTypes.json]: { schema },
        [mediaTypes.csv]: { schema: text() },
        [mediaTypes.xlsx]: { schema: { type: 'string', format: 'binary' } },
      },
    }),
  );
