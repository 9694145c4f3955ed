import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Sealed, usualWords } from '#event-sourcing';
import { type OwnCodes, ownCodesOf, profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import { streamsOfTrail } from '#projections/audit-trail/queries';
import { isDay, isId } from '#projections/selection';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { type Language, languageIn } from '../reading/language.js';
import { ownWordsOf, termsOf } from '../reading/own-words.js';
import { aboutOf, type NamedBorn, type NamedParty, Names } from '../reading/names.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import type { TrailEntry } from './recorded-entries.js';
import {
  misplacedIn,
  partiesIn,
  type ShownEntry,
  told,
  type ToldEntry,
  withFormerNames,
  withNewestCorrections,
  withoutMisplaced,
  withoutUntold,
  withSuccessors,
} from './trail.entries.js';
import type { TrailPurpose } from './trail.page-query.js';
import { Trails } from './trails.js';

/** Place in a trail: the entry that was shown last, and its day. */
type After = readonly [occurredOn: string, eventId: string];

const isAfter = (value: unknown): value is After =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

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
      models: ['audit_trail', 'people', 'appointments', 'coordination_register'],
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
        const names = await Names.of(asked, [...partyIds, viewer.partyId, ofCase.subjectId]);
        const { profile } = await profileOf(this.parts.runner, ofCase.municipality);
        const last = asWritten.at(-1);
        const isMore = start + page.limit < all.length;
        return {
          today: asked.today,
          caseNumber: numberIn(all),
          subject: names.born(ofCase.subjectId),
          municipality: {
            key: ofCase.municipality,
            number: profile?.municipalityNumber ?? null,
            name: profile?.name ?? null,
          },
          by: names.party(viewer.partyId),
          about: [...aboutOf(names)(ofCase), ...entries.map(({ subjectId }) => subjectId)],
          entries,
          parties: partyIds.map((partyId) => names.party(partyId)),
          earlier,
          profile: profile && termsOf(profile),
          ownCodes: await ownCodesOf(this.parts.runner, ofCase.municipality),
          next: last && isMore ? ([last.occurredOn, last.eventId] satisfies After) : undefined,
        };
      },
      subjectIds: ({ about }) => about,
    });
    const { profile, subject, municipality, by } = found;
    const { login, role } = request;
    // The language that was asked for, else the municipality's; its own words in any case.
    const language = languageIn(request.headers['accept-language'], profile?.language === 'NN' ? 'nn' : 'nb');
    const words = profile === undefined ? usualWords : ownWordsOf(profile);
    const own = { ...words, codes: wordsByCode(found.ownCodes) };
    const parties = new Map(found.parties.map((party) => [party.partyId, party]));
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
      language,
      entries: (found.entries as readonly Opened<ShownEntry>[]).map((entry) =>
        told(entry, language, { parties, earlier: found.earlier, own }),
      ),
      ...this.reading.next(request, found.next),
      currentTo,
    };
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

/** The number that the case got, whichever entry gave it. */
function numberIn(entries: readonly TrailEntry[]): string | null {
  const numbers = entries.map(({ data }) => data['caseNumber']);
  return numbers.find((number) => typeof number === 'string') ?? null;
}

/** Behind the entry; where its day was corrected meanwhile, behind that day. */
function startAfter([occurredOn, eventId]: After, entries: readonly TrailEntry[]): number {
  const at = entries.findIndex((entry) => entry.eventId === eventId && entry.occurredOn === occurredOn);
  if (at >= 0) return at + 1;
  const later = entries.findIndex((entry) => entry.occurredOn > occurredOn);
  return later < 0 ? entries.length : later;
}
