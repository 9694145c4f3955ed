import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#apps/clock';
import { plusDays } from '#deadlines';
import type { AccessFilter, KeptEntry, Opened, Purpose } from '#personal-data';
import { casesInBrief } from '#projections/case-overview/queries';
import { personById, type PersonView } from '#projections/people/queries';
import { formerIdsOf } from '#projections/staff/mergers';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { KnownMergers } from '../auth/known-mergers.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { Names } from '../reading/names.js';
import { limitOf, type PageQuery } from '../reading/page.query.js';
import { Reading } from '../reading/reading.js';
import type { AccessLogPageQuery } from './access-log.page-query.js';

const models = ['people', 'case_overview'];
/** So many of those whom a reading showed are named; how many there were is told. */
const mostNamed = 5;

const isAfter = (value: unknown): value is number => Number.isSafeInteger(value);

/** Days in Norway. */
interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** How much of it at once, and as which line of the table of access lets whoever asks see it. */
interface HowOfPerson {
  readonly limit?: number;
  readonly what?: 'accessLog' | 'ownPage';
  readonly purpose?: Purpose;
  /** Refuses a person whose log is not to be told. */
  readonly admits?: (person: PersonView) => void;
}

/** Who has read whose data, as the log has it, with names beside the ids; looking is a reading too, and in the log before it is answered. */
@Injectable()
export class AccessLogReading {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
    private readonly mergers: KnownMergers,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** A page of the municipality's log, the newest first. */
  async page(request: ApiRequest, query: AccessLogPageQuery) {
    const municipality = tenantOf(request);
    const before = this.reading.cursorAfter(request, query.after, isAfter);
    const limit = limitOf(query);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose: 'ACCESS_CONTROL',
      ask: async (asked) => {
        const { subjectId, caseId, readerId, outcome } = query;
        const filter = {
          municipality,
          recordId: caseId,
          outcome,
          subjectIds: subjectId === undefined ? undefined : await registrationsOf(asked, subjectId),
          readerIds:
            readerId === undefined
              ? undefined
              : [readerId, ...formerIdsOf(await this.mergers.of(municipality), readerId)],
          ...this.#instants(query),
        };
        const entries = await this.#entries(filter, before, limit);
        const told = await this.#told(asked, municipality, entries.shown);
        const shown = entries.shown.map((entry, nth) => {
          const { subjectIds } = entry;
          const persons = [
            ...new Set(subjectIds.filter((id) => told.names.knows(id)).map((id) => told.names.survivor(id))),
          ];
          const named = persons
            .toSorted((one, other) => Number(other === subjectId) - Number(one === subjectId))
            .slice(0, mostNamed);
          return {
            line: {
              ...told.lines[nth]!,
              subjects: named.map((id) => told.names.listed(id)),
              subjectCount: persons.length,
            },
            about: subjectIds.filter((id) => named.includes(told.names.survivor(id))).concat(named),
          };
        });
        return {
          lines: shown.map(({ line }) => line),
          about: shown.flatMap(({ about }) => about),
          next: entries.next,
        };
      },
      subjectIds: ({ about }) => about,
    });
    return {
      entries: await this.#withReaders(municipality, found.lines),
      ...this.reading.next(request, found.next),
      currentTo,
    };
  }

  /** Who has read about one person: all of it that is told at once, the newest first. */
  async ofPerson(
    request: ApiRequest,
    subjectId: string,
    query: PageQuery & Days,
    { limit = limitOf(query), what = 'accessLog', purpose = 'ACCESS_CONTROL', admits }: HowOfPerson = {},
  ) {
    const municipality = tenantOf(request);
    const before = this.reading.cursorAfter(request, query.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose,
      ask: async (asked) => {
        const row = await personById(asked.pool, asked.viewer, subjectId, { ...asked, what });
        if (row === undefined) throw notFound();
        admits?.(row);
        const subjectIds = [row.personId, ...row.merged];
        const { shown, next } = await this.#entries(
          { municipality, subjectIds, ...this.#instants(query) },
          before,
          limit,
        );
        const { lines, names } = await this.#told(asked, municipality, shown, subjectId);
        return { subject: names.born(subjectId), lines, next, about: subjectIds };
      },
      subjectIds: ({ about }) => about,
    });
    const { subject, lines, next } = found;
    return {
      subject,
      entries: await this.#withReaders(municipality, lines),
      ...this.reading.next(request, next),
      currentTo,
    };
  }

  #instants({ from, to }: Days) {
    return {
      from: from && this.clock.startOf(from),
      until: to && this.clock.startOf(plusDays(to, 1)),
    };
  }

  async #entries(filter: AccessFilter, before: number | undefined, limit: number) {
    const found = await this.parts.vault.accessLog.page(filter, { before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    return { shown, next: found.length > limit ? shown.at(-1)?.seq : undefined };
  }

  /** With what is known of those who read and of the cases; names are still closed. */
  async #told(asked: Asked, municipality: string, entries: readonly KeptEntry[], ...more: readonly string[]) {
    const ids = entries.flatMap(({ partyId, subjectIds }) => [partyId, ...subjectIds]);
    const [names, cases] = await Promise.all([
      Names.of(asked, [...new Set([...ids, ...more])]),
      casesInBrief(
        asked.pool,
        { ...asked.viewer, tenants: [municipality] },
        entries.flatMap(({ recordId }) => recordId ?? []),
      ),
    ]);
    const lines = entries.map(
      ({ seq, at, partyId, role, units, purpose, what, route, recordId, outcome }) => ({
        number: seq,
        at,
        reader: names.party(partyId),
        role,
        units,
        purpose,
        what,
        route,
        recordId,
        caseNumber: cases.get(recordId ?? '')?.caseNumber ?? null,
        outcome,
      }),
    );
    return { names, lines };
  }

  /** Who has recorded nothing yet is called as the token has it that was read with. */
  async #withReaders<
    L extends { readonly reader: Opened<{ readonly partyId: string; readonly name: unknown }> },
  >(tenant: string, lines: readonly L[]): Promise<L[]> {
    const nameless = lines.filter(({ reader }) => reader.name === null).map(({ reader }) => reader.partyId);
    const known = await this.parts.vault.readers.namesOf(tenant, [...new Set(nameless)]);
    return lines.map((line) => ({
      ...line,
      reader: { ...line.reader, name: line.reader.name ?? known.get(line.reader.partyId) ?? null },
    }));
  }
}

/** The person's registrations, the one that it goes on under first. */
async function registrationsOf(asked: Asked, subjectId: string): Promise<string[]> {
  const row = await personById(asked.pool, asked.viewer, subjectId, { ...asked, what: 'accessLog' });
  return row === undefined ? [subjectId] : [row.personId, ...row.merged];
}
