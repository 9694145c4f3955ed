import { dayAfter } from '../../generate/calendar.js';
import type { DemoAddress } from '../client.js';
import type { Ways } from '../visited.js';
import { Course } from './course.js';
import { refusing } from './deciding.js';

/** The steps of the municipality's own route count back from a later week, so that the period to complain runs still. */
const ahead = 5;

/** The course of a complaint that was received in the week before a day. */
export const courseOfComplaint = (at: DemoAddress, { municipality }: Ways, today: string): Course =>
  new Course(at, municipality, dayAfter(today, 7 * ahead), 'complaint');

/**
 * An application is refused by the municipality's own route and answered in writing, with how to complain. The complaint came in time, was seen to have done so, and
 * waits for somebody else than made the decision.
 */
export async function complaining(course: Course, { complains, decide, items, said }: Ways): Promise<void> {
  const { mapped, refused, single, complaint, ...who } = complains;
  const on = (weeksBefore: number, weekday: Parameters<Course['on']>[1]) =>
    course.on(weeksBefore + ahead, weekday);
  await course.person(who);
  await course.open({
    opening: 'APPLICATION',
    items,
    receivedOn: on(5, 'MON'),
    channel: 'LETTER',
    signed: true,
    applicantRole: 'SUBJECT',
    wish: said.wish,
  });
  await course.ofCase('mapping-completion', {
    performerId: await course.party(said.mapper, 'REHABILITATION'),
    competenceBasis: 'PROFESSION',
    completedOn: on(5, 'THU'),
    summary: mapped,
  });
  const { decisionId } = await decide(course, refusing(items, refused, [said.longTerm, single]));
  await course.ofCase('decision/notification', {
    recipients: ['SUBJECT'],
    channel: 'LETTER',
    notifiedOn: on(3, 'FRI'),
  });
  await course.ofCase('information', {
    givenOn: on(3, 'FRI'),
    recipients: ['SUBJECT'],
    topics: ['COMPLAINT'],
    ways: ['LETTER'],
  });
  const { complaintId } = await course.record('complaint', '/v1/complaints', {
    caseId: course.caseId,
    decisionId,
    sentOn: on(2, 'FRI'),
    receivedOn: on(1, 'MON'),
    way: 'LETTER',
    complainant: 'SUBJECT',
    matters: ['DECISION'],
    text: complaint,
  });
  await course.record('complaint/timeliness', `/v1/complaints/${String(complaintId)}/timeliness`, {
    outcome: 'IN_TIME',
    assessedOn: on(1, 'WED'),
  });
}
