import { HttpException } from '@nestjs/common';
import {
  InvalidAppend,
  InvalidFact,
  KeyReused,
  LogFault,
  refusals,
  Rejection,
  StaleRevision,
  StoreUnavailable,
  TooMuchContention,
} from '#event-sourcing';
import { ClaimConflict, LoginBound, LostKey } from '#personal-data';
import { codeOf, isConnectionError } from '#postgres';
import { notFound, Problem, type ProblemBody } from './problem.js';

type Answer = Pick<Problem, 'status' | 'headers'> & { readonly body: ProblemBody };

const parties = refusals('parties', {
  'login-taken': [
    'This login belongs to another party already.',
    'Denne påloggingen hører alt til en annen part.',
    'Denne pålogginga høyrer alt til ein annan part.',
  ],
});

/** A release's read models have views of their own, which are there once they are built. */
const undefinedTable = '42P01';
const soon = { 'Retry-After': '1' };

/** The answer to any error. What is not foreseen says nothing of itself outside; the log has it. */
export function problemFrom(error: unknown, otherMethods: () => readonly string[]): Answer {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return refused(error);
  if (error instanceof ClaimConflict || error instanceof KeyReused) return keyReused();
  if (error instanceof LoginBound) {
    return refused(parties.refusal('login-taken'));
  }
  if (error instanceof InvalidFact) {
    return new Problem('invalid-body', 'What was sent cannot be recorded as it is.', {
      errors: error.faults.map(({ path, fault }) => ({ path, message: fault })),
    });
  }
  if (error instanceof HttpException) return fromFramework(error, otherMethods);
  if (error instanceof StoreUnavailable) {
    return new Problem(
      'log-unavailable',
      'The event log does not answer. Nothing is lost; try again shortly.',
      {
        headers: soon,
      },
    );
  }
  if (error instanceof StaleRevision) {
    return new Problem(
      'stale-revision',
      'The record has changed since you read it. Read it again, then decide again.',
    );
  }
  if (error instanceof TooMuchContention) {
    return new Problem('contention', 'Too many wrote to this record at the same moment. Try again shortly.', {
      headers: soon,
    });
  }
  if (error instanceof InvalidAppend) {
    return new Problem('invalid-body', 'What was sent is too large to be recorded.');
  }
  if (error instanceof Error && error.name === 'FastifyError') {
    return fromFramework(new HttpException('', statusOf(error)), otherMethods);
  }
  if (error instanceof LostKey) {
    return new Problem(
      'record-unreadable',
      `The vault has no key ${error.keyId}, and no disposal accounts for it. An operator has to restore the vault from its backup.`,
    );
  }
  if (error instanceof LogFault) {
    return new Problem(
      'record-unreadable',
      'The log, or a key to it, is not as it must be. An operator has to look into it.',
    );
  }
  if (codeOf(error) === undefinedTable) {
    return new Problem(
      'read-models-being-made',
      'The read models are being made from the log. Commands are taken meanwhile; ask again shortly.',
      {
        headers: soon,
      },
    );
  }
  if (isConnectionError(error)) {
    return new Problem('database-unavailable', 'A database does not answer. Try again shortly.', {
      headers: soon,
    });
  }
  return new Problem('internal-error', 'The error has been logged under the correlation id of this answer.');
}

/** A refusal by the domain. What a code `<context>/no-such-…` does not find is 404, all else 409. */
function refused({ code, message, restsOn }: Rejection): Answer {
  const status = /\/no-such-/.test(code) ? 404 : 409;
  const title = status === 404 ? 'There is nothing here' : 'It cannot be done as things stand';
  return {
    status,
    headers: {},
    body: { type: code, title, status, detail: message, ...(restsOn.length > 0 && { restsOn }) },
  };
}

/** Fastify and Nest put addresses and pieces of bodies into their sentences: only the status is taken. */
function fromFramework(error: HttpException, otherMethods: () => readonly string[]): Answer {
  switch (error.getStatus()) {
    case 400:
      return new Problem('malformed-json', 'The body cannot be read as JSON.');
    case 403:
      return new Problem('forbidden', 'This address takes a role that your token does not give.');
    case 404: {
      const methods = otherMethods();
      return methods.length === 0
        ? notFound()
        : new Problem('method-not-allowed', `This address takes ${methods.join(', ')}.`, {
            headers: { Allow: methods.join(', ') },
          });
    }
    case 408:
      return new Problem('request-timeout', 'The request did not arrive whole in time.');
    case 413:
      return new Problem('body-too-large', 'A body may have at most 100 KB.');
    case 414:
      return new Problem('address-too-long', 'The address is too long.');
    case 415:
      return new Problem('unsupported-media-type', 'Send JSON, with Content-Type: application/json.');
    default:
      return error.getStatus() < 500
        ? new Problem('malformed-request', 'The request cannot be read.')
        : new Problem('internal-error', 'It has been logged under the correlation id of this answer.');
  }
}

const keyReused = () =>
  new Problem(
    'key-reused',
    'This Idempotency-Key came before with another body. A new request needs a new key.',
  );

const statusOf = (error: unknown) => Number((error as { statusCode?: unknown }).statusCode ?? 500);
