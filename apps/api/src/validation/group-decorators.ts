import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { isList, type ListOptions, rule } from './decorators.js';
import { sayFault } from '../problems/fault-sentences.js';

/** A class of fields, given late so that bodies may be declared in any order. */
type ClassOf = () => new () => object;

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A group of fields. */
export const Nested = (of: ClassOf, description?: string) =>
  applyDecorators(
    rule('nested', sayFault('object'), isObject, { type: () => of() }, description),
    ValidateNested(),
    Type(of),
  );

/** A list of groups of fields. */
export const ListOf = (of: ClassOf, { min = 0, max = 200, description }: ListOptions = {}) =>
  applyDecorators(
    rule(
      'listOf',
      sayFault('list-of-objects', { least: String(min), most: String(max) }),
      (v) => isList(v, { min, max }) && v.every(isObject),
      // Swagger knows a late class by the name of this function.
      { type: () => of(), isArray: true, minItems: min, maxItems: max },
      description,
    ),
    ValidateNested({ each: true }),
    Type(of),
  );
