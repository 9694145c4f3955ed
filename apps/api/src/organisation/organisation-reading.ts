import { Injectable } from '@nestjs/common';
import { CommandRunner } from '#event-sourcing';
import type { ApiRequest } from '../auth/authenticate.js';
import { needsOne } from '../auth/logins.js';
import type { ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';

/** Reads what a municipality tells of its unit, as the log has it: it is little, and everybody's. */
@Injectable()
export class OrganisationReading {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  answer<T>(
    request: ApiRequest,
    { readAfter }: ReadQuery,
    ask: (log: CommandRunner, tenant: string, today: string) => Promise<T>,
  ) {
    const tenant = tenantOf(request);
    return this.reading.answer(request, {
      readAfter,
      models: [],
      purpose: 'ADMINISTRATION',
      ask: ({ today }) => ask(this.runner, tenant, today),
      subjectIds: () => [],
    });
  }
}

/** The one municipality that a request is about. */
export function tenantOf({ tenants }: ApiRequest): string {
  const [tenant, ...others] = tenants;
  if (tenant === undefined || others.length > 0) throw needsOne();
  return tenant;
}
