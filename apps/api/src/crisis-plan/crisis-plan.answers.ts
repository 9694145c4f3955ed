import { columns, content, standing } from '#projections/crisis-plans/queries';
import {
  answer,
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
  subject,
  text,
} from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { entriesShape } from '../trail/trail.controller.js';

const { review_remark, withdrawn_reason } = columns;

export const crisisPlanAnswer = answer({
  subject,
  ...shapesOf(standing, { subjectId: null }),
  isOpen: flag('What it says is shown here'),
  isWhole: flag('All of it is, as whoever coordinates sees it'),
  openedToday: flag('Whoever asks opened it in an emergency today, and reads it at `in-emergency`'),
  ...shapesOf(content),
  ...shapesOf({ review_remark, withdrawn_reason }),
  versions: list(object(shapesOf(columns.versions.records))),
  recipients: list(
    object({
      ...shapesOf(columns.recipients.records, { partyId: null }),
      party,
      readsToday: flag('The consent covers it today'),
    }),
  ),
  copies: list(object(shapesOf(columns.copies.records))),
  readings: orNull(
    list(
      object({
        ...shapesOf(columns.readings.records, { readerId: null, leaderId: null }),
        reader: party,
        leader: orNull(party),
      }),
    ),
  ),
  revision: orNull(text('The same as in the ETag; null where there never was one')),
});
export const crisisPlanTrailAnswer = page({
  subjectId: text(),
  language: oneOf(['nb', 'nn']),
  entries: entriesShape,
});
export const sharedCrisisPlansAnswer = page({
  crisisPlans: list(
    object({
      municipality: text(),
      subject: listedSubject,
      version: orNull(integer()),
      writtenOn: orNull(date()),
      nextReviewOn: orNull(date()),
      until: date('The last day on which it may be read'),
    }),
  ),
});
