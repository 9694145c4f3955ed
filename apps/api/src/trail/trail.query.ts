import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type OwnTerm, type OwnWords, type Pair, usualWords } from '#event-sourcing';
import {
  type OwnCodes,
  ownCodesOf,
  type Profile,
  profileOf,
  theGroupFor,
  type Words,
  wordsFor,
} from '#municipality';
import type { Opened } from '#personal-data';
import { streamsOfTrail } from '#projections/audit-trail/queries';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { type Language, languageIn } from '../reading/language.js';
import { Names } from '../reading/names.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { entriesOf, type TrailEntry } from './recorded-entries.js';
import {
  earlierIn,
  misplacedIn,
  partiesIn,
  told,
  type ToldEntry,
  withFormerNames,
  withoutMisplaced,
  withoutUntold,
} from './trail.entries.js';
import type { TrailPurpose } from './trail.page-query.js';

/** Place in a trail: the entry that was shown last. */
type After = readonly [position: string, revision: string];

const isAfter = (value: unknown): value is After =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'string' && /^\d{1,19}$/.test(part));

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
      readonly purpose: TrailPurpose;
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
    const after = this.reading.cursorAfter(request, page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: ['audit_trail', 'people', 'appointments', 'coordination_register'],
      purpose: page.purpose,
      ask: async (asked) => {
        const { pool, viewer } = asked;
        // What row-level security shows of the index, and nothing else, is read.
        const all = await entriesOf(await streamsOfTrail(pool, viewer, caseId, asked), async (stream) =>
          (await this.parts.store.read(stream)).map((event) => this.parts.codec.decode(event)),
        );
        if (all[0] === undefined) throw notFound();
        const start = after === undefined ? 0 : all.filter((entry) => !isBeyond(entry, after)).length;
        const misplaced = page.purpose === 'RECORDED_IN_ERROR' ? new Set<string>() : misplacedIn(all);
        const shown = withFormerNames(all.slice(start, start + page.limit), all);
        const entries = shown.map(withoutUntold).map(withoutMisplaced(misplaced));
        const earlier = earlierIn(all);
        const partyIds = [...new Set(partiesIn(entries, earlier))];
        const names = await Names.of(asked, partyIds);
        const parties = partyIds.map((partyId) => names.party(partyId));
        const last = entries.at(-1);
        const next: After | undefined =
          last && start + page.limit < all.length
            ? [String(last.position), String(last.revision)]
            : undefined;
        const about = [...new Set([all[0], ...entries].map(({ subjectId }) => subjectId))];
        const { municipality: tenant } = all[0];
        const ownCodes = await ownCodesOf(this.parts.runner, tenant);
        return { about, tenant, ownCodes, entries, parties, earlier, next };
      },
      subjectIds: ({ about }) => about,
    });
    const { language, own } = await this.#wording(request, found.tenant, found.ownCodes);
    const parties = new Map(found.parties.map((party) => [party.partyId, party]));
    return {
      caseId,
      language,
      entries: (found.entries as readonly Opened<TrailEntry>[]).map((entry) =>
        told(entry, language, { parties, earlier: found.earlier, own }),
      ),
      ...this.reading.next(request, found.next),
      currentTo,
    };
  }

  /** The language that was asked for, else the municipality's; its own words in any case. */
  async #wording({ headers }: ApiRequest, tenant: string, ownCodes: Opened<OwnCodes>) {
    const { profile } = await profileOf(this.parts.runner, tenant);
    const language = languageIn(headers['accept-language'], profile?.language === 'NN' ? 'nn' : 'nb');
    const words = profile === undefined ? usualWords : ownWordsOf(profile);
    return { language, own: { ...words, codes: wordsByCode(ownCodes) } };
  }
}

/** Words by code; none whose text is deleted. */
const wordsByCode = (ownCodes: Opened<OwnCodes>) =>
  Object.fromEntries(
    Object.entries(ownCodes).map(([list, own]) => [
      list,
      Object.fromEntries(
        own.flatMap(({ code, nb, nn }) =>
          typeof nb === 'string' && typeof nn === 'string' ? [[code, [nb, nn] as const] as const] : [],
        ),
      ),
    ]),
  );

const pairOf = (words: Words | undefined) => words && ([words.nb, words.nn] as const);

function ownWordsOf(profile: Pick<Profile, 'unitTerm' | 'coordinatorTerm' | 'groupTerm'>): OwnWords {
  const own: Readonly<Record<OwnTerm, Pair | undefined>> = {
    unit: pairOf(wordsFor('unit', profile.unitTerm)),
    coordinator: pairOf(wordsFor('coordinator', profile.coordinatorTerm)),
    group: pairOf(wordsFor('group', profile.groupTerm)),
    theGroup: pairOf(theGroupFor(profile.groupTerm)),
  };
  const known = Object.entries(own).filter(([, words]) => words !== undefined);
  return { ...usualWords, ...Object.fromEntries(known) };
}

function isBeyond({ position, revision }: TrailEntry, after: After): boolean {
  const [at, of] = [BigInt(after[0]), BigInt(after[1])];
  return position === at ? revision > of : position > at;
}
