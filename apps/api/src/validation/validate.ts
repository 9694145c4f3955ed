import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type Fault, Problem } from '../problems/problem.js';

const deepest = 8;
const most = 50;
const knownKey = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** Checks what a client sent against a class of decorated fields and gives it back as one. Unknown fields are faults. */
export async function validated<T extends object>(
  of: new () => T,
  value: unknown,
  problem: 'invalid-body' | 'invalid-query' = 'invalid-body',
): Promise<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem(problem, 'A JSON object is expected.', {
      errors: [{ path: '', message: 'must be an object' }],
    });
  }
  if (isTooDeep(value, deepest)) {
    throw new Problem(problem, 'The body is nested deeper than anything that is asked for.', {
      errors: [{ path: '', message: `must not be nested deeper than ${deepest} levels` }],
    });
  }
  const instance = plainToInstance(of, value, { enableImplicitConversion: false, exposeUnsetFields: false });
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (errors.length === 0) return instance;
  const faults = errors.flatMap((error) => faultsOf(error, '')).slice(0, most);
  const where = problem === 'invalid-body' ? 'body' : 'query';
  throw new Problem(problem, `The ${where} has faults: see \`errors\` for where and what.`, {
    errors: faults,
  });
}

function faultsOf({ property, constraints, children }: ValidationError, parent: string): Fault[] {
  const path = /^\d+$/.test(property)
    ? `${parent}[${property}]`
    : parent === ''
      ? property
      : `${parent}.${property}`;
  if (constraints?.['whitelistValidation'] !== undefined) {
    // A field's name that we do not know is the client's text: it is given back only when it looks like a name of a field.
    return [{ path: knownKey.test(property) ? path : parent, message: 'is not a field that is known here' }];
  }
  return [
    // An element's own rules come from its parent; class-validator's sentence for it would repeat that.
    ...Object.entries(constraints ?? {})
      .filter(([name]) => name !== 'nestedValidation' || Object.keys(constraints ?? {}).length === 1)
      .map(([, message]) => ({ path, message })),
    ...(children ?? []).flatMap((child) => faultsOf(child, path)),
  ];
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((child) => isTooDeep(child, levels - 1));
}
