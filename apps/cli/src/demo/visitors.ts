import { demoIssuedBy, demoNameOf } from '#apps/api/src/auth/demo-people';
import type { DemoAddress } from './client.js';
import { Course } from './courses/course.js';
import { everyScope, granting } from './courses/deciding.js';
import { tellEverybody } from './courses/open-page.js';
import { Board } from './courses/stranda.js';

/** Somebody who coordinates, as a visitor may play them. */
interface Coordinator {
  readonly partyId: string;
  readonly unit: string;
}

/** How a municipality does what differs from one to the other. */
interface Ways {
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
};
const nynorsk: typeof bokmaal = {
  wish: 'Eg vil ha éin å halde meg til',
  mapper: 'Ergoterapeut Prøvestad',
  nurse: 'Sjukepleiar Øvingsrud',
  mapped: 'Fleire tenester må sjåast i samanheng over tid',
  longTerm: 'Behovet vil vare',
  coordinated: 'Tre tenester er inne samtidig',
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

const municipalities: readonly Ways[] = [
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

/** Invented people, each with the week from which the days of the course count back. */
const people = {
  coordinated: { week: '2026-06-01', givenName: 'Fiktiv', familyName: 'Forsøksen', birthDate: '1946-03-08' },
  pupil: { week: '2026-07-13', givenName: 'Tenkeline', familyName: 'Tenkelien', birthDate: '1992-01-16' },
  proposed: {
    week: '2026-09-28',
    givenName: 'Innbilt',
    familyName: 'Innbilltangen',
    birthDate: '1969-12-03',
  },
  toMap: { week: '2026-10-26', givenName: 'Prøvald', familyName: 'Prøvemoen', birthDate: '1958-07-11' },
} as const;

/**
 * In each municipality persons whom those coordinate who may be played, and what waits for them and for who leads a unit: a standing to review, a
 * mapping, and where a proposal has to be agreed to, one. Played again, in whichever week, it records nothing.
 */
export async function playForVisitors(at: DemoAddress, tell: (line: string) => void): Promise<void> {
  for (const ways of municipalities) {
    const visit = new Visit(at, ways);
    await visit.play();
    tell(`${ways.municipality} ${visit.whoSeesWhom}`);
  }
}

class Visit {
  constructor(
    private readonly at: DemoAddress,
    private readonly ways: Ways,
  ) {}

  get whoSeesWhom(): string {
    const [first, second] = ['demo-coordinator', 'demo-coordinator-2'].map(nameOf);
    const { coordinated, pupil } = people;
    return `${first} coordinates for ${coordinated.givenName} ${coordinated.familyName}, ${second} for ${pupil.givenName} ${pupil.familyName}`;
  }

  async play(): Promise<void> {
    const { agree, name, contactFunction } = this.ways;
    const setUp = this.course(people.coordinated.week);
    await tellEverybody(setUp, name, contactFunction);
    const atHome = { partyId: await this.login(setUp, 'demo-coordinator', 'HOME_CARE'), unit: 'HOME_CARE' };
    const atSchool = { partyId: await this.login(setUp, 'demo-coordinator-2', 'SCHOOL'), unit: 'SCHOOL' };
    await this.coordinated(people.coordinated, atHome);
    await this.coordinated(people.pupil, atSchool);
    if (agree !== undefined) await this.propose(await this.decided(people.proposed), atHome);
    await this.toMap(people.toMap);
  }

  private course(week: string): Course {
    return new Course(this.at, this.ways.municipality, week);
  }

  /** The party as which somebody acts who is played by that login. */
  private async login(course: Course, sub: 'demo-coordinator' | 'demo-coordinator-2', unit: string) {
    const partyId = await course.party(nameOf(sub), unit);
    const binding = { issuer: demoIssuedBy, subject: sub, moves: true };
    await course.settle(`login/${sub}`, `/v1/parties/${partyId}/logins`, binding, { role: 'ADMIN' });
    return partyId;
  }

  /** Applied, consented, mapped, decided by the municipality's own route, and answered. */
  private async decided({ week, ...who }: (typeof people)[keyof typeof people]): Promise<Course> {
    const { said } = this.ways;
    const course = this.course(week);
    await this.applied(course, who);
    await course.ofPerson('consents', {
      scopes: everyScope,
      givenBy: 'SUBJECT',
      givenOn: course.on(10, 'MON'),
    });
    await course.ofCase('mapping-completion', {
      performerId: await course.party(said.mapper, 'REHABILITATION'),
      competenceBasis: 'PROFESSION',
      completedOn: course.on(10, 'THU'),
      summary: said.mapped,
    });
    const granted = granting(this.ways.items, [said.longTerm, said.coordinated]);
    await this.ways.decide(course, granted);
    await course.ofCase('decision/notification', {
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      notifiedOn: course.on(8, 'FRI'),
    });
    return course;
  }

  private async coordinated(
    who: (typeof people)['coordinated' | 'pupil'],
    coordinator: Coordinator,
  ): Promise<void> {
    const { agree } = this.ways;
    const course = await this.decided(who);
    const proposalId = agree && (await this.propose(course, coordinator));
    if (proposalId !== undefined) await agree?.(course, proposalId);
    await course.ofPerson('coordinators', {
      coordinatorId: coordinator.partyId,
      unit: coordinator.unit,
      caseId: course.caseId,
      validFrom: course.on(6, 'MON'),
      wishFollowed: 'YES',
      ...(proposalId !== undefined && { proposalId }),
    });
    await course.ofPerson('plans', {
      caseId: course.caseId,
      startedOn: course.on(5, 'WED'),
      withSubject: true,
    });
  }

  private async propose(course: Course, { partyId, unit }: Coordinator): Promise<string> {
    const { proposalId } = await course.ofPerson('coordinator-proposals', {
      candidateId: partyId,
      unit,
      grounds: ['FIT', 'CAPACITY'],
      proposedOn: course.on(8, 'FRI'),
    });
    return String(proposalId);
  }

  /** Whom home care is to map, and has not. */
  private async toMap({ week, ...who }: (typeof people)['toMap']): Promise<void> {
    const { said } = this.ways;
    const course = this.course(week);
    await this.applied(course, who);
    await course.ofCase('mapping-assignments', {
      assigneeId: await course.party(said.nurse, 'HOME_CARE'),
      unit: 'HOME_CARE',
      assignedOn: course.on(9, 'MON'),
      dueOn: course.on(6, 'MON'),
    });
  }

  private async applied(
    course: Course,
    who: { readonly givenName: string; readonly familyName: string; readonly birthDate: string },
  ): Promise<void> {
    await course.person(who);
    await course.open({
      opening: 'APPLICATION',
      items: this.ways.items,
      receivedOn: course.on(10, 'MON'),
      channel: 'LETTER',
      signed: true,
      applicantRole: 'SUBJECT',
      wish: this.ways.said.wish,
    });
  }
}

const nameOf = (sub: string) => demoNameOf({ sub, role: 'COORDINATOR' });
