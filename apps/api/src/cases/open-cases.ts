import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '#apps/clock';
import { openCasesBeside } from '#projections/case-overview/queries';
import { subjectOf } from '#subject';
import type { ItemCode } from '#vocabulary';
import { ApiParts } from '../api-parts.js';
import type { LogPosition } from '../reading/positions.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { Logins } from '../auth/logins.js';

/** A case as it was opened. */
interface Opened {
  readonly caseId: string;
  readonly subjectId: string;
  /** What is applied for; nothing of a need. */
  readonly items: readonly ItemCode[];
  readonly readAfter: string;
}

const models = ['case_overview', 'people', 'appointments', 'coordination_register'];
const patienceMs = 1_000;
const most = 20;

/** Looks for cases that may be the same matter as one that was just opened. */
@Injectable()
export class OpenCases {
  /** Where this process last opened a case of a person. */
  readonly #opened = new LRUCache<string, LogPosition>({
    max: 10_000,
    dispose: (place, _subjectId, reason) => {
      if (reason === 'evict' && place.position > (this.#looked?.position ?? -1n)) this.#looked = place;
    },
  });
  /** Behind all cases of persons of whom nothing is kept. */
  #looked: LogPosition | undefined;

  constructor(
    private readonly logins: Logins,
    private readonly clock: Clock,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /**
   * Open ones of the same person and something of the same, and needs without an application; of a need, all open ones. Of two that are
   * opened at one moment one at least is told of the other. Undefined when the read models cannot be asked, or do not hold yet what was
   * recorded before: it is opened all the same.
   */
  async beside(request: ApiRequest, { caseId, subjectId, items, readAfter }: Opened) {
    try {
      const viewer = await this.logins.viewerOf(request);
      const [tenant] = viewer.tenants;
      if (tenant === undefined) return undefined;
      const place = this.#placeOfOthers(subjectId, readAfter);
      if (place === undefined) return undefined;
      if ((await this.parts.readPositions.waitFor(models, place, patienceMs)) !== 'ready') return undefined;
      const today = this.clock.dayOf(this.clock.now());
      const asked = { today, limit: most };
      const { registrations } = await subjectOf(this.parts.runner, tenant, subjectId);
      const found = await openCasesBeside(this.parts.reader, viewer, { registrations, caseId }, asked);
      return found
        .filter(({ status, items: others }) => status !== 'DECLINED_BY_SUBJECT' && isAlike(items, others))
        .map(({ caseNumber, ...other }) => ({ ...other, ...(caseNumber !== null && { caseNumber }) }));
    } catch {
      return undefined;
    }
  }

  /**
   * Where the read models must stand to hold every other case of the person: where this process last opened one, or where it first looked; the
   * place of the new case itself where another process may have opened one meanwhile.
   */
  #placeOfOthers(subjectId: string, readAfter: string): LogPosition | undefined {
    const own = this.parts.positions.read(readAfter);
    if (own === undefined || !this.parts.soleWriter) return own;
    const before = this.#opened.get(subjectId);
    this.#opened.set(subjectId, own);
    if (before !== undefined) return before;
    this.#looked ??= own;
    return this.#looked;
  }
}

const isAlike = (items: readonly string[], others: readonly string[]) =>
  items.length === 0 || others.length === 0 || others.some((item) => items.includes(item));
