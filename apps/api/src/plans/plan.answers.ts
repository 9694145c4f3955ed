import { childAges } from '#follow-up';
import { planChanges, planContents, planLacks, planSections } from '#plan';
import { columns } from '#projections/plan-content/queries';
import { only } from '#projections/selection';
import {
  answer,
  codeOf,
  date,
  flag,
  integer,
  list,
  listedSubject,
  object,
  oneOf,
  orNull,
  page,
  party,
  personal,
  subject,
  text,
} from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { entriesShape } from '../trail/trail.controller.js';
import { comparedFields, comparedParts } from './versions.js';

const sections = list(codeOf(planSections));
const measures = shapesOf(columns.measures.records, { responsibleId: null });

const plan = {
  planId: text(),
  municipality: text(),
  subject,
  startedOn: date(),
  closedOn: orNull(date()),
  sections: list(codeOf(planSections, 'What of the plan is shown here')),
  isWhole: flag('All of it is, as whoever coordinates sees it'),
  coordinators: list(party),
  entries: list(
    object({
      ...shapesOf(columns.entries.records, { authorId: null, section: codeOf(planSections) }),
      namedAuthor: orNull(party),
    }),
  ),
  goals: list(object({ ...shapesOf(columns.goals.records, { authorId: null }), namedAuthor: orNull(party) })),
  milestones: list(object(shapesOf(columns.milestones.records))),
  measures: list(
    object({
      ...measures,
      responsibleParty: orNull(party),
      timesMoved: integer(),
      binds: flag('It binds whoever is responsible: what it costs is cleared, or it costs nothing more'),
    }),
  ),
  participants: list(
    object({ ...shapesOf(columns.participants.records, { partyId: null }), party: orNull(party) }),
  ),
  subPlans: list(object({ ...shapesOf(columns.sub_plans.records, { ownerId: null }), owner: orNull(party) })),
  until: orNull(date('The last day of the period')),
  nextReviewOn: orNull(date()),
  reviewDue: orNull(date('The last working day on which it may be reviewed')),
  versions: list(
    object({ ...shapesOf(columns.versions.records, { approvedById: null }), approver: orNull(party) }),
  ),
  pausedOn: orNull(date()),
  ...shapesOf({ pause_code: columns.pause_code }),
  onPaper: flag('The plan itself is on paper'),
  paperPlace: orNull(personal()),
  accesses: list(object({ ...shapesOf(columns.accesses.records, { partyId: null, sections }), party })),
  reviews: list(object(shapesOf(columns.reviews.records))),
  contents: list(
    object({
      content: codeOf(planContents),
      lacks: list(codeOf(planLacks)),
    }),
  ),
  shownTo: orNull(party),
  /** Where it is shown as a parent or guardian of a child sees it. */
  insight: orNull(object({ age: codeOf(childAges), by: text('The rule of law that it goes by') })),
  revision: text('The same as in the ETag; -1 before anything is written'),
};

export const planAnswer = answer(plan);
export const planVersionAnswer = answer({
  planId: text(),
  version: integer(),
  revisedOn: date(),
  since: orNull(integer()),
  sections: list(codeOf(planSections)),
  changes: list(
    object({
      part: oneOf(comparedParts),
      section: codeOf(planSections),
      id: text(),
      change: codeOf(planChanges),
      fields: list(
        object({ field: oneOf(comparedFields), was: orNull(personal()), now: orNull(personal()) }),
      ),
    }),
  ),
});
export const sharedPlansAnswer = page({
  plans: list(
    object({
      planId: orNull(text('Null where no list tells who the person is: it holds the person’s id')),
      municipality: text(),
      subject: listedSubject,
      startedOn: date(),
      nextReviewOn: orNull(date()),
      sections,
    }),
  ),
});
export const clearancesAnswer = page({
  plans: list(
    object({
      planId: orNull(text('Null where no list tells who the person is: it holds the person’s id')),
      municipality: text(),
      subject: listedSubject,
      since: date('When the first that waits in this plan was asked about'),
      measures: list(
        object(
          shapesOf(
            only(
              columns.measures.records,
              'measureId',
              'text',
              'extent',
              'how',
              'startsOn',
              'dueOn',
              'clearanceId',
              'clearanceUnit',
              'clearanceNote',
              'clearanceRequestedOn',
            ),
          ),
        ),
      ),
    }),
  ),
});
export const planTrailAnswer = page({ planId: text(), language: oneOf(['nb', 'nn']), entries: entriesShape });
