import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { Phrase } from '#event-sourcing';
import { phraseOf } from './decorators.js';
import { sayFault } from '../problems/fault-sentences.js';
import { type Fault, Problem } from '../problems/problem.js';

const deepest = 8;
/** Far more than any body or query has in earnest; each costs time to check. */
const mostValues = 2_000;
const most = 50;
/** Every object has members of these names: a field under one of them stands in for it, and is looked up where nobody sent it. */
const isMember = (name: string) => name in Object.prototype;
const knownKey = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** Checks what a client sent against a class of decorated fields and gives it back as one. Unknown fields are faults. */
export async function validated<T extends object>(
  of: new () => T,
  value: unknown,
  problem: 'invalid-body' | 'invalid-query' = 'invalid-body',
): Promise<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    // A query always is one.
    throw new Problem('invalid-body.no-object', { errors: [{ path: '', message: sayFault('object') }] });
  }
  const fault = shapeFault(value, deepest, { left: mostValues });
  if (fault !== undefined) {
    throw new Problem(`${problem}.shape`, { errors: [{ path: '', message: fault }] });
  }
  const instance = plainToInstance(of, value, { enableImplicitConversion: false, exposeUnsetFields: false });
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (errors.length === 0) return instance;
  throw new Problem(problem, { errors: errors.flatMap((error) => faultsOf(error, '')).slice(0, most) });
}

function faultsOf({ property, constraints, children }: ValidationError, parent: string): Fault[] {
  const path = /^\d+$/.test(property)
    ? `${parent}[${property}]`
    : parent === ''
      ? property
      : `${parent}.${property}`;
  if (constraints?.['whitelistValidation'] !== undefined) {
    // A field's name that we do not know is the client's text: it is given back only when it looks like a name of a field.
    return [{ path: knownKey.test(property) ? path : parent, message: sayFault('unknown') }];
  }
  return [
    // An element's own rules come from its parent; class-validator's sentence for it would repeat that.
    ...Object.entries(constraints ?? {})
      .filter(([name]) => name !== 'nestedValidation' || Object.keys(constraints ?? {}).length === 1)
      .map(([, message]) => ({ path, message: phraseOf(message) ?? sayFault('object') })),
    ...(children ?? []).flatMap((child) => faultsOf(child, path)),
  ];
}

/** Looked at before anything walks or copies the value: nesting without end, more values than anybody reads, and fields that are none. */
function shapeFault(value: unknown, levels: number, values: { left: number }): Phrase | undefined {
  values.left -= 1;
  if (values.left < 0) return sayFault('too-many-values', { most: String(mostValues) });
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return sayFault('too-deep', { most: String(deepest) });
  const named = Object.keys(value).find(isMember);
  if (named !== undefined) return sayFault('field-named', { name: named });
  for (const child of Object.values(value)) {
    const fault = shapeFault(child, levels - 1, values);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
