import { Injectable } from '@nestjs/common';
import { type Asking, behind, countedOf, FactsOfLog } from '#reporting';
import { casesInBrief } from '#projections/case-overview/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import { Names } from '../reading/names.js';
import type { ReadQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import { integer, list, listedSubject, object, orNull, party, text } from '../reading/shape.js';
import { sayFault } from '../problems/fault-sentences.js';
import { textOf } from '../validation/decorators.js';

/** So many are shown of what a number counts; the answer says how many there are. */
const mostShown = 500;

/** A place among the figures, `P1` or `P1/AGE/0-5`. */
export const CellOfFigure = () =>
  textOf(
    'cell',
    sayFault('id'),
    /^[A-Z0-9]{1,5}(\/[A-Z0-9_]{1,30}\/[A-Z0-9_:+-]{1,90})?$/,
    {},
    'By which a number is asked about',
  );

export const behindShape = {
  cell: text(),
  count: integer(),
  behind: list(
    object({
      subject: orNull(listedSubject),
      caseId: orNull(text()),
      caseNumber: orNull(text()),
      complaintId: orNull(text()),
      meetingId: orNull(text()),
      party: orNull(party),
      days: orNull(integer()),
    }),
  ),
};

/** Tells who is behind a number, to whom that may be told: by name, save whose address is protected. */
@Injectable()
export class BehindCells {
  constructor(
    private readonly reading: Reading,
    private readonly log: FactsOfLog,
  ) {}

  async of(
    request: ApiRequest,
    { readAfter, cell }: ReadQuery & { readonly cell: string },
    asking: (today: string, tenant: string) => Promise<Asking> | Asking,
  ) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models: ['people', 'case_overview'],
      purpose: request.role === 'AUDITOR' ? 'COMPLAINT' : 'OVERVIEW',
      ask: async (asked) => {
        const tenant = tenantOf(request);
        const all = await this.keysOf(tenant, cell, await asking(asked.today, tenant));
        const shown = all.slice(0, mostShown);
        const ids = shown.flatMap(({ personId, partyId }) => [personId, partyId]);
        const names = await Names.of(asked, ids);
        const caseIds = shown.flatMap(({ caseId }) => caseId ?? []);
        const cases = await casesInBrief(asked.pool, asked.viewer, caseIds);
        return {
          cell,
          count: all.length,
          about: shown.flatMap(({ personId }) =>
            personId === null ? [] : [personId, names.survivor(personId)],
          ),
          behind: shown.map(({ personId, partyId, caseId, complaintId, meetingId, days }) => ({
            subject: personId === null ? null : names.listed(personId),
            caseId,
            caseNumber: cases.get(caseId ?? '')?.caseNumber ?? null,
            complaintId,
            meetingId,
            party: names.party(partyId),
            days,
          })),
        };
      },
      subjectIds: ({ about }) => about,
    });
    const { about: _, ...told } = found;
    return { ...told, currentTo };
  }

  private async keysOf(tenant: string, cell: string, { period, trueOn, until, by }: Asking) {
    const known = await this.log.known(tenant, until, by);
    const all =
      known && behind(known.register, countedOf(known, tenant, { period, trueOn }).contributors, cell);
    if (!all) throw notFound();
    return all;
  }
}
