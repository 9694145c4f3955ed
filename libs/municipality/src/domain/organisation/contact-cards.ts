import { code, codeOf, dayToCome, list, newId, optional, personal, v1 } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { unitTasks } from './codes.js';
import { about, own, step } from './step.js';

export const contactCardRefusals = refusals('municipality', {
  'no-way-in': [
    'A contact card tells at least one way to reach the unit: its place, telephone, mailbox or postal address.',
    'Et kontaktkort sier minst én måte å nå enheten på: besøkssted, telefon, felles postkasse eller postadresse.',
    'Eit kontaktkort seier minst éin måte å nå eininga på: besøksstad, telefon, felles postkasse eller postadresse.',
  ],
  'task-twice': [
    'A contact card names each task of the unit once.',
    'Et kontaktkort nevner hver av enhetens oppgaver én gang.',
    'Eit kontaktkort nemner kvar oppgåve som eininga har, éin gong.',
  ],
});
const { refuseIf } = contactCardRefusals;

/** How people reach the unit from a day on, whole; a function and a shared mailbox rather than somebody's own (H6, U3). */
const contactCardPublished = step(
  'ContactCardPublished',
  v1(
    {
      ...about,
      cardId: newId('contactCard'),
      validFrom: dayToCome(),
      /** Where in the municipality the unit sits (A9). */
      unit: optional(code(units)),
      /** What it does there (A8). */
      tasks: optional(list(codeOf(unitTasks))),
      contactFunction: personal.text({ ...own, max: 200 }),
      place: optional(personal.text({ ...own, max: 500 })),
      openingHours: optional(personal.text({ ...own, max: 500 })),
      telephone: optional(personal.text({ ...own, max: 100 })),
      mailbox: optional(personal.text({ ...own, max: 200 })),
      postalAddress: optional(personal.text({ ...own, max: 500 })),
    },
    { occurs: 'validFrom' },
  ),
  {
    check(_, { place, telephone, mailbox, postalAddress, tasks = [] }) {
      refuseIf(
        [place, telephone, mailbox, postalAddress].every((way) => way === undefined),
        'no-way-in',
      );
      refuseIf(hasDoubles(tasks), 'task-twice');
    },
    evolve: (state, { cardId, validFrom }) => ({ ...state, cards: [...state.cards, { cardId, validFrom }] }),
  },
);

export const contactCardSteps = [contactCardPublished] as const;
