import { effective, partsOf, type Recorded } from '#event-sourcing';
import type { Fact } from '../domain/facts.js';
import { toldBy } from './mapping.js';
import { ofCase } from './of-case.js';
import { ofComplaint } from './of-complaint.js';
import { ofCoordination, wholeOf } from './of-coordination.js';
import { isOfUnit, ofMeeting, ofStaff, ofUnit } from './of-others.js';
import { ofSubject } from './of-subject.js';

const byCategory: Readonly<Record<string, (events: readonly Recorded[], id: string) => Fact[]>> = {
  subject: (events) => toldBy(events, ofSubject, undefined),
  case: (events, id) => toldBy(events, ofCase, { case: id }),
  coordination: (events) => toldBy(events, ofCoordination, wholeOf(events)),
  complaint: (events, id) => toldBy(events, ofComplaint, { complaint: id }),
  meeting: (events) => toldBy(events, ofMeeting, { isOfUnit: isOfUnit(events) }),
  staffCompetence: (events) => toldBy(events, ofStaff, undefined),
  unit: (events) => toldBy(events, ofUnit, undefined),
};

/** The streams that figures are counted from. */
export const countedCategories: readonly string[] = Object.keys(byCategory);

const countedTypes = new Set([
  ...[ofSubject, ofCase, ofComplaint, ofCoordination, ofMeeting, ofStaff, ofUnit].flatMap((telling) =>
    Object.keys(telling),
  ),
  'MeetingPlanned',
]);

/** Whether an event, or what it corrects, is counted; what annuls may. */
export const isCounted = ({ type }: Pick<Recorded, 'type'>): boolean =>
  countedTypes.has(type.replace(/Corrected$/, '')) || type === 'RecordedInErrorMarked';

/** What one stream tells, by all that is recorded in it: the one place where events of this release meet what figures know. */
export function factsOf(recorded: readonly Recorded[]): Fact[] {
  const [first] = recorded;
  const parts = first && partsOf(first.stream);
  return parts ? (byCategory[parts.category]?.(effective(recorded), parts.id) ?? []) : [];
}
