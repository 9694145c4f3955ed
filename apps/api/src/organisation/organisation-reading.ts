import { Injectable } from '@nestjs/common';
import { CommandRunner } from '#event-sourcing';
import { type Topic, topicRevision } from '#municipality';
import type { ApiRequest } from '../auth/authenticate.js';
import { needsOne } from '../auth/logins.js';
import type { ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { orNull, text } from '../reading/shape.js';

/** Stands in the answer beside what a topic tells. */
export const revisionShape = {
  revision: orNull(text('For `If-Match`, of all that is told of this; null before anything is')),
};

/** Reads what a municipality tells of its unit, and has of its own, as the log has it: it is little, and about nobody in the register. */
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

  /** The same of a topic, with the revision that it has at least: what is told may be newer, never older. */
  async ofTopic<T>(
    request: ApiRequest,
    query: ReadQuery,
    topic: Topic,
    ask: (log: CommandRunner, tenant: string, today: string) => Promise<T>,
  ) {
    const { found, currentTo } = await this.answer(request, query, async (log, tenant, today) => {
      const revision = await topicRevision(log, tenant, topic);
      return { revision: revision === null ? null : String(revision), told: await ask(log, tenant, today) };
    });
    return { ...found, currentTo };
  }
}

/** The one municipality that a request is about. */
export function tenantOf({ tenants }: ApiRequest): string {
  const [tenant, ...others] = tenants;
  if (tenant === undefined || others.length > 0) throw needsOne();
  return tenant;
}
