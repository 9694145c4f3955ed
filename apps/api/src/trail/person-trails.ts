import { Inject, Injectable } from '@nestjs/common';
import type { Sealed } from '#event-sourcing';
import { LEFT_OUT, type Opened } from '#personal-data';
import type { AsOf } from '../as-of/known.js';
import type { TrailStream } from '#projections/audit-trail/queries';
import { ApiParts } from '../api-parts.js';
import { type AsOfQuery, asOfIn, beforeFirst } from '../as-of/as-of.query.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import type { Language } from '../reading/language.js';
import { aboutOf, type NamedBorn, type NamedParty, Names } from '../reading/names.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import {
  type Earlier,
  misplacedIn,
  partiesIn,
  type ShownEntry,
  type ToldEntry,
  withCaseNumbers,
  withFormerNames,
  withNewestCorrections,
  withoutMisplaced,
  withoutUntold,
  withSuccessors,
} from './trail.entries.js';
import { type After, isAfter, meansOfTelling, partOf, tell } from './telling.js';
import type { TrailEntry } from './recorded-entries.js';
import type { TrailPurpose } from './trail.page-query.js';
import { Trails } from './trails.js';
import { lastRecorded, namedBut, relativesIn, unprinted, withoutTexts } from './unprinted.js';

/** What stands above a trail: whose it is, and who had it made when. */
export interface Extract {
  readonly subject: NamedBorn;
  /** `key` is the municipality's in this service; name and number are those of today. */
  readonly municipality: {
    readonly key: string;
    readonly number: string | null;
    readonly name: Sealed | null;
  };
  /** As of which day; null for now. */
  readonly asOf: AsOf | null;
  readonly madeOn: string;
  readonly by: Pick<NamedParty, 'name'> & { readonly role: string };
}

export interface TrailPage {
  readonly caseNumber: string | null;
  readonly extract: Opened<Extract>;
  readonly language: Language;
  readonly entries: readonly ToldEntry[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}

/** Which part of a trail is asked for, for what, and whether it goes out of the program. */
export interface TrailPart extends Pick<AsOfQuery, 'asOf' | 'sense'> {
  readonly readAfter: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
  readonly purpose: TrailPurpose;
  readonly isFile: boolean;
  /** With what a correction may change. */
  readonly withFields: boolean;
}

/** Streams about a person, and the category of the one that the trail is of. */
export interface TrailOf {
  readonly of: 'case' | 'subject';
  readonly models: readonly string[];
  readonly streams: (asked: Asked) => Promise<readonly TrailStream[]>;
  /** Which entries of these streams are told; all of them unless told. */
  readonly tells?: (entry: TrailEntry) => boolean;
}

/** What is left out of a trail that goes to others. */
export interface LeftOut {
  /** Parties that are not named. */
  readonly names: ReadonlySet<string>;
  /** Texts, as event id and field. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A trail from its first entry to its last, as a file that goes out. */
export interface WholeTrail extends TrailPage {
  /** Those whose names it tells, with the names that it leaves out. */
  readonly parties: readonly Opened<NamedParty>[];
  /** Its entry that was recorded last. */
  readonly last: Pick<TrailEntry, 'eventId' | 'recordedAt'>;
}

const models = ['audit_trail', 'people', 'appointments', 'coordination_register', 'units'];

/** Trails of persons and of their cases, by the days on which it happened, in words. */
@Injectable()
export class PersonTrails {
  readonly #trails: Trails;

  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {
    this.#trails = new Trails(parts.store, parts.codec);
  }

  async page(request: ApiRequest, part: TrailPart, trailOf: TrailOf): Promise<TrailPage> {
    const { page } = await this.#read(request, part, trailOf);
    return page;
  }

  /** All of it in the municipality's language unless told, without what is left out. */
  async whole(
    request: ApiRequest,
    readAfter: string | undefined,
    { language, leftOut, ...trailOf }: TrailOf & { readonly language?: Language; readonly leftOut: LeftOut },
  ): Promise<WholeTrail> {
    const part = {
      readAfter,
      after: undefined,
      limit: Infinity,
      purpose: 'COMPLAINT',
      isFile: true,
    } as const;
    const headers = language === undefined ? {} : { 'accept-language': language };
    const all = { ...part, withFields: true };
    const { page, parties, last } = await this.#read(request, all, trailOf, { headers, leftOut });
    return { ...page, parties, last };
  }

