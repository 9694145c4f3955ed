import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import { auditTrailOfCase, type TrailEntry } from '#projections/audit-trail/queries';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { type Language, languageIn } from '../reading/language.js';
import { Names } from '../reading/names.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { partiesIn, told, type ToldEntry, withoutUntold } from './trail.entries.js';

/** Place in a trail: the entry that was shown last. */
type After = readonly [position: string, eventId: string];

const isAfter = (value: unknown): value is After =>
  Array.isArray(value) &&
  value.length === 2 &&
  /^\d{1,19}$/.test(String(value[0])) &&
  typeof value[1] === 'string';

/** The history of a case and its person, in the order of the log, in words. */
export class CaseTrailQuery extends Query<{
  readonly caseId: string;
  readonly language: Language;
  readonly entries: readonly ToldEntry[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly caseId: string,
    readonly page: {
      readonly readAfter: string | undefined;
      readonly after: string | undefined;
      readonly limit: number;
    },
  ) {
    super();
  }
}

@QueryHandler(CaseTrailQuery)
export class CaseTrailHandler implements IQueryHandler<CaseTrailQuery> {
  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  async execute({ request, caseId, page }: CaseTrailQuery) {
    const after = this.reading.cursorAfter(page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: ['audit_trail', 'people', 'coordination_register'],
      purpose: 'COMPLAINT',
      ask: async ({ pool, viewer }) => {
        const all = await auditTrailOfCase(pool, viewer, caseId);
        if (all?.[0] === undefined) throw notFound();
        const start = after === undefined ? 0 : all.findIndex((entry) => isAt(entry, after)) + 1;
        const entries = all.slice(start, start + page.limit).map(withoutUntold);
        const names = await Names.of(pool, viewer, partiesIn(entries));
        const parties = [...new Set(partiesIn(entries))].map((partyId) => names.party(partyId));
        const last = entries.at(-1);
        const next: After | undefined =
          last && start + page.limit < all.length ? [String(last.position), last.eventId] : undefined;
        return { subjectId: all[0].subjectId, tenant: all[0].municipality, entries, parties, next };
      },
      subjectIds: ({ subjectId }) => [subjectId],
    });
    const language = await this.#language(request, found.tenant);
    const parties = new Map(found.parties.map((party) => [party.partyId, party]));
    return {
      caseId,
      language,
      entries: (found.entries as readonly Opened<TrailEntry>[]).map((entry) =>
        told(entry, language, parties),
      ),
      ...this.reading.next(found.next),
      currentTo,
    };
  }

  async #language({ headers }: ApiRequest, tenant: string): Promise<Language> {
    const { profile } = await profileOf(this.parts.runner, tenant);
    return languageIn(headers['accept-language'], profile?.language === 'NN' ? 'nn' : 'nb');
  }
}

const isAt = ({ position, eventId }: TrailEntry, after: After) =>
  String(position) === after[0] && eventId === after[1];
