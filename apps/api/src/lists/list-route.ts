import { applyDecorators } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { mediaTypes } from '../reading/accept.js';
import { ReadRoute } from '../reading/read-answer.js';
import type { Shape } from '../reading/shape.js';

/** A list that goes out again: a page as JSON or, by Accept, the whole as CSV or XLSX. */
export const ListRoute = (summary: string, schema: Shape, ...more: readonly number[]) =>
  applyDecorators(
    ReadRoute(`${summary}; by Accept the whole list as CSV or XLSX`, schema, 406, 422, ...more),
    ApiProduces(...Object.values(mediaTypes)),
  );
