import { viewOf } from '#projecting';
import { agendaItems } from '../agenda-items/projection.js';
import { meetings } from '../meetings/projection.js';
import { people } from '../people/projection.js';
import type { Parameters } from '../selection.js';
import { tasks } from './projection.js';

/** How often a municipality's unit meets at least, by its profile, and from when that is counted where it has not met yet. */
export interface MeetingInterval {
  readonly municipality: string;
  readonly months: number;
  readonly since: string;
}

/** The meetings that take up the case of a row `c`, or have, by SQL: asked of each row by itself (offset 0). */
const takingUp = (kind: 'UNIT' | 'BOARD') => `
  select m.meets_on, i.treatment from ${viewOf(agendaItems)} i
  cross join lateral (select one.meets_on from ${viewOf(meetings)} one
    where one.municipality = i.municipality and one.meeting_id = i.meeting_id
      and one.kind = '${kind}' and one.status <> 'CANCELLED' offset 0) m
  where i.municipality = c.municipality and i.case_id = c.case_id 
    and (i.treatment is null or i.treatment not in ('PUT_OFF', 'RETURNED')) offset 0`;

/** Whether no planned meeting takes up the case of a row `c`. */
export const onNoAgenda = `not exists (${takingUp('UNIT')})`;
/** What a board came to before the recommendation of the row, from `since` on, was on another. */
export const onNoBoardAgenda = `not exists (
  select from (${takingUp('BOARD')}) taken where taken.treatment is null or taken.meets_on >= c.since)`;

/** Cases that are ready and were treated at a planned meeting, with its day as `met_on`. */
export const treatedCases = (only: string) => `
  select c.municipality, c.case_id, c.subject_id, c.caseworker_id, met.meets_on as met_on
  from ${viewOf(tasks)} c
  cross join lateral (select max(taken.meets_on) as meets_on from (${takingUp('UNIT')}) taken where taken.treatment = 'TREATED') met
  where c.municipality = tenant.of and c.kind = 'CASE_TO_CONSIDER' and ${only} and met.meets_on is not null offset 0`;

/** Municipalities with records of their own whose unit should meet, a row each: since when, and by when, and whether a meeting is planned by then. */
export const unitsToMeet = (intervals: readonly MeetingInterval[], parameters: Parameters) => `
  select given.of as municipality, last.day as since, last.due
  from unnest(${parameters.of(intervals.map(({ municipality }) => municipality))}::text[],
    ${parameters.of(intervals.map(({ months }) => months))}::int[],
    ${parameters.of(intervals.map(({ since }) => since))}::date[]) given (of, months, since)
  cross join lateral (
    select met.day, (met.day + make_interval(months => given.months))::date as due
    from (select greatest(given.since, (select m.held_on from ${viewOf(meetings)} m
      where m.municipality = given.of and m.kind = 'UNIT' and m.held_on is not null
      order by m.held_on desc limit 1)) as day offset 0) met) last
  where given.of = tenant.of
    and (select one.person_id from ${viewOf(people)} one where one.municipality = given.of
      order by one.person_id limit 1) is not null`;

/** Whether a meeting of the unit is planned for a day from today to the one by which the unit of a row `c` should meet. */
export const isPlannedInTime = (day: string) => `exists (
  select from ${viewOf(meetings)} m where m.municipality = c.municipality and m.kind = 'UNIT'
    and m.status = 'PLANNED' and m.meets_on >= ${day}::date and m.meets_on <= c.due offset 0)`;
