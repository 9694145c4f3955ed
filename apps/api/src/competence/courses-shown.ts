import { type Course, courses } from '#competence';
import { wordFor } from '#event-sourcing';
import { code, date, flag, object, orNull, personal } from '../reading/shape.js';

/** A course in words: the municipality's own, sealed, or the usual ones. */
export function shownCourse({ courseCode, words, isBasic, withdrawnOn }: Course) {
  const [nb, nn] = wordFor(courses, courseCode);
  return { courseCode, ...(words ?? { nb, nn }), isBasic, withdrawnOn: withdrawnOn ?? null };
}

export const courseShape = object({
  courseCode: code(courses),
  nb: personal(),
  nn: personal(),
  isBasic: flag('Part of the basic training of a coordinator'),
  withdrawnOn: orNull(date('From when nobody is to take it any more')),
});
