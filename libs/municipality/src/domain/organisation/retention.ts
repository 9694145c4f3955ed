import { codeOf, dayToCome, integer, optional, personal, v1 } from '#event-sourcing/event';
import { retentionClasses } from '#vocabulary';
import { about, own, step } from './step.js';

/** For how long a class is kept after nobody has to do anything more, from a day on until the next decision of that class. */
const retentionDecided = step(
  'RetentionDecided',
  v1(
    {
      ...about,
      retentionClass: codeOf(retentionClasses),
      /** Absent where it is kept for good. */
      months: optional(integer(1, 1200)),
      validFrom: dayToCome(),
      /** Where it stands written. */
      document: optional(personal.text({ ...own, max: 500 })),
    },
    { occurs: 'validFrom' },
  ),
  { evolve: (state) => state },
);

export const retentionSteps = [retentionDecided] as const;
