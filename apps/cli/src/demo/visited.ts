import type { Course } from './courses/course.js';
import { granting } from './courses/deciding.js';
import { Board } from './courses/stranda.js';

/** How a municipality does what differs from one to the other. */
export interface Ways {
  readonly municipality: string;
  readonly name: string;
  readonly contactFunction: string;
  /** What is written down, in the municipality's own language. */
  readonly said: typeof bokmaal;
  readonly items: readonly string[];
  readonly decide: (course: Course, granted: ReturnType<typeof granting>) => Promise<unknown>;
  /** What has to be said to a proposal before anybody is appointed; without it nobody is proposed first. */
  readonly agree?: (course: Course, proposalId: string) => Promise<unknown>;
}

const bokmaal = {
  wish: 'Jeg vil ha én å forholde meg til',
  mapper: 'Ergoterapeut Prøvestad',
  nurse: 'Sykepleier Øvingsrud',
  mapped: 'Flere tjenester må ses i sammenheng over tid',
  longTerm: 'Behovet vil vare',
  coordinated: 'Tre tjenester er inne samtidig',
  story: 'Jeg liker å tegne og å være ute. Jeg vil bestemme mest mulig selv.',
  matters: 'At de som hjelper meg, snakker sammen, så jeg slipper å fortelle alt på nytt.',
  needs: 'Følge til avtaler, og noen å ringe til når noe er vanskelig.',
  goal: 'Klare hverdagen uten å bli utslitt',
};
const nynorsk: typeof bokmaal = {
  wish: 'Eg vil ha éin å halde meg til',
  mapper: 'Ergoterapeut Prøvestad',
  nurse: 'Sjukepleiar Øvingsrud',
  mapped: 'Fleire tenester må sjåast i samanheng over tid',
  longTerm: 'Behovet vil vare',
  coordinated: 'Tre tenester er inne samtidig',
  story: 'Eg liker å teikne og å vere ute. Eg vil avgjere mest mogleg sjølv.',
  matters: 'At dei som hjelper meg, snakkar saman, så eg slepp å fortelje alt på nytt.',
  needs: 'Følgje til avtalar, og nokon å ringje til når noko er vanskeleg.',
  goal: 'Klare kvardagen utan å bli utsliten',
};

const items = ['INDIVIDUAL_PLAN', 'COORDINATOR'];
const decidedBy =
  (body: string, legalBasis = 'HOL_7_1_7_2'): Ways['decide'] =>
  (course, granted) =>
    course.ofCase('decision', {
      ...granted,
      decidedBy: { body, decidedOn: course.on(8, 'MON') },
      legalBasis,
    });

export const municipalities: readonly Ways[] = [
  {
    municipality: '1576',
    name: 'aure',
    contactFunction: 'Kontaktpunktet i KOE',
    said: bokmaal,
    items,
    decide: async (course, granted) => {
      const { meetingId } = await course.ofCase('meetings', {
        meetsOn: course.on(8, 'MON'),
        convenedOn: course.on(9, 'TUE'),
        invitedUnits: ['HOME_CARE', 'SCHOOL'],
      });
      return course.ofCase('decision', {
        ...granted,
        decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: course.on(8, 'MON') },
        legalBasis: 'HOL_7_1_7_2',
      });
    },
  },
  {
    municipality: '3403',
    name: 'hamar',
    contactFunction: 'Koordinerende enhet',
    said: bokmaal,
    items,
    decide: decidedBy('KE'),
    agree: async (course, proposalId) =>
      course.ofPerson(
        `coordinator-proposals/${proposalId}/concurrence`,
        { leaderId: await course.party('Liksulf Liksomby', 'HOME_CARE'), concurredOn: course.on(7, 'MON') },
        'concurrence',
        { role: 'LEADER', unit: 'HOME_CARE' },
      ),
  },
  {
    municipality: '1508',
    name: 'alesund',
    contactFunction: 'Tildelingskontoret',
    said: bokmaal,
    items,
    decide: decidedBy('KE'),
  },
  {
    municipality: '1525',
    name: 'stranda',
    contactFunction: 'Koordinerande eining',
    said: nynorsk,
    items,
    decide: async (course, granted) => {
      const board = await Board.of(course);
      await course.ofCase('recommendations', { ...granted, recommendedOn: course.on(9, 'MON') });
      const meetingId = await board.approves(8, 'Nemnda slutta seg til tilrådinga');
      return course.ofCase('decision', {
        ...granted,
        decidedBy: { body: 'BOARD', meetingId, decidedOn: course.on(8, 'WED') },
        legalBasis: 'HOL_7_1_7_2',
      });
    },
  },
  {
    municipality: '3429',
    name: 'folldal',
    contactFunction: 'Koordinerende team',
    said: bokmaal,
    items: ['INDIVIDUAL_PLAN'],
    decide: decidedBy('TEAM', 'HOL_7_1'),
    agree: (course, proposalId) =>
      course.ofPerson(
        `coordinator-proposals/${proposalId}/acceptance`,
        { acceptedOn: course.on(7, 'MON') },
        'acceptance',
      ),
  },
];
