import { Inject, Injectable } from '@nestjs/common';
import { casesInBrief } from '#projections/case-overview/queries';
import { ApiParts } from '../api-parts.js';
import type { Exchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import type { Language } from '../reading/language.js';
import { Names } from '../reading/names.js';
import { limitOf } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { flagOf } from '../reading/query-flags.js';
import { Reading } from '../reading/reading.js';
import { isAfter, meansOfTelling, partOf, tell } from './telling.js';
import type { TrailEntry } from './recorded-entries.js';
import {
  casesAtMeeting,
  misplacedIn,
  partiesIn,
  type ShownEntry,
  type ToldEntry,
  withCaseNumbers,
  withNewestCorrections,
  withoutMisplaced,
  withoutUntold,
} from './trail.entries.js';
import type { PlainTrailQuery, TrailPurpose } from './trail.page-query.js';
import { Trails } from './trails.js';

export interface RecordTrailPage {
  readonly language: Language;
  readonly entries: readonly ToldEntry[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}

/** A stream that a viewer may see the trail of; undefined where there is none for them. */
type StreamFor = (asked: Asked) => Promise<string | undefined> | string | undefined;

interface RecordOf {
  readonly models: readonly string[];
  readonly streamFor: StreamFor;
  /** What of the whole trail a viewer is told; all of it unless told. */
  readonly told?: (all: readonly TrailEntry[], asked: Asked) => readonly TrailEntry[];
  /** What it is read for, where it may hold what was recorded about the wrong person. */
  readonly purpose?: TrailPurpose | undefined;
}

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

  /** A page of it, in the language that is asked for, which the answer's headers tell. */
  async page(
    { request, reply }: Exchange,
    tenant: string,
    page: PlainTrailQuery,
    { models, streamFor, told = (all) => all, purpose }: RecordOf,
  ): Promise<RecordTrailPage> {
    const after = this.reading.cursorAfter(request, page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: [...models, 'people', 'units'],
      purpose: purpose ?? 'COMPLAINT',
      ask: async (asked) => {
        const stream = await streamFor(asked);
        const trail = await this.#trails.of(stream === undefined ? [] : [{ municipality: tenant, stream }]);
        const { entries: all, earlier } = trail;
        if (all.length === 0) throw notFound();
        const { entries: asWritten, next } = partOf(told(all, asked), after, limitOf(page));
        const shown = await this.#trails.withTexts(asWritten.map(withNewestCorrections), trail);
        const misplaced = purpose === 'COMPLAINT' ? misplacedIn(all) : new Set<string>();
        const opened: readonly ShownEntry[] = shown.map(withoutUntold).map(withoutMisplaced(misplaced));
        const cases = await casesInBrief(asked.pool, asked.viewer, casesAtMeeting(opened));
        const entries = withCaseNumbers(opened, cases);
        const partyIds = [...new Set(partiesIn(entries, earlier))];
        const names = await Names.of(asked, partyIds);
        return {
          entries,
          telling: await meansOfTelling(this.parts, tenant, { asked, partyIds, names, earlier }),
          next,
        };
      },
      subjectIds: ({ entries }) => entries.flatMap(whoseTexts),
    });
    const trail = tell(
      request,
      found.entries as Parameters<typeof tell>[1],
      found.telling,
      flagOf(page.withFields),
    );
    reply.header('Vary', 'Accept-Language').header('Content-Language', trail.language);
    return {
      ...trail,
      ...this.reading.next(request, found.next),
      currentTo,
    };
  }
}

/** The record's own texts, and those of the person whom an entry of it is about. */
const whoseTexts = ({ ownerId, data: { subjectId } }: ShownEntry): string[] =>
  typeof subjectId === 'string' ? [ownerId, subjectId] : [ownerId];
