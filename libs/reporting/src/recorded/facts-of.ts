import { effective, partsOf, type Recorded } from '#event-sourcing';
import type { Fact } from '../domain/facts.js';
import { type CountedFacts, type Source, sources } from '../domain/sources.js';
import { toldBy } from './mapping.js';
import { ofCase } from './of-case.js';
import { ofComplaint } from './of-complaint.js';
import { ofCoordination, wholeOf } from './of-coordination.js';
import { callsIn, ofFollowUp } from './of-follow-up.js';
import { isOfUnit, ofCooperation, ofMeeting, ofStaff, ofUnit } from './of-others.js';
import { ofPlan } from './of-plan.js';
import { ofSubject } from './of-subject.js';

const bySource: Readonly<Record<Source, (events: readonly Recorded[], id: string) => Fact[]>> = {
  subject: (events) => toldBy(events, ofSubject, undefined),
  case: (events, id) => toldBy(events, ofCase, { case: id }),
  coordination: (events) => toldBy(events, ofCoordination, wholeOf(events)),
  complaint: (events, id) => toldBy(events, ofComplaint, { complaint: id }),
  meeting: (events) => toldBy(events, ofMeeting, { isOfUnit: isOfUnit(events) }),
  staffCompetence: (events) => toldBy(events, ofStaff, undefined),
  unit: (events) => toldBy(events, ofUnit, undefined),
  plan: (events) => toldBy(events, ofPlan, undefined),
  followUp: (events) => toldBy(events, ofFollowUp, callsIn(events)),
  cooperation: (events) => toldBy(events, ofCooperation, undefined),
};

/** The streams that figures are counted from, by whichever version of the rules. */
export const countedCategories: readonly string[] = sources;

const countedTypes = new Set([
  ...[
    ofSubject,
    ofCase,
    ofComplaint,
    ofCoordination,
    ofMeeting,
    ofStaff,
    ofUnit,
    ofPlan,
    ofFollowUp,
    ofCooperation,
  ].flatMap((telling) => Object.keys(telling)),
  'MeetingPlanned',
]);

/** Whether an event, or what it corrects, is counted; what annuls may. */
export const isCounted = ({ type }: Pick<Recorded, 'type'>): boolean =>
  countedTypes.has(type.replace(/Corrected$/, '')) || type === 'RecordedInErrorMarked';

const isSource = (category: string): category is Source => Object.hasOwn(bySource, category);
const sourceOf = (stream: string): Source | undefined => {
  const category = partsOf(stream)?.category;
  return category !== undefined && isSource(category) ? category : undefined;
};

/** What one stream tells, by all that is recorded in it: the one place where events of this release meet what figures know. */
export function factsOf(recorded: readonly Recorded[]): Fact[] {
  const [first] = recorded;
  const parts = first && partsOf(first.stream);
  return parts && isSource(parts.category) ? bySource[parts.category](effective(recorded), parts.id) : [];
}

/** Of what a stream tells, what a version of the rules counts. */
export function countedIn(stream: string, facts: readonly Fact[], counted: CountedFacts): readonly Fact[] {
  const source = sourceOf(stream);
  const kinds = source && counted[source];
  return kinds === undefined ? [] : facts.filter(({ kind }) => kinds.includes(kind));
}
