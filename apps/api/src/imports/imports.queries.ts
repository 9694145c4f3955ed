import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import { importsPage, type ImportView, isImportAfter } from '#projections/imports/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { limitOf, type PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { Imports } from './imports.js';

/** Imports, the latest first. */
export class ImportsQuery extends Query<{
  readonly imports: readonly (Opened<ImportView> & { readonly underWay: boolean })[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(ImportsQuery)
export class ImportsHandler implements IQueryHandler<ImportsQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly running: Imports,
  ) {}

  async execute({ request, page }: ImportsQuery) {
    const after = this.reading.cursorAfter(request, page.after, isImportAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: ['imports'],
      purpose: 'ADMINISTRATION',
      ask: ({ pool, viewer }) => importsPage(pool, viewer, { after, limit: limitOf(page) }),
      // Texts of the municipality’s own.
      subjectIds: () => [],
    });
    const { rows, next } = found as Opened<{ readonly rows: ImportView[]; readonly next: unknown }>;
    const imports = rows.map((one) => ({ ...one, underWay: this.running.isUnderWay(one.importId) }));
    return { imports, ...this.reading.next(request, next), currentTo };
  }
}
