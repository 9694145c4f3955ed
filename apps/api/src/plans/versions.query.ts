import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { planStream } from '#plan';
import { planById } from '#projections/plan-content/queries';
import { ApiParts } from '../api-parts.js';
import { historyIn } from '../as-of/case-as-of.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { aboutOf, Names } from '../reading/names.js';
import type { ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { planModels } from './plans.queries.js';
import { type Change, changesBetween, type Content, versionIn } from './versions.js';

export interface PlanVersion {
  readonly planId: string;
  readonly version: number;
  readonly revisedOn: string;
  /** The version that it is compared with; null for the first. */
  readonly since: number | null;
  readonly sections: readonly string[];
  readonly changes: readonly Change[];
}

/** What is new in a version of a plan since the one before, for whoever reads the plan: the sections that they see today. */
export class PlanVersionQuery extends Query<PlanVersion & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly planId: string,
    readonly version: number,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(PlanVersionQuery)
export class PlanVersionHandler implements IQueryHandler<PlanVersionQuery> {
  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  async execute({ request, planId, version, query }: PlanVersionQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: planModels,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const view = await planById(pool, viewer, { planId, today });
        const made = view?.versions.find((one) => one.version === version);
        if (view === undefined || made === undefined) throw notFound();
        const history = await historyIn(this.parts, planStream(view.municipality, planId));
        const { sections } = view;
        const now = view.entries.map(({ entryId }) => entryId);
        const after = versionIn(history, { version, sections, now });
        const before = versionIn(history, { version: version - 1, sections, now });
        if (after === undefined) throw notFound();
        const names = await Names.of(asked, [view.subjectId]);
        return { before, after, sections, revisedOn: made.revisedOn, about: aboutOf(names)(view) };
      },
      subjectIds: ({ about }) => about,
    });
    const { before, after, sections, revisedOn } = found;
    const since = before === undefined || version === 1 ? null : version - 1;
    const changes = changesBetween((before ?? nothingBefore) as Content, after as Content);
    return { planId, version, revisedOn, since, sections, changes, currentTo };
  }
}

const nothingBefore = versionIn([], { version: 0, sections: [], now: [] });
