import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#event-sourcing';
import type { PlanOverview } from '#meeting';
import { leaderOf, profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import { type BriefCase, casesInBrief } from '#projections/case-overview/queries';
import {
  earlierTreatments,
  type EarlierTreatment,
  isMeetingAfter,
  meetingById,
  type MeetingFilter,
  type MeetingLine,
  meetingsPage,
  type MeetingView,
} from '#projections/meetings/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { fromLog } from '../reading/from-log.js';
import { Names } from '../reading/names.js';
import { limitOf, type PageQuery, type ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { taskModels } from '../tasks/task-models.js';
import { retentionOf } from '../reading/retention.js';
import { asOfThen, overviewNow } from './plan-overview.js';
import { timeOf } from './time-of-day.js';

const models = ['meetings', 'people'];

const timed = <T extends { readonly startsAt: number | null }>({ startsAt, ...rest }: T) => ({
  ...rest,
  startsAt: startsAt === null ? null : timeOf(startsAt),
});

/** What a meeting's page tells beside its own row. */
interface Beside {
  readonly briefs: ReadonlyMap<string, BriefCase>;
  readonly earlier: readonly EarlierTreatment[];
  /** Whose leader leads the meetings by the profile, and who that is on the day. */
  readonly leader: { readonly unit: string; readonly partyId: string | null } | null;
  /** As it is now, until the meeting is held. */
  readonly overview: PlanOverview | null;
}

function pageOf(
  { revision, cases, attendance, ...row }: MeetingView,
  names: Names,
  { briefs, earlier, leader, overview }: Beside,
) {
  const parties = (ids: readonly string[] | null) => (ids ?? []).map((id) => names.party(id));
  return {
    ...timed(row),
    overview: row.overview ?? overview,
    ledBy: names.party(row.ledBy),
    leader: leader && { unit: leader.unit, party: names.party(leader.partyId) },
    invitedParties: parties(row.invitedParties),
    protocolApprovedBy: parties(row.protocolApprovedBy),
    attendance: attendance.map(({ partyId, unit, substituteFor }) => ({
      party: names.party(partyId),
      unit,
      substituteFor: names.party(substituteFor),
    })),
    cases: cases.map(({ subjectId, disqualified, ...one }) => ({
      ...one,
      caseNumber: briefs.get(one.caseId)?.caseNumber ?? null,
      earlier: earlier.flatMap(({ caseId, ...before }) => (caseId === one.caseId ? before : [])),
      subject: names.listed(subjectId),
      disqualified: parties(disqualified),
    })),
    revision: String(revision),
  };
}
export type MeetingPage = Opened<ReturnType<typeof pageOf>> & Awaited<ReturnType<typeof retentionOf>>;

const idsIn = ({ cases, attendance, invitedParties, protocolApprovedBy, ledBy }: MeetingView) => [
  ledBy,
  ...cases.flatMap(({ subjectId, disqualified }) => [subjectId, ...disqualified]),
  ...attendance.flatMap(({ partyId, substituteFor }) => [partyId, substituteFor]),
  ...(invitedParties ?? []),
  ...(protocolApprovedBy ?? []),
];

const lineOf = (line: Opened<MeetingLine>) => timed(line);
export type ListedMeeting = ReturnType<typeof lineOf>;

/** Meetings, by their day. */
export class MeetingsQuery extends Query<{
  readonly meetings: readonly ListedMeeting[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: MeetingFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(MeetingsQuery)
export class MeetingsHandler implements IQueryHandler<MeetingsQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: MeetingsQuery) {
    const after = this.reading.cursorAfter(request, page.after, isMeetingAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models,
      purpose: 'OVERVIEW',
      ask: ({ pool, viewer, today }) =>
        meetingsPage(pool, viewer, filter, { today, after, limit: limitOf(page) }),
      // A place is the meeting's own.
      subjectIds: ({ rows }) => rows.map(({ meetingId }) => meetingId),
    });
    const { rows, next } = found as Opened<{ readonly rows: MeetingLine[]; readonly next: unknown }>;
    return { meetings: rows.map(lineOf), ...this.reading.next(request, next), currentTo };
  }
}

/** One meeting with its agenda and what it came to. */
export class MeetingQuery extends Query<MeetingPage & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly meetingId: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(MeetingQuery)
export class MeetingHandler implements IQueryHandler<MeetingQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, meetingId, query }: MeetingQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: taskModels,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const row = await meetingById(asked.pool, asked.viewer, meetingId);
        if (row === undefined) throw notFound();
        const [briefs, earlier, leader, overview] = await Promise.all([
          casesInBrief(
            asked.pool,
            asked.viewer,
            row.cases.map(({ caseId }) => caseId),
          ),
          earlierTreatments(asked.pool, asked.viewer, row),
          this.#leaderOf(row),
          row.status === 'PLANNED' ? overviewNow(asked, row) : null,
        ]);
        const names = await Names.of(asked, [...idsIn(row), leader?.partyId ?? null]);
        const subjectIds = row.cases.flatMap(({ subjectId }) => [subjectId, names.survivor(subjectId)]);
        const settledOn = row.protocolApprovedOn ?? row.cancelledOn;
        const kept = await retentionOf(this.runner, { ...row, settledOn }, 'KE_MEETING', asked.today);
        return {
          page: { ...pageOf(row, names, { briefs, earlier, leader, overview }), ...kept },
          about: [meetingId, ...subjectIds],
        };
      },
      subjectIds: ({ about }) => about,
    });
    const { page } = found;
    // What was kept stands as it was kept.
    const overview = page.status === 'PLANNED' ? asOfThen(page.overview, currentTo) : page.overview;
    return { ...page, overview, currentTo };
  }

  /** By the profile and the register of units on the day of the meeting (F27); nobody while the log is away, and of the board. */
  async #leaderOf({ kind, municipality, meetsOn }: MeetingView): Promise<Beside['leader']> {
    if (kind !== 'UNIT') return null;
    const unit = (await fromLog(profileOf(this.runner, municipality, meetsOn)))?.profile?.meetingLeaderUnit;
    if (unit === undefined) return null;
    const leader = await fromLog(leaderOf(this.runner, municipality, unit, meetsOn));
    return { unit, partyId: leader?.answer ?? null };
  }
}
