import { codeOf, flag, list, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { informationTopics, informationWays } from '#vocabulary';
import { recipients } from '../codes.js';
import { present } from '../course.js';
import { about, of, step } from '../step.js';

export const informationRefusals = refusals('casework', {
  'information-topics': [
    'Information is about at least one matter, and names each once.',
    'Informasjon gjelder minst én ting, og nevner hver ting én gang.',
    'Informasjon gjeld minst éin ting, og nemner kvar ting éin gong.',
  ],
  'information-topics.recipients': [
    'Information is given to at least one, each named once.',
    'Informasjon gis til minst én, og hver nevnes én gang.',
    'Informasjon blir gitt til minst éin, og kvar blir nemnd éin gong.',
  ],
});
const { refuseIf } = informationRefusals;

/** What people were told of their rights, to whom and how (U12). It may be older than the case: whoever first met the need told them (U10). */
const informationGiven = step(
  'InformationGiven',
  v1(
    {
      ...about,
      topics: list(codeOf(informationTopics)),
      recipients: list(codeOf(recipients)),
      /** Somebody of them by name. */
      recipientId: optional(ref('party')),
      way: codeOf(informationWays),
      /** Whether they got it in writing too. */
      written: flag(),
      /** Who told them. */
      informerId: optional(ref('party')),
      givenOn: localDate(),
      note: optional(personal.text({ ...of, max: 1000 })),
    },
    { occurs: 'givenOn' },
  ),
  {
    in: present,
    check(_, { topics, recipients: to }) {
      refuseIf(topics.length === 0 || hasDoubles(topics), 'information-topics');
      refuseIf(to.length === 0 || hasDoubles(to), 'information-topics.recipients');
    },
    evolve: (state) => state,
  },
);

export const informationSteps = [informationGiven] as const;
