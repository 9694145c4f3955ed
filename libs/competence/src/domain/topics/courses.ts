import { code, flag, localDate, personal, v1 } from '#event-sourcing/event';
import { about, own } from '../about.js';
import { courses } from '../codes.js';
import { withdrawn } from './state.js';
import { goingOn, step, topicRefusals } from './step.js';

const { refuseIf } = topicRefusals;
const word = () => personal.text({ ...own, max: 100 });

/** A course of the municipality's own, or its own words for a usual one; listed again, the last counts. */
const courseListed = step(
  'CourseListed',
  v1(
    {
      ...about,
      courseCode: code(),
      nb: word(),
      nn: word(),
      /** Part of the basic training of a coordinator. */
      isBasic: flag(),
      listedOn: localDate(),
    },
    { occurs: 'listedOn' },
  ),
  {
    evolve: (state, { courseCode: id, listedOn: since }) => ({
      ...state,
      courses: [...state.courses.filter((one) => one.id !== id), { id, since, withdrawnOn: undefined }],
    }),
  },
);

/** Nobody is to take it any more, from that day on; who took it has taken it. */
const courseWithdrawn = step(
  'CourseWithdrawn',
  v1({ ...about, courseCode: code(courses), withdrawnOn: localDate() }, { occurs: 'withdrawnOn' }),
  {
    check({ courses: listed }, { courseCode, withdrawnOn }) {
      const isUsual = courses.codes.some((usual) => usual === courseCode);
      const found = listed.find(({ id }) => id === courseCode);
      refuseIf(found === undefined && !isUsual, 'no-such-course');
      if (found) goingOn(found, withdrawnOn);
    },
    evolve: (state, { courseCode: id, withdrawnOn }) => ({
      ...state,
      courses: state.courses.some((one) => one.id === id)
        ? withdrawn(state.courses, id, withdrawnOn)
        : [...state.courses, { id, since: withdrawnOn, withdrawnOn }],
    }),
  },
);

export const courseSteps = [courseListed, courseWithdrawn] as const;
