import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#apps/clock';
import { caseOverviewPage, hasOtherCase } from '#projections/case-overview/queries';
import type { ItemCode } from '#vocabulary';
import { ApiParts } from '../api-parts.js';
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
  constructor(
    private readonly logins: Logins,
    private readonly clock: Clock,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /**
   * Open ones of the same person and something of the same, and needs without an application; of a need, all open ones. Undefined when the
   * read models cannot be asked, or do not hold the new case yet: it is opened all the same.
   */
  async beside(request: ApiRequest, { caseId, subjectId, items, readAfter }: Opened) {
    try {
      const place = this.parts.positions.read(readAfter);
      if (place === undefined) return undefined;
      const isSeen = (await this.parts.readPositions.waitFor(models, place, patienceMs)) === 'ready';
      if (!isSeen) return undefined;
      const viewer = await this.logins.viewerOf(request);
      // Nearly nobody has another, which is soon said.
      if (!(await hasOtherCase(this.parts.reader, viewer, { subjectId, caseId }))) return [];
      const today = this.clock.dayOf(this.clock.now());
      const filter = { subjectId, withoutDecision: true };
      const { rows } = await caseOverviewPage(this.parts.reader, viewer, filter, { today, limit: most });
      return rows
        .filter((row) => row.caseId !== caseId && row.status !== 'DECLINED_BY_SUBJECT')
        .filter((row) => isAlike(items, row.items))
        .map(({ caseId: id, caseNumber, status, openedOn, items: asked }) => ({
          caseId: id,
          ...(caseNumber !== null && { caseNumber }),
          status,
          openedOn,
          items: asked,
        }));
    } catch {
      return undefined;
    }
  }
}

const isAlike = (items: readonly string[], others: readonly string[]) =>
  items.length === 0 || others.length === 0 || others.some((item) => items.includes(item));
