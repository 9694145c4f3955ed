import { codeOf, dayToCome, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { authorityRoles } from '#vocabulary';
import { about, own } from '../about.js';
import { step, topicRefusals } from './step.js';

const { inOrder } = topicRefusals;

/** The unit's plan for competence and cooperation in a period (U9). */
const competencePlanAdopted = step(
  'CompetencePlanAdopted',
  v1(
    {
      ...about,
      title: personal.text({ ...own, max: 200 }),
      validFrom: dayToCome(),
      validUntil: dayToCome(),
      /** What it aims at. */
      aims: personal.text(own),
      /** Where the plan itself lies. */
      location: optional(personal.text({ ...own, max: 500 })),
      adoptedBy: codeOf(authorityRoles),
      adoptedOn: localDate(),
    },
    { occurs: 'adoptedOn' },
  ),
  {
    check: (_, { validFrom, validUntil }) => inOrder(validFrom, validUntil, 'date-order.plan'),
    evolve: (state) => state,
  },
);

export const planSteps = [competencePlanAdopted] as const;
