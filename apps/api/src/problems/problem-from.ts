import { HttpException } from '@nestjs/common';
import {
  InvalidAppend,
  InvalidFact,
  KeyReused,
  LogFault,
  Rejection,
  SetAside,
  StaleRevision,
  StoreUnavailable,
  TooMuchContention,
} from '#event-sourcing';
import { DamagedDocument } from '#documents/application/index';
import { AccessLogUnavailable, ClaimConflict, LostKey } from '#personal-data';
import { codeOf, isConnectionError } from '#postgres';
import { isNoRoom, noRoom } from '../observability/hindrances.js';
import { notFound, Problem, type Untold } from './problem.js';
import { refusalTitles } from './problem-types.js';

/** A release's read models have views of their own, which are there once they are built. */
const undefinedTable = '42P01';
const soon = { headers: { 'Retry-After': '1' } };

/** The answer to any error. What is not foreseen says nothing of itself outside; the log has it. */
export function problemFrom(error: unknown, otherMethods: () => readonly string[]): Untold {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return refused(error);
  if (error instanceof ClaimConflict || error instanceof KeyReused) return new Problem('key-reused');
  if (error instanceof InvalidFact) {
    return new Problem('invalid-body.unrecordable', {
      errors: error.faults.map(({ path, fault }) => ({ path, message: fault })),
    });
  }
  if (error instanceof HttpException) return fromFramework(error.getStatus(), otherMethods);
  if (isNoRoom(error)) return noRoom();
  if (error instanceof StoreUnavailable) return new Problem('log-unavailable', soon);
  if (error instanceof AccessLogUnavailable) return new Problem('access-log-unavailable', soon);
  if (error instanceof StaleRevision) return new Problem('stale-revision');
  if (error instanceof TooMuchContention) return new Problem('contention', soon);
  if (error instanceof InvalidAppend) return new Problem('invalid-body.unappendable');
  if (error instanceof Error && error.name === 'FastifyError') {
    return fromFramework(statusOf(error), otherMethods);
  }
  if (error instanceof LostKey) {
    return new Problem('record-unreadable.key', { values: { keyId: error.keyId } });
  }
  if (error instanceof SetAside) {
    return new Problem('record-unreadable.set-aside', { values: { stream: error.stream } });
  }
  if (error instanceof DamagedDocument) return new Problem('record-unreadable.document');
  if (error instanceof LogFault) return new Problem('record-unreadable');
  if (codeOf(error) === undefinedTable) return new Problem('read-models-being-made', soon);
  if (isConnectionError(error)) return new Problem('database-unavailable', soon);
  return new Problem('internal-error');
}

/** What a code `<context>/no-such-…` does not find is 404, all else that the domain refuses 409. */
export const statusOfRefusal = (code: string): keyof typeof refusalTitles =>
  /\/no-such-/.test(code) ? 404 : 409;

function refused({ code, phrase, restsOn }: Rejection): Untold {
  const status = statusOfRefusal(code);
  return {
    type: code,
    status,
    title: refusalTitles[status],
    phrase,
    headers: {},
    ...(restsOn.length > 0 && { restsOn }),
  };
}

/** Fastify and Nest put addresses and pieces of bodies into their sentences: only the status is taken. */
function fromFramework(status: number, otherMethods: () => readonly string[]): Problem {
  switch (status) {
    case 400:
      return new Problem('malformed-json');
    case 403:
      return new Problem('forbidden');
    case 404: {
      const methods = otherMethods().join(', ');
      return methods === ''
        ? notFound()
        : new Problem('method-not-allowed', { values: { methods }, headers: { Allow: methods } });
    }
    case 408:
      return new Problem('request-timeout');
    case 413:
      return new Problem('body-too-large');
    case 414:
      return new Problem('address-too-long');
    case 415:
      return new Problem('unsupported-media-type');
    default:
      return new Problem(status < 500 ? 'malformed-request' : 'internal-error');
  }
}

const statusOf = (error: unknown) => Number((error as { statusCode?: unknown }).statusCode ?? 500);
