import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { isList, type ListOptions, rule } from './decorators.js';

/** A class of fields, given late so that bodies may be declared in any order. */
type ClassOf = () => new () => object;

/** A group of fields. */
export const Nested = (of: ClassOf, description?: string) =>
  applyDecorators(
    rule('nested', 'must be an object', (v) => typeof v === 'object' && v !== null && !Array.isArray(v), {
      type: () => of(),
      ...(description !== undefined && { description }),
    }),
    ValidateNested(),
    Type(of),
  );

/** A list of groups of fields. */
export const ListOf = (of: ClassOf, options: ListOptions = {}) =>
  applyDecorators(
    rule(
      'listOf',
      `must be a list of ${options.min ?? 0} to ${options.max ?? 200} objects`,
      (v) =>
        isList(v, options) &&
        v.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)),
      {
        // Swagger knows a late class by the name of this function.
        type: () => of(),
        isArray: true,
        minItems: options.min ?? 0,
        maxItems: options.max ?? 200,
        ...(options.description !== undefined && { description: options.description }),
      },
    ),
    ValidateNested({ each: true }),
    Type(of),
  );
