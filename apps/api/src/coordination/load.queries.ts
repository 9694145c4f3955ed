import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import { isLoadAfter, type Load, type LoadBy, loadPage } from '#projections/appointments/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { Names } from '../reading/names.js';
import { limitOf, type PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

const models = ['appointments', 'coordination_register', 'people'];

const lineOf = ({ of, ...counted }: Load, by: LoadBy, names: Names) => ({
  ...counted,
  coordinator: by === 'UNIT' ? null : names.party(of),
  unit: by === 'UNIT' ? of : null,
});
export type LoadLine = Opened<ReturnType<typeof lineOf>>;

/** For how many each coordinates, or each unit. */
export class LoadQuery extends Query<{
  readonly load: readonly LoadLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly by: LoadBy,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(LoadQuery)
export class LoadHandler implements IQueryHandler<LoadQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, by, page }: LoadQuery) {
    const after = this.reading.cursorAfter(request, page.after, isLoadAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models,
      purpose: 'OVERVIEW',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const { rows, next } = await loadPage(pool, viewer, by, { today, after, limit: limitOf(page) });
        const names = await Names.of(asked, by === 'UNIT' ? [] : rows.map(({ of }) => of));
        return { lines: rows.map((row) => lineOf(row, by, names)), next };
      },
      // Of staff alone: nobody who is coordinated for stands in it.
      subjectIds: () => [],
    });
    const { lines, next } = found as Opened<{ readonly lines: LoadLine[]; readonly next: unknown }>;
    return { load: lines, ...this.reading.next(request, next), currentTo };
  }
}
