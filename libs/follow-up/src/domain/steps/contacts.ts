import { codeOf, localDate, newId, optional, personal, v1 } from '#event-sourcing/event';
import { channels } from '#vocabulary';
import { contactDirections, contactSides } from '../codes.js';
import { courseRefusals } from '../course.js';
import { about, of, step } from '../step.js';

/** Who was in touch about what: for the coordinator, and whoever stands in, alone (F15). */
const contactNoted = step(
  'ContactNoted',
  v1(
    {
      ...about,
      noteId: newId('contactNote'),
      contactOn: localDate(),
      direction: codeOf(contactDirections),
      side: codeOf(contactSides),
      name: optional(personal.text({ ...of, max: 200 })),
      channel: optional(codeOf(channels)),
      text: personal.text(of),
    },
    { occurs: 'contactOn' },
  ),
  {
    admit(_, { coordinatorIds }, standing) {
      courseRefusals.refuseIf(standing === undefined && coordinatorIds.length === 0, 'no-coordinator');
    },
    evolve: (state) => state,
  },
);

export const contactSteps = [contactNoted] as const;
