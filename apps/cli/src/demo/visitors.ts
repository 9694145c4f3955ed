import { demoIssuedBy, demoNameOf } from '#apps/api/src/auth/demo-people';
import type { DemoAddress } from './client.js';
import { complaining, courseOfComplaint } from './courses/complaining.js';
import { Course, longSince } from './courses/course.js';
import { everyScope, granting } from './courses/deciding.js';
import { tellEverybody } from './courses/open-page.js';
import { municipalities, type Ways } from './visited.js';

/** Who applies and consents. */
type Speaker = 'SUBJECT' | 'PARENT';

/** Somebody who coordinates, as a visitor may play them. */
interface Coordinator {
  readonly partyId: string;
  readonly unit: string;
}

/** Invented people, each with the week from which the days of the course count back. */
const people = {
  coordinated: { week: '2026-06-01', givenName: 'Fiktiv', familyName: 'Forsøksen', birthDate: '1946-03-08' },
  pupil: { week: '2026-07-13', givenName: 'Tenkeline', familyName: 'Tenkelien', birthDate: '1992-01-16' },
  /** Is told in plainer words on the own page, and has guardians who say yes. */
  young: { week: '2026-08-10', givenName: 'Ungvar', familyName: 'Ungdiktet', birthDate: '2012-05-06' },
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
 * mapping, where a proposal has to be agreed to, one, and a complaint to reconsider. Played again, in whichever week, it records nothing.
 */
export async function playForVisitors(
  at: DemoAddress,
  today: string,
  tell: (line: string) => void,
): Promise<void> {
  for (const ways of municipalities) {
    const visit = new Visit(at, ways, today);
    await visit.play();
    tell(`${ways.municipality} ${visit.whoSeesWhom}`);
  }
}

class Visit {
  constructor(
    private readonly at: DemoAddress,
    private readonly ways: Ways,
    private readonly today: string,
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
    await this.coordinated(people.coordinated, atHome, 'SUBJECT');
    await this.coordinated(people.pupil, atSchool, 'SUBJECT');
    await this.coordinated(people.young, atSchool, 'PARENT');
    if (agree !== undefined) await this.propose(await this.decided(people.proposed), atHome);
    await this.complain(await this.toMap(people.toMap));
  }

  /** Newly come, whenever that is played first; one that waits already is enough. */
  private async complain(before: Course): Promise<void> {
    const { complaints } = await before.look('/v1/complaints?status=ASSESSED');
    if ((complaints as readonly unknown[]).length > 0) return;
    await complaining(courseOfComplaint(this.at, this.ways, this.today), this.ways);
  }

  private course(week: string): Course {
    return new Course(this.at, this.ways.municipality, week);
  }

  /** The party as which somebody acts who is played by that login. */
  private async login(course: Course, sub: 'demo-coordinator' | 'demo-coordinator-2', unit: string) {
    const partyId = await course.party(nameOf(sub), unit);
    const contact = { telephone: '00 00 00 00', email: 'koordinator@eksempel.no', setOn: longSince };
    await course.settle(`contact/${sub}`, `/v1/parties/${partyId}/contact`, contact, { role: 'LEADER' });
    const binding = { issuer: demoIssuedBy, subject: sub, moves: true };
    await course.settle(`login/${sub}`, `/v1/parties/${partyId}/logins`, binding, { role: 'ADMIN' });
    return partyId;
  }

  /** Applied, consented, mapped, decided by the municipality's own route, and answered. */
  private async decided(
    { week, ...who }: (typeof people)[keyof typeof people],
    speaks: Speaker = 'SUBJECT',
  ): Promise<Course> {
    const { said } = this.ways;
    const course = this.course(week);
    await this.applied(course, who, speaks);
    await course.ofPerson('consents', {
      scopes: everyScope,
      givenBy: speaks,
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
    who: (typeof people)['coordinated' | 'pupil' | 'young'],
    coordinator: Coordinator,
    speaks: Speaker,
  ): Promise<void> {
    const { agree } = this.ways;
    const course = await this.decided(who, speaks);
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
    const { planId } = await course.ofPerson('plans', {
      caseId: course.caseId,
      startedOn: course.on(5, 'WED'),
      withSubject: true,
    });
    if (who !== people.coordinated) await this.written(course, String(planId));
  }

  /** What whoever may be played as the person finds in the own plan. */
  private async written(course: Course, planId: string): Promise<void> {
    const { story, matters, needs, goal } = this.ways.said;
    const as = { role: 'COORDINATOR', unit: 'SCHOOL', sub: 'demo-coordinator-2' } as const;
    const on = course.on(4, 'MON');
    const write = (what: string, label: string, said: Readonly<Record<string, unknown>>) =>
      course.record(`plan/${label}`, `/v1/plans/${planId}/${what}`, said, as);
    await write('own-story', 'story', { text: story, author: 'PERSON', toldOn: on });
    const entry = { author: 'PERSON', writtenOn: on };
    await write('entries', 'matters', { ...entry, section: 'WHAT_MATTERS', text: matters });
    await write('entries', 'needs', { ...entry, section: 'NEEDS', text: needs, author: 'COORDINATOR' });
    await write('goals', 'goal', { kind: 'MAIN', text: goal, author: 'PERSON', setOn: on });
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
  private async toMap({ week, ...who }: (typeof people)['toMap']): Promise<Course> {
    const { said } = this.ways;
    const course = this.course(week);
    await this.applied(course, who, 'SUBJECT');
    await course.ofCase('mapping-assignments', {
      assigneeId: await course.party(said.nurse, 'HOME_CARE'),
      unit: 'HOME_CARE',
      assignedOn: course.on(9, 'MON'),
      dueOn: course.on(6, 'MON'),
    });
    return course;
  }

  private async applied(
    course: Course,
    who: { readonly givenName: string; readonly familyName: string; readonly birthDate: string },
    speaks: Speaker,
  ): Promise<void> {
    await course.person(who);
    await course.open({
      opening: 'APPLICATION',
      items: this.ways.items,
      receivedOn: course.on(10, 'MON'),
      channel: 'LETTER',
      signed: true,
      applicantRole: speaks,
      wish: this.ways.said.wish,
    });
  }
}

const nameOf = (sub: string) => demoNameOf({ sub, role: 'COORDINATOR' });
