import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import { followUpOf, type FollowUpView } from '#projections/follow-up/queries';
import { personById } from '#projections/people/queries';
import {
  isPromiseAfter,
  type PromiseFilter,
  type PromiseLine as Line,
  promisesPage,
} from '#projections/promises/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { timeOf } from '../meetings/time-of-day.js';

export const followUpModels = ['follow_up', 'people', 'appointments', 'coordination_register'];

type Meeting = FollowUpView['meetings'][number];

/** A meeting with who came; what was said there is for whoever reads the notes. */
function meetingOf(meeting: Meeting, row: FollowUpView, names: Names) {
  const { coordinatorIds, coordinatorsPresent, minuteTakerId, minutesById, startsAt, ...rest } = meeting;
  const { present, place, matters, reason, involvedBy, participationNote, minutes, ...told } = rest;
  const texts = { place, matters, reason, involvedBy, participationNote, minutes };
  const unread = {
    place: null,
    matters: null,
    reason: null,
    involvedBy: null,
    participationNote: null,
    minutes: null,
  };
  return {
    ...told,
    kind: meeting.reasonCode === null ? ('COORDINATION' as const) : ('PROFESSIONAL' as const),
    startsAt: startsAt === null ? null : timeOf(startsAt),
    ...(row.readsNotes ? texts : unread),
    hasMinutes: meeting.minutesOn !== null,
    coordinators: coordinatorIds.map((id) => names.party(id)),
    coordinatorsPresent: coordinatorsPresent.map((id) => names.party(id)),
    minuteTaker: names.party(minuteTakerId),
    minutesBy: names.party(minutesById),
    invitations: row.invitations
      .filter(({ meetingId }) => meetingId === meeting.meetingId)
      .map((invitation) => {
        const { meetingId: _, partyId, matter, ...one } = invitation;
        const came = present.includes(one.invitationId);
        return { ...one, party: names.party(partyId), matter: row.readsNotes ? matter : null, came };
      }),
  };
}

const newest = <T>(all: readonly T[], day: (one: T) => string) =>
  all.toSorted((one, other) => (day(one) > day(other) ? -1 : 1));

function pageOf(subjectId: string, rows: readonly FollowUpView[], names: Names, readsNotes: boolean) {
  const last = (days: readonly (string | null)[]) =>
    days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1) ?? null;
  return {
    subject: names.subject(subjectId),
    /** Whether what was said is among it. */
    readsNotes,
    metOn: last(rows.map(({ metOn }) => metOn)),
    notedOn: last(rows.map(({ notedOn }) => notedOn)),
    meetings: newest(
      rows.flatMap((row) => row.meetings.map((meeting) => meetingOf(meeting, row, names))),
      ({ meetsOn }) => meetsOn,
    ),
    promises: rows
      .flatMap(({ promises }) => promises)
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      .map((promise) => {
        const { partyId, eventId: _, ...one } = promise;
        return { ...one, party: names.party(partyId) };
      }),
    notes: newest(
      rows.flatMap((row) => (row.readsNotes ? row.notes : [])),
      ({ contactOn }) => contactOn,
    ),
    /** What was decided of what parents may see, for whoever coordinates alone. */
    insights: newest(
      rows.flatMap((row) => (row.readsNotes ? row.insights : [])),
      ({ decidedOn }) => decidedOn,
    ).map(({ partyId, decidedById, ...one }) => ({
      ...one,
      party: names.party(partyId),
      decidedBy: names.party(decidedById),
    })),
    /** Ages that changed what parents see; what the person said of it is for whoever coordinates. */
    insightReviews: newest(
      rows.flatMap(({ insightReviews }) => insightReviews),
      ({ dueOn }) => dueOn,
    ).map(({ reviewId, age, dueOn, hearing, reviewedOn, text }) => ({
      reviewId,
      age,
      dueOn,
      hearing,
      reviewedOn,
      text: readsNotes ? text : null,
    })),
  };
}
export type FollowUpPage = Opened<ReturnType<typeof pageOf>>;

const partiesIn = ({ meetings, invitations, promises, insights }: FollowUpView) => [
  ...meetings.flatMap(({ coordinatorIds, coordinatorsPresent, minuteTakerId, minutesById }) => [
    ...coordinatorIds,
    ...coordinatorsPresent,
    minuteTakerId,
    minutesById,
  ]),
  ...invitations.map(({ partyId }) => partyId),
  ...promises.map(({ partyId }) => partyId),
  ...insights.flatMap(({ partyId, decidedById }) => [partyId, decidedById]),
];

/** What was done around a person. */
export class FollowUpQuery extends Query<
  FollowUpPage & { readonly revision: string | null; readonly currentTo: CurrentTo }
> {
  constructor(
    readonly request: ApiRequest,
    readonly subjectId: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(FollowUpQuery)
export class FollowUpHandler implements IQueryHandler<FollowUpQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, subjectId, query }: FollowUpQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: followUpModels,
      purpose: request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const person = await personById(pool, viewer, subjectId, { today, what: 'followUp' });
        if (person === undefined) throw notFound();
        const reader = await personById(pool, viewer, subjectId, { today, what: 'followUpNotes' });
        const rows = await followUpOf(pool, viewer, subjectId, { today });
        const names = await Names.of(asked, [subjectId, ...rows.flatMap(partiesIn)]);
        const [row] = rows;
        return {
          page: pageOf(subjectId, rows, names, reader !== undefined),
          revision: row === undefined ? null : String(row.revision),
          about: [...rows.flatMap(aboutOf(names)), ...aboutOf(names)({ subjectId })],
        };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, revision: found.revision, currentTo };
  }
}

const lineOf = ({ subjectId, partyId, ...row }: Line, names: Names) => ({
  ...row,
  subject: names.listed(subjectId),
  party: names.party(partyId),
});
export type PromiseLine = Opened<ReturnType<typeof lineOf>>;

/** Who promised what, the earliest day first. */
export class PromisesQuery extends Query<{
  readonly promises: readonly PromiseLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: PromiseFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(PromisesQuery)
export class PromisesHandler implements IQueryHandler<PromisesQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: PromisesQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: ['promises', 'people', 'appointments', 'coordination_register'],
      isAfter: isPromiseAfter,
      rowsOf: ({ pool, viewer, today }, place) => promisesPage(pool, viewer, filter, { today, ...place }),
      idsIn: ({ subjectId, partyId }) => [subjectId, partyId],
      lineOf,
    });
    return { promises: lines, ...rest };
  }
}
