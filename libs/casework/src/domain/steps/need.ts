import { code, codeOf, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { units } from '#vocabulary';
import { opened } from '../case.js';
import { channels, notifierRoles, subjectWishes } from '../codes.js';
import { absent } from '../course.js';
import { about, of, step } from '../step.js';

/** An employee told the unit of a need (hpl § 38a; U10, U14). */
const needNotified = step(
  'NeedNotified',
  v1(
    {
      ...about,
      notifiedOn: localDate(),
      channel: codeOf(channels),
      notifierRole: codeOf(notifierRoles),
      notifierUnit: optional(code(units)),
      /** When the person was told of the right, and whether they want it (U10). */
      informedOn: optional(localDate()),
      subjectWishes: codeOf(subjectWishes),
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