  async #read(
    request: ApiRequest,
    part: TrailPart,
    trailOf: TrailOf,
    { headers, leftOut }: { readonly headers: ApiRequest['headers']; readonly leftOut?: LeftOut } = request,
  ) {
    const after = this.reading.cursorAfter(request, part.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: part.readAfter,
      models: [...models, ...trailOf.models],
      purpose: part.purpose,
      ask: (asked) => this.#found(asked, after, part, trailOf, leftOut),
      subjectIds: ({ about }) => about,
    });
    const { subject, municipality, by, hidden, telling, last } = found;
    const { login, role } = request;
    const named = namedBut(new Set(hidden), telling.parties);
    const parties = leftOut === undefined ? named : namedBut(leftOut.names, named, LEFT_OUT);
    const page: TrailPage = {
      caseNumber: found.caseNumber,
      extract: {
        subject,
        municipality,
        asOf: found.asOf,
        madeOn: found.today,
        // Who has recorded nothing yet is no party: the token has the name.
        by: { name: by.name ?? login.name ?? null, role },
      },
      ...tell(
        { headers },
        found.entries as readonly Opened<ShownEntry>[],
        { ...telling, parties },
        part.withFields,
      ),
      ...this.reading.next(request, found.next),
      currentTo,
    };
    return { page, parties: telling.parties, last };
  }

  async #found(
    asked: Asked,
    after: After | undefined,
    part: TrailPart,
    { of, streams, tells }: TrailOf,
    leftOut: LeftOut | undefined,
  ) {
    const { limit, purpose, isFile } = part;
    const { viewer, today } = asked;
    // What row-level security shows of the index, and nothing else, is read.
    const whole = await this.#trails.of(await streams(asked));
    const isOf = ({ stream }: { readonly stream: string }) => stream.startsWith(`${of}-`);
    if (!whole.entries.some(isOf)) throw notFound();
    const asOf = asOfIn(part, today);
    const trail = asOf === undefined ? whole : this.#trails.asOf(whole, asOf);
    const { earlier } = trail;
    const all = tells === undefined ? trail.entries : trail.entries.filter(tells);
    const first = all.find(isOf);
    if (first === undefined) throw asOf === undefined ? notFound() : beforeFirst('asOf');
    const { ownerId, municipality, stream } = first;
    const { entries: asWritten, next } = partOf(all, after, limit);
    const misplaced = purpose === 'RECORDED_IN_ERROR' ? new Set<string>() : misplacedIn(whole.entries);
    const shown = withSuccessors(withFormerNames(asWritten, all), all).map(withNewestCorrections);
    const withTexts = await this.#trails.withTexts(shown, trail);
    const opened = withCaseNumbers(withTexts, numbersIn(earlier))
      .map(withoutUntold)
      .map(withoutMisplaced(misplaced))
      .map((entry) => (leftOut === undefined ? entry : withoutTexts(leftOut.texts)(entry)));
    const partyIds = [...new Set(partiesIn(opened, earlier))];
    const names = await Names.of(asked, [...partyIds, viewer.partyId, ownerId]);
    const isUnprinted = isFile && names.isProtected(ownerId);
    const entries = isUnprinted ? opened.map(unprinted) : opened;
    const telling = await meansOfTelling(this.parts, municipality, { asked, partyIds, names, earlier });
    const born = names.born(ownerId);
    return {
      today,
      asOf: asOf ?? null,
      caseNumber: earlier.caseNumbers[stream] ?? null,
      subject: isUnprinted ? { ...born, givenName: null, familyName: null, birthDate: null } : born,
      municipality: { key: municipality, ...telling.municipality },
      by: names.party(viewer.partyId),
      about: [...aboutOf(names)({ subjectId: ownerId }), ...entries.map((entry) => entry.ownerId)],
      entries,
      telling,
      last: lastRecorded(all),
      hidden: isUnprinted ? [...relativesIn(all)] : [],
      next,
    };
  }
}

/** What people know the cases of a trail by, by id. */
const numbersIn = ({ caseNumbers }: Earlier) =>
  new Map(
    Object.entries(caseNumbers).map(([stream, caseNumber]) => [
      stream.slice(stream.indexOf('.') + 1),
      { caseNumber },
    ]),
  );
