import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { HeldPerson, Opened } from '#personal-data';
import { peopleByIds, personById, type PersonView } from '#projections/people/queries';
import { standingClaim } from '#subject/application/index';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { NameIndexFeed } from '../name-index-feed.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import type { ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import type { PersonSearchBody } from './subject.bodies.js';

const models = ['people'];

const foundOf = (subjectId: string, municipality: string, row: PersonView | HeldPerson) => ({
  subjectId,
  municipality,
  givenName: row.givenName,
  familyName: row.familyName,
  birthDate: row.birthDate,
  birthYear: row.birthYear,
  protectedAddress: row.protectedAddress,
  disposed: row.disposed,
});
const pageOf = (row: PersonView) => ({
  ...foundOf(row.personId, row.municipality, row),
  identityNumber: row.identityNumber,
  disposedClasses: row.disposedClasses,
  revision: String(row.revision),
});

/** One person. */
export class SubjectQuery extends Query<
  Opened<ReturnType<typeof pageOf>> & { readonly currentTo: CurrentTo }
> {
  constructor(
    readonly request: ApiRequest,
    readonly subjectId: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(SubjectQuery)
export class SubjectHandler implements IQueryHandler<SubjectQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, subjectId, query }: SubjectQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: [...models, 'appointments'],
      purpose: request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK',
      ask: async ({ pool, viewer, today }) => {
        const row = await personById(pool, viewer, subjectId, { today });
        if (row === undefined) throw notFound();
        return pageOf(row);
      },
      subjectIds: [subjectId],
    });
    return { ...found, currentTo };
  }
}

/** Persons by number, name or birth date, in the order of their names. */
export class PersonSearchQuery extends Query<{
  readonly persons: readonly Opened<ReturnType<typeof foundOf>>[];
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly search: PersonSearchBody,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(PersonSearchQuery)
export class PersonSearchHandler implements IQueryHandler<PersonSearchQuery> {
  constructor(
    private readonly reading: Reading,
    @Inject(NameIndexFeed) private readonly feed: NameIndexFeed,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  async execute({ request, search, query }: PersonSearchQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose: 'REGISTRATION',
      ask: (asked) => this.#persons(asked, search),
      subjectIds: (persons) => persons.map(({ subjectId }) => subjectId),
    });
    return { persons: found, currentTo };
  }

  async #persons({ pool, viewer, today, names }: Asked, search: PersonSearchBody) {
    const found: { readonly id: string; readonly municipality: string }[] = [];
    for (const municipality of viewer.tenants) {
      for (const id of await this.#idsIn(municipality, search)) found.push({ id, municipality });
    }
    const held = await names.heldIn(viewer.tenants);
    const others = found.map(({ id }) => id).filter((id) => held(id) === undefined);
    const fetched = others.length === 0 ? [] : await peopleByIds(pool, viewer, others, { today });
    const rows = new Map(fetched.map((row) => [row.personId, row]));
    return found.flatMap(({ id, municipality }) => {
      const person = held(id) ?? rows.get(id);
      return person === undefined ? [] : [foundOf(id, municipality, person)];
    });
  }

  async #idsIn(tenant: string, { identityNumber, name, birthDate }: PersonSearchBody): Promise<string[]> {
    const hasWords = name !== undefined || birthDate !== undefined;
    // The index opens every name here: a search by number alone goes on when one of them cannot be opened.
    const byName = hasWords
      ? (await this.feed.indexOf(tenant)).search({
          tenant,
          ...(name !== undefined && { name }),
          ...(birthDate !== undefined && { birthDate }),
        })
      : undefined;
    if (identityNumber === undefined) return byName ?? [];
    const { runner, vault } = this.parts;
    const claim = await standingClaim(
      { runner, keys: vault.keys, claims: vault.identityClaims },
      { tenant, identityNumber },
    );
    if (claim === undefined) return [];
    return byName === undefined || byName.includes(claim.subjectId) ? [claim.subjectId] : [];
  }
}
