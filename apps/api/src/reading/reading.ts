import { Inject, Injectable } from '@nestjs/common';
import type { AccessOutcome, Opened, Purpose, SubjectsOf, Viewer } from '#personal-data';
import { tenantsWithPeople } from '#projections/people/queries';
import type { Page, PageRequest } from '#projections/selection';
import { openedIn, type Opening } from '../access-log/opened.js';
import { AccessNotes } from '../access-log/access-notes.js';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { Logins } from '../auth/logins.js';
import { Clock } from '#apps/clock';
import { ApiConfig } from '../config.js';
import { Problem } from '../problems/problem.js';
import type { Asked } from './asked.js';
import { fromLog } from './from-log.js';
import { aboutOf, Names, type NamedSubject } from './names.js';
import { limitOf, type PageQuery } from './page.query.js';
import { currentAt } from './current-at.js';
import type { CurrentTo } from './read-answer.js';
import { sayFault } from '../problems/fault-sentences.js';

export interface Question<T> {
  /** What the client wants to see at least. */
  readonly readAfter: string | undefined;
  /** The projections that the answer is made of. */
  readonly models: readonly string[];
  readonly purpose: Purpose;
  readonly subjectIds: SubjectsOf<T>;
  readonly ask: (asked: Asked) => Promise<T>;
  /** What it opens about persons, where that is not what the route says. */
  readonly opens?: Opening;
}

/** A list of persons' records, a page at a time. */
export interface Listing<Row, Line, After> {
  readonly page: PageQuery;
  readonly models: readonly string[];
  readonly isAfter: (after: unknown) => after is After;
  readonly rowsOf: (asked: Asked, place: PageRequest<After>) => Promise<Page<Row, After>>;
  /** The persons and parties whose names a line shows. */
  readonly idsIn: (row: Row) => readonly (string | null)[];
  readonly lineOf: (row: Row, names: Names, asked: Asked) => Line;
  /** It is of persons, and leaves those out whose address is protected. Else it is of work, and only tells not whose. */
  readonly isOfPersons?: true;
}

const waitMs = 2_000;
const nothing: CurrentTo = { position: null, at: null };

/** Asks the read models on behalf of a viewer: no earlier than the client's last command, nothing opened but by `disclose`. */
@Injectable()
export class Reading {
  readonly #recording = new Set<string>();

  constructor(
    private readonly logins: Logins,
    private readonly clock: Clock,
    private readonly notes: AccessNotes,
    @Inject(ApiParts) private readonly parts: ApiParts,
    @Inject(ApiConfig) private readonly config: ApiConfig,
  ) {}

  /** The answer, every sealed field opened, and what it is current to. That it was read, or was not there for who asks, is in the access log by then. */
  async answer<T>(
    request: ApiRequest,
    { readAfter, models, purpose, subjectIds, ask, opens = request.opens }: Question<T>,
  ): Promise<{ readonly found: Opened<T>; readonly currentTo: CurrentTo }> {
    const viewer = await this.logins.viewerOf(request);
    if (readAfter !== undefined) await this.#awaited(readAfter, models);
    // Before the rows: they are at least so new.
    const currentTo = await this.#currentTo(viewer, models);
    const today = this.clock.dayOf(this.clock.now());
    if (opens === undefined) throw new Error('The route does not say what it opens about persons (@Opens)');
    const noted = (outcome: AccessOutcome) => (about: readonly string[]) =>
      this.notes.note(request, { opening: opens, purpose, outcome, subjectIds: about });
    try {
      const found = await this.parts.vault.disclosure.disclose(
        viewer,
        purpose,
        subjectIds,
        () => ask({ pool: this.parts.reader, viewer, today, names: this.parts.names }),
        openedIn(opens) === undefined ? 'nobody' : noted('SHOWN'),
      );
      return { found, currentTo };
    } catch (error) {
      if (error instanceof Problem && error.status === 404) await noted('NOT_FOUND')([]);
      throw error;
    }
  }

