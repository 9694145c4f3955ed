import { codeOf, list, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { informationTopics, informationWays } from '#vocabulary';
import { recipients } from '../codes.js';
import { present } from '../course.js';
import { about, of, step } from '../step.js';

export const informationRefusals = refusals('casework', {
  'information.topics': [
    'Information is about at least one matter, and names each once.',
    'Informasjon gjelder minst én ting, og nevner hver ting én gang.',
    'Informasjon gjeld minst éin ting, og nemner kvar ting éin gong.',
  ],
  'information.recipients': [
    'Information is given to at least one, each named once.',
    'Informasjon gis til minst én, og hver nevnes én gang.',
    'Informasjon blir gitt til minst éin, og kvar blir nemnd éin gong.',
  ],
  'information.ways': [
    'Information is given in at least one way, each named once.',
    'Informasjon gis på minst én måte, og hver nevnes én gang.',
    'Informasjon blir gitt på minst éin måte, og kvar blir nemnd éin gong.',
  ],
});
const { refuseIf } = informationRefusals;

const isNoneOrTwice = (said: readonly string[]) => said.length === 0 || hasDoubles(said);

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
      ways: list(codeOf(informationWays)),
      /** Who told them. */
      informerId: optional(ref('party')),
      givenOn: localDate(),
      note: optional(personal.text({ ...of, max: 1000 })),
    },
    { occurs: 'givenOn' },
  ),
  {
    in: present,
    check(_, { topics, recipients: to, ways }) {
      refuseIf(isNoneOrTwice(topics), 'information.topics');
      refuseIf(isNoneOrTwice(to), 'information.recipients');
      refuseIf(isNoneOrTwice(ways), 'information.ways');
    },
    evolve: (state) => state,
  },
);

export const informationSteps = [informationGiven] as const;
