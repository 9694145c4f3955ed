import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#event-sourcing';
import type { MeetingKind } from '#meeting';
import { profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import {
  isMeetingAfter,
  meetingById,
  type MeetingFilter,
  type MeetingLine,
  meetingsPage,
  type MeetingView,
} from '#projections/meetings/queries';
import { isTaskAfter, type Task, tasksPage } from '#projections/tasks/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { needsOne } from '../auth/logins.js';
import { notFound } from '../problems/problem.js';
import { fromLog } from '../reading/from-log.js';
import { Names, type NamedSubject } from '../reading/names.js';
import { limitOf, type PageQuery, type ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { targetsIn } from '../reading/targets.js';
import { nextWeekday, yearsIn } from './proposal.js';
import { timeOf } from './time-of-day.js';

const models = ['meetings', 'people'];

const timed = <T extends { readonly startsAt: number | null }>({ startsAt, ...rest }: T) => ({
  ...rest,
  startsAt: startsAt === null ? null : timeOf(startsAt),
});

function pageOf({ revision, cases, attendance, ...row }: MeetingView, names: Names) {
  const parties = (ids: readonly string[] | null) => (ids ?? []).map((id) => names.party(id));
  return {
    ...timed(row),
    invitedParties: parties(row.invitedParties),
    protocolApprovedBy: parties(row.protocolApprovedBy),
    attendance: attendance.map(({ partyId, unit, substituteFor }) => ({
      party: names.party(partyId),
      unit,
      substituteFor: names.party(substituteFor),
    })),
    cases: cases.map(({ subjectId, disqualified, ...one }) => ({
      ...one,
      subject: names.listed(subjectId),
      disqualified: parties(disqualified),
    })),
    revision: String(revision),
  };
}
type MeetingPage = Opened<ReturnType<typeof pageOf>>;

const idsIn = ({ cases, attendance, invitedParties, protocolApprovedBy }: MeetingView) => [
  ...cases.flatMap(({ subjectId, disqualified }) => [subjectId, ...disqualified]),
  ...attendance.flatMap(({ partyId, substituteFor }) => [partyId, substituteFor]),
  ...(invitedParties ?? []),
  ...(protocolApprovedBy ?? []),
];

/** Meetings, by their day. */
export class MeetingsQuery extends Query<{
  readonly meetings: readonly unknown[];
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
    return { meetings: rows.map(timed), ...this.reading.next(request, next), currentTo };
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
  constructor(private readonly reading: Reading) {}

  async execute({ request, meetingId, query }: MeetingQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const row = await meetingById(asked.pool, asked.viewer, meetingId);
        if (row === undefined) throw notFound();
        const names = await Names.of(asked, idsIn(row));
        const subjectIds = row.cases.flatMap(({ subjectId }) => [subjectId, names.survivor(subjectId)]);
        return { page: pageOf(row, names), about: [meetingId, ...subjectIds] };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, currentTo };
  }
}

/** Cases that are ready for a meeting of the unit, or of the board, and on no agenda. */
export class AgendaProposalQuery extends Query<{ readonly cases: readonly unknown[] }> {
  constructor(
    readonly request: ApiRequest,
    readonly kind: MeetingKind,
    readonly page: PageQuery,
  ) {
    super();
  }
}

const ready = { UNIT: 'CASE_TO_CONSIDER', BOARD: 'CASE_FOR_BOARD' } as const;
const listed = [
  'tasks',
  'coordination_tasks',
  'case_overview',
  'coordination_register',
  'appointments',
  'people',
  'meetings',
  'agenda_items',
];

@QueryHandler(AgendaProposalQuery)
export class AgendaProposalHandler implements IQueryHandler<AgendaProposalQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, kind, page }: AgendaProposalQuery) {
    const [tenant, ...others] = request.tenants;
    if (tenant === undefined || others.length > 0) throw needsOne();
    const profile = (await fromLog(profileOf(this.runner, tenant)))?.profile;
    const targets = await targetsIn(this.runner, tenant);
    let adultsOn: string | null = null;
    const lineOf = ({ caseId, since, days, receivedOn, subjectId }: Task, names: Names, today: string) => {
      const subject = subjectId === null ? null : names.listed(subjectId);
      const adult = isAdult(subject, today);
      const decideBy = receivedOn === null ? null : (targets('RECEIVED_TO_DECIDED', receivedOn) ?? null);
      const proposedOn = adult === true ? adultsOn : null;
      return { caseId, subject, since, days, adult, decideBy, proposedOn };
    };
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: listed,
      isAfter: isTaskAfter,
      rowsOf: ({ pool, viewer, today }, place) => {
        const weekday = profile?.adultIntakeWeekday;
        adultsOn = weekday === undefined ? null : nextWeekday(weekday, today);
        return tasksPage(pool, viewer, { kind: [ready[kind]] }, { today, ...place });
      },
      idsIn: ({ subjectId }) => [subjectId],
      lineOf: (row, names, { today }) => lineOf(row, names, today),
    });
    const [latestOn = null] = lines.flatMap(({ decideBy }) => decideBy ?? []).toSorted();
    return { adultsOn, latestOn, cases: lines, ...rest };
  }
}

/** By the year of birth, which alone is readable: null in the year of the eighteenth birthday, and where it is not known. */
function isAdult(subject: NamedSubject | null, today: string): boolean | null {
  const birthYear = subject?.birthYear ?? null;
  if (birthYear === null) return null;
  const years = yearsIn(birthYear, today);
  return years === 18 ? null : years > 18;
}
