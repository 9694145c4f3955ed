import { code, codeOf, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { opened } from '../case.js';
import { channels } from '../codes.js';
import { absent } from '../course.js';
import { about, of, step } from '../step.js';

/** An employee told the unit of a need (hpl § 38a; U10, U14). */
const needNotified = step(
  'NeedNotified',
  v1(
    {
      ...about,
      notifiedOn: localDate(),
      channel: codeOf(...channels),
      notifierRole: codeOf('EMPLOYEE', 'SPECIALIST_SERVICE', 'NEXT_OF_KIN', 'OTHER'),
      notifierUnit: optional(code()),
      /** When the person was told of the right, and whether they want it (U10). */
      informedOn: optional(localDate()),
      subjectWishes: codeOf('YES', 'NO', 'NOT_ASKED'),
      need: optional(personal.text(of)),
    },
    { occurs: 'notifiedOn' },
  ),
  {
    in: absent,
    opens: true,
    begin: ({ subjectId, notifiedOn, subjectWishes }) => ({
      ...opened(subjectId, notifiedOn),
      status: 'needNotified',
      declined: subjectWishes === 'NO',
    }),
    evolve: (state) => state,
  },
);

export const needSteps = [needNotified] as const;
