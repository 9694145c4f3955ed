import { Inject, Injectable } from '@nestjs/common';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import type { Language } from '../reading/language.js';
import { Names } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import { limitOf } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { isAfter, meansOfTelling, partOf, tell } from './telling.js';
import { partiesIn, type ToldEntry, withNewestCorrections, withoutUntold } from './trail.entries.js';
import { Trails } from './trails.js';

export interface RecordTrailPage {
  readonly language: Language;
  readonly entries: readonly ToldEntry[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}

/** A stream that a viewer may see the trail of; undefined where there is none for them. */
type StreamFor = (asked: Asked) => Promise<string | undefined> | string | undefined;

/** Trails of records that are about nobody's case: each is told from its own stream alone. */
@Injectable()
export class RecordTrails {
  readonly #trails: Trails;

  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {
    this.#trails = new Trails(parts.store, parts.codec);
  }

  async page(
    request: ApiRequest,
    tenant: string,
    page: PageQuery,
    { models, streamFor }: { readonly models: readonly string[]; readonly streamFor: StreamFor },
  ): Promise<RecordTrailPage> {
    const after = this.reading.cursorAfter(request, page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: [...models, 'people', 'units'],
      purpose: 'COMPLAINT',
      ask: async (asked) => {
        const stream = await streamFor(asked);
        const trail = await this.#trails.of(stream === undefined ? [] : [{ municipality: tenant, stream }]);
        const { entries: all, earlier } = trail;
        if (all.length === 0) throw notFound();
        const { entries: asWritten, next } = partOf(all, after, limitOf(page));
        const shown = await this.#trails.withTexts(asWritten.map(withNewestCorrections), trail);
        const entries = shown.map(withoutUntold);
        const partyIds = [...new Set(partiesIn(entries, earlier))];
        const names = await Names.of(asked, partyIds);
        return {
          entries,
          telling: await meansOfTelling(this.parts, tenant, { asked, partyIds, names, earlier }),
          next,
        };
      },
      subjectIds: ({ entries }) => entries.map(({ ownerId }) => ownerId),
    });
    return {
      ...tell(request, found.entries as Parameters<typeof tell>[1], found.telling),
      ...this.reading.next(request, found.next),
      currentTo,
    };
  }
}
