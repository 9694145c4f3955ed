import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { isClose } from '#personal-data';
import { personsOf } from '#projections/relations/queries';
import { isId } from '#projections/selection';
import { AccessNotes } from '../access-log/access-notes.js';
import { ApiParts } from '../api-parts.js';
import { Problem } from '../problems/problem.js';
import type { ApiRequest } from './authenticate.js';
import { Logins } from './logins.js';

/**
 * Turns away whoever is the person that a request is about, or is close to the person (docs/access.md): from every record of theirs, to be read or
 * written. Who was refused a reading stands in the access log.
 */
@Injectable()
export class CloseGuard implements CanActivate {
  constructor(
    private readonly logins: Logins,
    private readonly notes: AccessNotes,
    @Inject(ApiParts) private readonly parts: Pick<ApiParts, 'reader'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    // Outside /v1 there is no login, and the own page is the person’s own.
    if (request.login === undefined || request.roles.includes('SUBJECT')) return true;
    const ids = namedIn(request);
    if (ids.length === 0) return true;
    const viewer = await this.logins.closenessOf(request);
    if (viewer.closeTo === undefined) return true;
    const persons = (await personsOf(this.parts.reader, viewer, ids)).filter((id) => isClose(viewer, id));
    if (persons.length === 0) return true;
    if (request.opens !== undefined) {
      await this.notes.note(request, { opening: request.opens, outcome: 'REFUSED', subjectIds: persons });
    }
    throw new Problem('forbidden.close');
  }
}

/** Every id in the address, and in what is said. */
function namedIn({ params, query, body }: ApiRequest): string[] {
  const values = [params, query, body].flatMap((part) =>
    typeof part === 'object' && part !== null ? Object.values(part as Readonly<Record<string, unknown>>) : [],
  );
  return [...new Set(values.flat())].filter(isId);
}
