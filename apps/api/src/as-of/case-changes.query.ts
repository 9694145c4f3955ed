import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseStream } from '#casework';
import type { Recorded } from '#event-sourcing';
import type { Opened } from '#personal-data';
import { changesBetween, type ColumnChange } from './changes-between.js';
import { coordinationChanges } from './coordination-changes.js';
import { dayTold } from '#projections/audit-trail/days';
import { titleOf } from '#projections/audit-trail/sentences';
import {
  changeTold,
  type Differing,
  isTold,
  partiesIn,
  type ToldChange,
  withoutWhatStayed,
} from './case-change.js';
import { caseById } from '#projections/case-overview/queries';
import { caseOverview } from '#projections/index';
import { ApiParts } from '../api-parts.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import type { Language } from '../reading/language.js';
import { aboutOf, Names } from '../reading/names.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { nameIn } from '../trail/trail.entries.js';
import { meansOfTelling, toldIn } from '../trail/telling.js';
import { beforeFirst, type BetweenQuery, betweenIn } from './as-of.query.js';
import { historyIn } from './case-as-of.js';
import { filedChanges } from './filed-as-of.js';

/** An event that moved a field, and whose it is. */
interface MovedBy {
  readonly eventId: string;
  readonly type: string;
  readonly title: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: {
    readonly partyId: string;
    readonly name: unknown;
    readonly role: string;
    readonly unit: string | null;
  };
}

export interface CaseChanges {
  readonly caseId: string;
  readonly from: string;
  readonly to: string;
  readonly sense: string;
  readonly language: Language;
  readonly changes: readonly (ToldChange & { readonly by: readonly MovedBy[] })[];
  readonly currentTo: CurrentTo;
}

/** What changed in a case between the ends of two days, field by field, with the events that did it. */
export class CaseChangesQuery extends Query<CaseChanges> {
  constructor(
    readonly request: ApiRequest,
    readonly caseId: string,
    readonly query: BetweenQuery,
  ) {
    super();
  }
}

type Found = Differing & Pick<ColumnChange, 'by'>;

@QueryHandler(CaseChangesQuery)
export class CaseChangesHandler implements IQueryHandler<CaseChangesQuery> {
  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  async execute({ request, caseId, query }: CaseChangesQuery): Promise<CaseChanges> {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: [
        'case_overview',
        'coordination_register',
        'appointments',
        'people',
        'units',
        'documents',
        'complaints',
      ],
      purpose: request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK',
      ask: (asked) => this.#found(asked, caseId, query),
      subjectIds: ({ about }) => about,
    });
    const { between, telling: means } = found;
    const { language, own, parties } = toldIn(request, means);
    const telling = {
      language,
      own,
      nameOf: (id: string) => nameIn(language, parties.get(id)?.name) ?? id,
    };
    const movedBy = (event: Opened<Recorded>): MovedBy => {
      const { id: eventId, type, data, metadata } = event;
      const { partyId, role, unit = null } = metadata.actor;
      return {
        eventId,
        type,
        title: titleOf(type, language),
        occurredOn: dayTold(type, data) ?? metadata.occurredOn,
        recordedAt: metadata.recordedAt,
        actor: { partyId, name: parties.get(partyId)?.name ?? null, role, unit },
      };
    };
    const changes = found.changes.map(({ by, ...change }) => ({
      ...changeTold(change, telling),
      by: by.map(movedBy),
    }));
    return { caseId, ...between, language, changes, currentTo };
  }

  async #found(asked: Asked, caseId: string, query: BetweenQuery) {
    const row = await caseById(asked.pool, asked.viewer, caseId, asked);
    if (row === undefined) throw notFound();
    const between = betweenIn(query, asked.today);
    const { municipality, subjectId } = row;
    const history = await historyIn(this.parts, caseStream(municipality, caseId));
    const changed = changesBetween(caseOverview, history, between);
    if (changed === undefined) throw beforeFirst('from');
    const ofCase = changed.filter(({ column }) => isTold(column)).map(withoutWhatStayed);
    const ofPerson = await coordinationChanges(
      this.parts,
      asked,
      { municipality, subjectId, caseId },
      between,
    );
    const filed = await filedChanges(this.parts, asked, { municipality, caseId }, between);
    const changes = [...ofCase, ...ofPerson, ...filed.changes];
    const partyIds = [...new Set(changes.flatMap(namedIn))];
    const names = await Names.of(asked, [...partyIds, subjectId]);
    const earlier = { parties: {}, events: {}, caseNumbers: {} };
    return {
      between,
      // Of an event nothing is told but its title, its day and whose it is.
      changes: changes.map(({ by, ...change }) => ({ ...change, by: by.map(withoutTexts) })),
      about: [...aboutOf(names)({ subjectId }), ...filed.owners],
      telling: await meansOfTelling(this.parts, municipality, { asked, partyIds, names, earlier }),
    };
  }
}

const namedIn = ({ column, was, now, by }: Found): string[] => [
  ...partiesIn(column, was),
  ...partiesIn(column, now),
  ...by.map(({ metadata }) => metadata.actor.partyId),
];

const withoutTexts = (event: Recorded): Recorded => ({
  ...event,
  data: Object.fromEntries(Object.entries(event.data).filter(([, value]) => typeof value === 'string')),
});
