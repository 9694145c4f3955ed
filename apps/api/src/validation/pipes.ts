import { Body, Injectable, Param, type PipeTransform, Query } from '@nestjs/common';
import { notFound, Problem } from '../problems/problem.js';
import { asWritten } from './ids.js';
import { codePattern, opaqueIdPattern } from './values.js';
import { validated } from './validate.js';
import { sayFault } from '../problems/fault-sentences.js';

type Class = new () => object;

/** The request's body, checked against a class of decorated fields. */
export const ValidBody = (of: Class): ParameterDecorator =>
  Body({ transform: (value: unknown) => validated(of, value ?? {}) } satisfies PipeTransform);

/** A body of one of several classes, told apart by one field's code. */
export const ValidBodyBy = (field: string, classes: Readonly<Record<string, Class>>): ParameterDecorator =>
  Body({
    transform: (value: unknown) => {
      const code =
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
      const of = typeof code === 'string' && Object.hasOwn(classes, code) ? classes[code] : undefined;
      if (of !== undefined) return validated(of, value);
      throw new Problem('invalid-body', {
        errors: [{ path: field, message: sayFault('one-of', { codes: Object.keys(classes).join(', ') }) }],
      });
    },
  } satisfies PipeTransform);

/** The request's query, checked likewise; an unknown parameter is a fault. */
export const ValidQuery = (of: Class): ParameterDecorator =>
  Query({
    transform: (value: unknown) => validated(of, { ...(value as object) }, 'invalid-query'),
  } satisfies PipeTransform);

/** An id in the path. What cannot be an id names nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!opaqueIdPattern.test(value)) throw notFound();
    return asWritten(value);
  }
}

export const Id = (name: string): ParameterDecorator => Param(name, IdPipe);

/** A code of the municipality's in the path. */
export const Code = (name: string): ParameterDecorator =>
  Param(name, {
    transform: (value: string) => {
      if (!codePattern.test(value)) throw notFound();
      return value;
    },
  } satisfies PipeTransform<string, string>);

/** A body's fields without its class, as commands take them. */
export const fieldsOf = <T extends object>(body: T): { [K in keyof T]: T[K] } => ({ ...body });