  /**
   * What the answer is current to, as it concerns the viewer's own municipalities: nothing in it moves because others have recorded something,
   * and nothing is said to who has no records.
   */
  async #currentTo({ tenants }: Viewer, models: readonly string[]): Promise<CurrentTo> {
    const { position, logId, at } = await this.parts.readPositions.current(models);
    if (position === undefined || logId === undefined || at === undefined) return nothing;
    if (!(await this.#haveRecords(tenants))) return nothing;
    return {
      position: this.parts.positions.passingTextOf({ logId, position }),
      at: currentAt(at, this.clock.now()),
    };
  }

  /** Whether anybody is registered in one of these; that stays so. */
  async #haveRecords(tenants: readonly string[]): Promise<boolean> {
    if (tenants.some((tenant) => this.#recording.has(tenant))) return true;
    const here = await tenantsWithPeople(this.parts.reader, tenants);
    for (const tenant of here) this.#recording.add(tenant);
    return here.length > 0;
  }

  /** One page of a list, with the names of everybody in it. */
  async list<
    Row extends { readonly subjectId: string | null },
    Line extends { readonly subject: NamedSubject | null },
    After,
  >(
    request: ApiRequest,
    { page, models, isAfter, rowsOf, idsIn, lineOf, isOfPersons }: Listing<Row, Line, After>,
  ) {
    const place = { after: this.cursorAfter(request, page.after, isAfter), limit: limitOf(page) };
    const { found, currentTo } = await this.answer(request, {
      readAfter: page.readAfter,
      models,
      purpose: request.role === 'AUDITOR' ? 'COMPLAINT' : 'OVERVIEW',
      ask: async (asked) => {
        const { rows, next } = await rowsOf(asked, place);
        const names = await Names.of(asked, rows.flatMap(idsIn));
        const isShown = ({ subjectId }: Row) => subjectId === null || !names.isProtected(subjectId);
        const shown = isOfPersons ? rows.filter(isShown) : rows;
        return {
          lines: shown.map((row) => lineOf(row, names, asked)),
          about: shown.map(aboutOf(names)),
          next,
        };
      },
      subjectIds: ({ about }) => about.flat(),
    });
    const { lines, next } = found as Opened<{ readonly lines: Line[]; readonly next: After | undefined }>;
    return { lines, ...this.next(request, next), currentTo };
  }

  cursorAfter<T>(
    request: ApiRequest,
    text: string | undefined,
    isAfter: (after: unknown) => after is T,
  ): T | undefined {
    return text === undefined ? undefined : this.parts.cursors.read(text, this.#listed(request), isAfter);
  }

  /** The `next` of a page, where there is one. */
  next(request: ApiRequest, after: unknown): { readonly next?: string } {
    return after === undefined ? {} : { next: this.parts.cursors.textOf(this.#listed(request), after) };
  }

  #listed({ url }: ApiRequest) {
    return { logId: this.parts.logId, path: url.split('?')[0] ?? '' };
  }

  async #awaited(readAfter: string, models: readonly string[]): Promise<void> {
    const place = this.parts.positions.read(readAfter);
    if (place === undefined) throw noPosition();
    if (place.logId !== this.parts.logId) {
      throw new Problem('cursor-of-another-log.read-after');
    }
    const patience = this.config.readAfterWaitMs ?? waitMs;
    switch (await this.parts.readPositions.waitFor(models, place, patience)) {
      case 'ready':
        return;
      case 'later':
        if (await this.#isBeyondEnd(place.position)) throw noPosition();
        throw new Problem('not-yet-visible', { headers: { 'Retry-After': '1' } });
      case 'halted':
        throw new Problem('read-models-halted', { headers: { 'Retry-After': '60' } });
    }
  }

  async #isBeyondEnd(position: bigint): Promise<boolean> {
    const end = await fromLog(this.parts.store.end());
    return end !== undefined && position > end;
  }
}

const noPosition = () =>
  new Problem('invalid-query', {
    errors: [{ path: 'readAfter', message: sayFault('read-after') }],
  });
