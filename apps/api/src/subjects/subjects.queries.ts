import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type HeldPerson, isClose, type Opened } from '#personal-data';
import { peopleByIds, personById, type PersonView } from '#projections/people/queries';
import { isId } from '#projections/selection';
import { isRelated, subjectOf } from '#subject';
import { standingClaim } from '#subject/application/index';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { NameIndexFeed } from '../name-index-feed.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { Names } from '../reading/names.js';
import { limitOf } from '../reading/page.query.js';
import { aboutSubject } from './about-subject.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import type { PersonSearchBody } from './subject.bodies.js';
import type { PersonSearchPageQuery, SubjectPageQuery, SubjectPurpose } from './subject.page-query.js';

const models = ['people'];

const foundOf = (subjectId: string, municipality: string, row: PersonView | HeldPerson) => ({
  subjectId,
  municipality,
  givenName: row.givenName,
  familyName: row.familyName,
  birthDate: row.birthDate,
  birthYear: row.birthYear,
  protectedAddress: row.protectedAddress,
  isDead: row.deathToldOn !== null,
  disposed: row.disposed,
});
/** Where somebody lives whose address is protected is told one at a time, to whoever says that this is what it is for. */
const isContactWithheld = ({ protectedAddress }: PersonView, purpose: SubjectPurpose | undefined) =>
  protectedAddress === true && purpose !== 'CONTACT';

const hasContact = ({ contact, relations }: PersonView) =>
  contact !== null || relations.some(({ telephone, email }) => telephone !== null || email !== null);

/** Those of before come last. */
function relationsIn(row: PersonView, names: Names, today: string, purpose: SubjectPurpose | undefined) {
  const withheld = isContactWithheld(row, purpose);
  const relations = row.relations.map(({ partyId, ...relation }) => ({
    ...relation,
    party: names.party(partyId),
    isCurrent: isRelated(periodOf(relation), today),
    ...(withheld && { telephone: null, email: null }),
  }));
  return relations.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
const periodOf = ({
  validFrom,
  validUntil,
  endedOn,
}: Pick<PersonView['relations'][number], 'validFrom' | 'validUntil' | 'endedOn'>) => ({
  validFrom: validFrom ?? '',
  validUntil: validUntil ?? undefined,
  endedOn: endedOn ?? undefined,
});

const pageOf = (row: PersonView, names: Names, today: string, purpose: SubjectPurpose | undefined) => ({
  ...foundOf(row.personId, row.municipality, row),
  identityNumber: row.identityNumber,
  formerNumbers: row.formerNumbers,
  formerNames: row.formerNames,
  nameSince: row.nameSince,
  diedOn: row.diedOn,
  deathToldOn: row.deathToldOn,
  movedOn: row.movedOn,
  movedTo: row.movedTo,
  contact: isContactWithheld(row, purpose) ? null : row.contact,
  contactWithheld: isContactWithheld(row, purpose) && hasContact(row),
  relations: relationsIn(row, names, today, purpose),
  merged: row.merged,
  disposedClasses: row.disposedClasses,
  revision: String(row.revision),
});

type SubjectPage = ReturnType<typeof pageOf> & ReturnType<Awaited<ReturnType<typeof aboutSubject>>['shown']>;

/** One person, with everything that there is about the person. */
export class SubjectQuery extends Query<Opened<SubjectPage> & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly subjectId: string,
    readonly query: SubjectPageQuery,
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
      models: [...models, 'appointments', 'coordination_register', 'case_overview', 'enquiries'],
      purpose: query.purpose ?? (request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK'),
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const row = await personById(pool, viewer, subjectId, { today });
        if (row === undefined) throw notFound();
        const about = await aboutSubject(asked, row);
        const names = await Names.of(asked, [...row.relations.map(({ partyId }) => partyId), ...about.ids]);
        return { ...pageOf(row, names, today, query.purpose), ...about.shown(names) };
      },
      subjectIds: ({ subjectId: survivorId, merged }) => [survivorId, ...merged],
    });
    return { ...found, currentTo };
  }
}

