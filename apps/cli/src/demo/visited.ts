import type { Course } from './courses/course.js';
import type { Answering } from './courses/deciding.js';
import { Board } from './courses/stranda.js';

/** Whose application is refused, why, and what they say to that, in the municipality's own language. */
interface Complains {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly mapped: string;
  readonly refused: string;
  readonly single: string;
  readonly complaint: string;
}

/** How a municipality does what differs from one to the other. */
export interface Ways {
  readonly municipality: string;
  readonly name: string;
  readonly contactFunction: string;
  /** What is written down, in the municipality's own language. */
  readonly said: typeof bokmaal;
  readonly items: readonly string[];
  readonly decide: (course: Course, answering: Answering) => Promise<{ readonly decisionId?: unknown }>;
  /** What has to be said to a proposal before anybody is appointed; without it nobody is proposed first. */
  readonly agree?: (course: Course, proposalId: string) => Promise<unknown>;
  /** Whose application is refused here, and what they say to that. */
  readonly complains: Complains;
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
  (course, answering) =>
    course.ofCase('decision', {
      ...answering,
      decidedBy: { body, decidedOn: course.on(8, 'MON') },
      legalBasis,
    });

export const municipalities: readonly Ways[] = [
  {
    municipality: '1576',
    name: 'aure',
    contactFunction: 'Kontaktpunktet i KOE',
    said: bokmaal,
    complains: {
      givenName: 'Dikta',
      familyName: 'Diktøy',
      birthDate: '1957-06-12',
      mapped: 'Hjemmetjenesten kommer hver dag. Andre tjenester er ikke inne',
      refused: 'Én tjeneste dekker behovet, og det er ikke noe å koordinere',
      single: 'Bare hjemmetjenesten er aktuell',
      complaint:
        'Jeg har søkt Nav om hjelp også, og det står ikke i svaret. Jeg trenger én som ser helheten.',
    },
    items,
    decide: async (course, answering) => {
      const { meetingId } = await course.ofCase('meetings', {
        meetsOn: course.on(8, 'MON'),
        convenedOn: course.on(9, 'TUE'),
        invitedUnits: ['HOME_CARE', 'SCHOOL'],
      });
      return course.ofCase('decision', {
        ...answering,
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
    complains: {
      givenName: 'Fablina',
      familyName: 'Fablerud',
      birthDate: '1966-10-19',
      mapped: 'Rehabiliteringen følger henne opp alene',
      refused: 'Oppfølgingen skjer i én virksomhet',
      single: 'Rehabiliteringen er den eneste som er inne',
      complaint:
        'Fastlegen og Nav er også inne, men ingen har snakket med dem. Jeg ber om at dere ser på det på nytt.',
    },
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
    complains: {
      givenName: 'Tankar',
      familyName: 'Tankøy',
      birthDate: '1984-01-27',
      mapped: 'Han følges opp av psykisk helsetjeneste',
      refused: 'Tjenesten samordner selv det som trengs',
      single: 'Psykisk helsetjeneste er den eneste tjenesten',
      complaint:
        'Jeg skal flytte og begynne i arbeid samtidig. Da blir det tre tjenester, og noen må holde i dem.',
    },
    items,
    decide: decidedBy('KE'),
  },
  {
    municipality: '1525',
    name: 'stranda',
    contactFunction: 'Koordinerande eining',
    said: nynorsk,
    complains: {
      givenName: 'Skissa',
      familyName: 'Skissedal',
      birthDate: '1959-04-23',
      mapped: 'Heimetenesta kjem kvar dag. Andre tenester er ikkje inne',
      refused: 'Éi teneste dekkjer behovet, og det er ikkje noko å koordinere',
      single: 'Berre heimetenesta er aktuell',
      complaint:
        'Eg ventar på opptrening etter sjukehuset, og fastlegen seier at nokon må halde i trådane. Eg bed om at nemnda ser på det på nytt.',
    },
    items,
    decide: async (course, answering) => {
      const board = await Board.of(course);
      await course.ofCase('recommendations', { ...answering, recommendedOn: course.on(9, 'MON') });
      const meetingId = await board.approves(8, 'Nemnda slutta seg til tilrådinga');
      return course.ofCase('decision', {
        ...answering,
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
    complains: {
      givenName: 'Utkasta',
      familyName: 'Utkastlien',
      birthDate: '1979-08-07',
      mapped: 'Fysioterapeuten følger henne opp etter skaden',
      refused: 'Én tjeneste følger opp opptreningen, og samordner den selv',
      single: 'Fysioterapi er den eneste tjenesten',
      complaint:
        'Opptreningen tar minst to år, og legen og Nav er med. Jeg ønsker en plan alle holder seg til.',
    },
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

/** A municipality's own ways, by its key. */
export function waysOf(municipality: string): Ways {
  const found = municipalities.find((ways) => ways.municipality === municipality);
  if (found === undefined) throw new Error(`There are no ways of ${municipality}`);
  return found;
}
