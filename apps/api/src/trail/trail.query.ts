import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Sealed } from '#event-sourcing';
import type { Opened } from '#personal-data';
import { streamsOfTrail } from '#projections/audit-trail/queries';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Language } from '../reading/language.js';
import { aboutOf, type NamedBorn, type NamedParty, Names } from '../reading/names.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import type { TrailEntry } from './recorded-entries.js';
import {
  misplacedIn,
  partiesIn,
  type ShownEntry,
  type ToldEntry,
  withFormerNames,
  withNewestCorrections,
  withoutMisplaced,
  withoutUntold,
  withSuccessors,
} from './trail.entries.js';
import { type After, isAfter, meansOfTelling, startAfter, tell } from './telling.js';
import type { TrailPurpose } from './trail.page-query.js';
import { Trails } from './trails.js';

/** What stands above a trail: whose it is, and who had it made when. */
export interface Extract {
  readonly subject: NamedBorn;
  /** `key` is the municipality's in this service; name and number are those of today. */
  readonly municipality: {
    readonly key: string;
    readonly number: string | null;
    readonly name: Sealed | null;
  };
  readonly madeOn: string;
  readonly by: Pick<NamedParty, 'name'> & { readonly role: string };
}

export interface TrailPage {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly extract: Opened<Extract>;
  readonly language: Language;
  readonly entries: readonly ToldEntry[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}

/** The history of a case and its person, by the days on which it happened, in words. */
export class CaseTrailQuery extends Query<TrailPage> {
  constructor(
    readonly request: ApiRequest,
    readonly caseId: string,
    readonly page: {
      readonly readAfter: string | undefined;
      readonly after: string | undefined;
      readonly limit: number;
      readonly purpose: TrailPurpose;
    },
  ) {
    super();
  }
}

@QueryHandler(CaseTrailQuery)
export class CaseTrailHandler implements IQueryHandler<CaseTrailQuery> {
  readonly #trails: Trails;

  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {
    this.#trails = new Trails(parts.store, parts.codec);
  }

  async execute({ request, caseId, page }: CaseTrailQuery) {
    const after = this.reading.cursorAfter(request, page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: ['audit_trail', 'people', 'appointments', 'coordination_register', 'units'],
      purpose: page.purpose,
      ask: async (asked) => {
        const { pool, viewer } = asked;
        // What row-level security shows of the index, and nothing else, is read.
        const trail = await this.#trails.of(await streamsOfTrail(pool, viewer, caseId, asked));
        const { entries: all, earlier } = trail;
        const ofCase = all.find(({ stream }) => stream.startsWith('case-'));
        if (ofCase === undefined) throw notFound();
        const start = after === undefined ? 0 : startAfter(after, all);
        const asWritten = all.slice(start, start + page.limit);
        const misplaced = page.purpose === 'RECORDED_IN_ERROR' ? new Set<string>() : misplacedIn(all);
        const shown = withSuccessors(withFormerNames(asWritten, all), all).map(withNewestCorrections);
        const entries = (await this.#trails.withTexts(shown, trail))
          .map(withoutUntold)
          .map(withoutMisplaced(misplaced));
        const partyIds = [...new Set(partiesIn(entries, earlier))];
        const names = await Names.of(asked, [...partyIds, viewer.partyId, ofCase.ownerId]);
        const means = { asked, partyIds, names, earlier };
        const telling = await meansOfTelling(this.parts, ofCase.municipality, means);
        const last = asWritten.at(-1);
        const isMore = start + page.limit < all.length;
        return {
          today: asked.today,
          caseNumber: numberIn(all),
          subject: names.born(ofCase.ownerId),
          municipality: { key: ofCase.municipality, ...telling.municipality },
          by: names.party(viewer.partyId),
          about: [...aboutOf(names)({ subjectId: ofCase.ownerId }), ...entries.map(({ ownerId }) => ownerId)],
          entries,
          telling,
          next: last && isMore ? ([last.occurredOn, last.eventId] satisfies After) : undefined,
        };
      },
      subjectIds: ({ about }) => about,
    });
    const { subject, municipality, by } = found;
    const { login, role } = request;
    return {
      caseId,
      caseNumber: found.caseNumber,
      extract: {
        subject,
        municipality,
        madeOn: found.today,
        // Who has recorded nothing yet is no party: the token has the name.
        by: { name: by.name ?? login.name ?? null, role },
      },
      ...tell(request, found.entries as readonly Opened<ShownEntry>[], found.telling),
      ...this.reading.next(request, found.next),
      currentTo,
    };
  }
}

/** The number that the case got, whichever entry gave it. */
function numberIn(entries: readonly TrailEntry[]): string | null {
  const numbers = entries.map(({ data }) => data['caseNumber']);
  return numbers.find((number) => typeof number === 'string') ?? null;
}