/** Place in a search: the person shown last, and how many were shown by then, should that person be found no more. */
type After = readonly [personId: string, shown: number];
const isAfter = (value: unknown): value is After =>
  Array.isArray(value) &&
  value.length === 2 &&
  isId(value[0]) &&
  Number.isSafeInteger(value[1]) &&
  value[1] > 0;

/** Persons by number, name or birth date, in the order of their names. */
export class PersonSearchQuery extends Query<{
  readonly persons: readonly Opened<ReturnType<typeof foundOf>>[];
  readonly count: number;
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly search: PersonSearchBody,
    readonly page: PersonSearchPageQuery,
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

  async execute({ request, search, page }: PersonSearchQuery) {
    const after = this.reading.cursorAfter(request, page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models,
      purpose: page.purpose ?? (request.role === 'AUDITOR' ? 'COMPLAINT' : 'REGISTRATION'),
      ask: (asked) => this.#persons(asked, search, after, page),
      subjectIds: ({ persons }) => persons.map(({ subjectId }) => subjectId),
    });
    const { persons, count, next } = found;
    return { persons, count, ...this.reading.next(request, next), currentTo };
  }

  async #persons(
    { pool, viewer, today, names }: Asked,
    search: PersonSearchBody,
    after: After | undefined,
    page: PersonSearchPageQuery,
  ) {
    const limit = limitOf(page);
    const all: { readonly id: string; readonly municipality: string }[] = [];
    for (const municipality of viewer.tenants) {
      for (const id of await this.#idsIn(municipality, search)) all.push({ id, municipality });
    }
    const isOpen = await this.#openIn({ pool, viewer, today, names }, all, search, page.purpose);
    const found = all.filter(({ id }) => isOpen(id) && !isClose(viewer, id));
    const place = after === undefined ? -1 : found.findIndex(({ id }) => id === after[0]);
    const start = after === undefined ? 0 : place + 1 || after[1];
    const shown = found.slice(start, start + limit);
    const held = await names.heldIn(viewer.tenants);
    const ids = shown.map(({ id }) => id);
    // The index is not told of a row that is gone, as of a registration that was taken back.
    const rows = new Map(
      (await peopleByIds(pool, viewer, ids, { today, what: 'personSearch' })).map((row) => [
        row.personId,
        row,
      ]),
    );
    const persons = shown.flatMap(({ id, municipality }) => {
      const row = rows.get(id);
      return row === undefined ? [] : [foundOf(id, municipality, held(id) ?? row)];
    });
    const last = shown.at(-1);
    const next: After | undefined =
      last !== undefined && start + limit < found.length ? [last.id, start + limit] : undefined;
    return { persons, count: found.length, next };
  }

  /** Who may be shown: with a protected address the one whose number is told, and for that purpose alone. */
  async #openIn(
    { pool, viewer, today, names }: Asked,
    found: readonly { readonly id: string }[],
    { identityNumber }: PersonSearchBody,
    purpose: SubjectPurpose | undefined,
  ): Promise<(id: string) => boolean> {
    if (identityNumber !== undefined && purpose === 'CONTACT') return () => true;
    const held = await names.heldIn(viewer.tenants);
    const others = found.flatMap(({ id }) => (held(id) === undefined ? [id] : []));
    const rows = others.length === 0 ? [] : await peopleByIds(pool, viewer, others, { today });
    const hidden = new Set(
      [...rows, ...found.flatMap(({ id }) => held(id) ?? [])]
        .filter(({ protectedAddress }) => protectedAddress === true)
        .map(({ personId }) => personId),
    );
    return (id) => !hidden.has(id);
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
    const { survivorId } = await subjectOf(runner, tenant, claim.subjectId);
    return byName === undefined || byName.includes(survivorId) ? [survivorId] : [];
  }
}
