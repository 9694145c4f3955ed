import { type DemoAddress, DemoClient } from './client.js';
import { type Invented, people } from './people.js';
import { playReport } from './report.js';
import { playForVisitors } from './visitors.js';

type Items = readonly ('INDIVIDUAL_PLAN' | 'COORDINATOR' | 'GROUP')[];
const everything: Items = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'];

/**
 * Plays Aure's procedure for some invented people, with cases at every stage, and in every municipality something for each whom a visitor may play.
 * Playing it again changes nothing.
 */
export async function playDemo(at: DemoAddress, today: string, tell: (line: string) => void): Promise<void> {
  const play = new Play(await DemoClient.login(at, '1576'));
  const staff = await play.staff();
  const stages: readonly (readonly [Invented, string, () => Promise<unknown>])[] = [
    [people.notified, 'a need is notified', () => play.need(people.notified, 'NOT_ASKED')],
    [people.mappingFirst, 'mapped before any application', () => play.mappingFirst(staff)],
    [people.declined, 'a need that the person declines', () => play.need(people.declined, 'NO')],
    [people.incomplete, 'an application without signature and number', () => play.incomplete()],
    [people.mapping, 'mapping assigned', () => play.mapping(staff)],
    [people.convened, 'the meeting is convened', () => play.convened(staff)],
    [people.decided, 'decided, not notified', () => play.decided(people.decided, 'GRANTED', staff)],
    [people.refused, 'refused; the complaint is with the county governor', () => play.refused(staff)],
    [people.withdrawn, 'withdrawn', () => play.withdrawn()],
    [people.active, 'coordinator, plan and group', () => play.active(people.active, staff)],
    [people.gap, 'the coordinator has left', () => play.gap(staff)],
    [people.closed, 'the plan is closed', () => play.closed(staff)],
    [people.over, 'the case is closed', () => play.over(staff)],
  ];
  for (const [who, stage, go] of stages) {
    await go();
    tell(`${play.numbers.get(who.label)} ${who.givenName} ${who.familyName}: ${stage}`);
  }
  await playForVisitors(at, today, tell);
  await playReport(at);
}

interface Staff {
  readonly nurse: string;
  readonly teacher: string;
  readonly therapist: string;
}

class Play {
  /** Of the case that each of them has, by label. */
  readonly numbers = new Map<string, string>();

  constructor(private readonly client: DemoClient) {}

  async staff(): Promise<Staff> {
    const register = async (label: string, name: string, unit: string) => {
      const { partyId } = await this.client.post(label, '/v1/parties', { kind: 'STAFF', name, unit });
      return String(partyId);
    };
    return {
      nurse: await register('nurse', 'Sykepleier Øvelse', 'HOME_CARE'),
      teacher: await register('teacher', 'Lærer Eksempelvik', 'SCHOOL'),
      therapist: await register('therapist', 'Ergoterapeut Prøveland', 'REHABILITATION'),
    };
  }

  async subject({ label, ...person }: Invented): Promise<string> {
    const { subjectId } = await this.client.post(`${label}/subject`, '/v1/subjects', person);
    return String(subjectId);
  }

  /** Opens a case; answers with its id. */
  private async open(
    { label }: Invented,
    what: 'need' | 'application',
    body: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const { caseId, caseNumber } = await this.client.post(`${label}/${what}`, '/v1/cases', body);
    this.numbers.set(label, String(caseNumber));
    return String(caseId);
  }

  async need(
    who: Invented,
    subjectWishes: 'YES' | 'NO' | 'NOT_ASKED',
  ): Promise<{ caseId: string; subjectId: string }> {
    const subjectId = await this.subject(who);
    const caseId = await this.open(who, 'need', {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-08-17',
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      notifierUnit: 'HOME_CARE',
      ...(subjectWishes !== 'NOT_ASKED' && { informedOn: '2026-08-17' }),
      subjectWishes,
      ...(subjectWishes === 'YES' && { need: 'Flere tjenester er inne, og ingen ser dem i sammenheng.' }),
    });
    return { caseId, subjectId };
  }

  async application(
    who: Invented,
    items: Items = everything,
  ): Promise<{ caseId: string; subjectId: string }> {
    const subjectId = await this.subject(who);
    const caseId = await this.open(who, 'application', {
      opening: 'APPLICATION',
      subjectId,
      items,
      receivedOn: '2026-08-24',
      channel: 'FORM',
      signed: true,
      applicantRole: 'SUBJECT',
      wish: 'Jeg vil slippe å fortelle alt på nytt hver gang.',
    });
    return { caseId, subjectId };
  }

  async mappingFirst({ nurse }: Staff): Promise<void> {
    const { caseId } = await this.need(people.mappingFirst, 'YES');
    const { assignmentId } = await this.client.post(
      'mapping-first/mapping',
      `/v1/cases/${caseId}/mapping-assignments`,
      { assigneeId: nurse, unit: 'HOME_CARE', assignedOn: '2026-08-19', dueOn: '2026-09-09' },
    );
    await this.client.post('mapping-first/mapped', `/v1/cases/${caseId}/mapping-completion`, {
      assignmentId,
      performerId: nurse,
      competenceBasis: 'PROFESSION',
      completedOn: '2026-09-02',
      summary: 'Behovet er avklart; søknaden er ventet.',
    });
  }

  async incomplete(): Promise<void> {
    const subjectId = await this.subject(people.incomplete);
    await this.open(people.incomplete, 'application', {
      opening: 'APPLICATION',
      subjectId,
      items: ['INDIVIDUAL_PLAN'],
      receivedOn: '2026-10-05',
      channel: 'EMAIL',
      applicantRole: 'GUARDIAN',
    });
  }

  async mapping({ therapist }: Staff): Promise<void> {
    const { caseId } = await this.application(people.mapping);
    await this.client.post('mapping/assignment', `/v1/cases/${caseId}/mapping-assignments`, {
      assigneeId: therapist,
      unit: 'REHABILITATION',
      assignedOn: '2026-08-26',
      dueOn: '2026-09-16',
    });
  }

  /** Mapped by competent staff as it arrived, and called to a meeting. */
  async mapped(
    who: Invented,
    { therapist }: Staff,
  ): Promise<{ caseId: string; subjectId: string; meetingId: string }> {
    const opened = await this.application(who);
    await this.client.post(`${who.label}/mapped`, `/v1/cases/${opened.caseId}/mapping-completion`, {
      performerId: therapist,
      competenceBasis: 'PROFESSION',
      completedOn: '2026-08-28',
      summary: 'Trenger tjenester over tid fra flere enheter.',
    });
    const { meetingId } = await this.client.post(
      `${who.label}/meeting`,
      `/v1/cases/${opened.caseId}/meetings`,
      {
        meetsOn: '2026-09-08',
        convenedOn: '2026-08-31',
        invitedUnits: ['HOME_CARE', 'SCHOOL', 'REHABILITATION'],
      },
    );
    return { ...opened, meetingId: String(meetingId) };
  }

  convened(staff: Staff) {
    return this.mapped(people.convened, staff);
  }

  async decided(
    who: Invented,
    outcome: 'GRANTED' | 'REFUSED',
    staff: Staff,
  ): Promise<{ caseId: string; subjectId: string; decisionId: string }> {
    const opened = await this.mapped(who, staff);
    const met = outcome === 'GRANTED';
    const decision = `/v1/cases/${opened.caseId}/decision`;
    const { decisionId } = await this.client.post(`${who.label}/decision`, decision, {
      items: everything.map((item) => ({
        item,
        outcome,
        ...(!met && { reason: 'Behovet dekkes av én tjeneste.' }),
      })),
      criteria: [
        { criterion: 'LONG_TERM', met: true, reason: 'Behovet vil vare.' },
        {
          criterion: 'COORDINATED',
          met,
          reason: met ? 'Tre tjenester må ses i sammenheng.' : 'Bare én tjeneste er aktuell.',
        },
      ],
      decidedBy: { body: 'KE_MEETING', meetingId: opened.meetingId, decidedOn: '2026-09-08' },
      legalBasis: 'HOL_7_1_7_2',
    });
    return { ...opened, decisionId: String(decisionId) };
  }

  async notified(
    who: Invented,
    outcome: 'GRANTED' | 'REFUSED',
    staff: Staff,
  ): Promise<{ caseId: string; subjectId: string; decisionId: string }> {
    const opened = await this.decided(who, outcome, staff);
    await this.client.post(`${who.label}/notification`, `/v1/cases/${opened.caseId}/decision/notification`, {
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      notifiedOn: '2026-09-10',
    });
    return opened;
  }

  /** Complained of, upheld, and sent to the county governor. */
  async refused(staff: Staff): Promise<void> {
    const { caseId, decisionId } = await this.notified(people.refused, 'REFUSED', staff);
    const { complaintId } = await this.client.post('refused/complaint', '/v1/complaints', {
      caseId,
      decisionId,
      sentOn: '2026-09-25',
      receivedOn: '2026-09-28',
      way: 'LETTER',
      complainant: 'SUBJECT',
      matters: ['DECISION'],
      text: 'Jeg har flere å forholde meg til enn det som står i svaret.',
    });
    const step = (what: string, said: Readonly<Record<string, unknown>>) =>
      this.client.post(`refused/${what}`, `/v1/complaints/${String(complaintId)}/${what}`, said);
    await step('timeliness', { outcome: 'IN_TIME', assessedOn: '2026-09-29' });
    await step('reconsideration', {
      outcome: 'UPHELD',
      decidedBy: 'KE_MEETING',
      reconsideredOn: '2026-10-06',
      reason: 'Møtet har hørt alle tjenestene på nytt: bare én av dem er inne.',
    });
    await step('forwarding', {
      channel: 'DIGITAL_POST',
      forwardedOn: '2026-10-07',
      copySentOn: '2026-10-07',
      statement: 'Kommunen holder fast ved at behovet dekkes av én tjeneste.',
    });
  }

  async withdrawn(): Promise<void> {
    const { caseId } = await this.application(people.withdrawn, ['COORDINATOR']);
    await this.client.post('withdrawn/withdrawal', `/v1/cases/${caseId}/withdrawal`, {
      withdrawnOn: '2026-08-31',
      withdrawnBy: 'SUBJECT',
    });
  }

  async active(
    who: Invented,
    staff: Staff,
  ): Promise<{ subjectId: string; caseId: string; appointmentId: string; planId: string; memberId: string }> {
    const { subjectId, caseId } = await this.notified(who, 'GRANTED', staff);
    await this.client.post(`${who.label}/consent`, `/v1/subjects/${subjectId}/consents`, {
      scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
      givenBy: 'SUBJECT',
      givenOn: '2026-08-24',
    });
    const { appointmentId } = await this.client.post(
      `${who.label}/coordinator`,
      `/v1/subjects/${subjectId}/coordinators`,
      {
        coordinatorId: staff.nurse,
        unit: 'HOME_CARE',
        caseId,
        validFrom: '2026-09-14',
        wishFollowed: 'YES',
      },
    );
    const { planId } = await this.client.post(`${who.label}/plan`, `/v1/subjects/${subjectId}/plans`, {
      caseId,
      startedOn: '2026-09-21',
      withSubject: true,
    });
    const join = async (label: string, partyId: string, memberRole: string, unit: string) => {
      const { memberId } = await this.client.post(
        `${who.label}/${label}`,
        `/v1/subjects/${subjectId}/group/members`,
        {
          partyId,
          memberRole,
          unit,
          joinedOn: '2026-09-21',
        },
      );
      return String(memberId);
    };
    await join('therapist', staff.therapist, 'OCCUPATIONAL_THERAPIST', 'REHABILITATION');
    const memberId = await join('teacher', staff.teacher, 'TEACHER', 'SCHOOL');
    return { subjectId, caseId, appointmentId: String(appointmentId), planId: String(planId), memberId };
  }

  async gap(staff: Staff): Promise<void> {
    const { subjectId, appointmentId } = await this.active(people.gap, staff);
    await this.client.post('gap/end', `/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, {
      releasedOn: '2026-10-12',
      reasonCode: 'LEFT_POSITION',
    });
  }

  async closed(staff: Staff): Promise<void> {
    const { subjectId, planId, memberId } = await this.active(people.closed, staff);
    await this.client.post(
      'closed/departure',
      `/v1/subjects/${subjectId}/group/members/${memberId}/departure`,
      {
        leftOn: '2026-10-19',
        reasonCode: 'NEED_CEASED',
      },
    );
    await this.client.post('closed/closure', `/v1/plans/${planId}/closure`, {
      closedOn: '2026-10-26',
      reasonCode: 'OWN_WISH',
      reason: 'Klarer seg uten plan nå.',
    });
  }

  /** Granted, and then the person said no thank you to the caseworker. */
  async over(staff: Staff): Promise<void> {
    const { caseId } = await this.notified(people.over, 'GRANTED', staff);
    await this.client.post('over/caseworker', `/v1/cases/${caseId}/caseworkers`, {
      caseworkerId: staff.therapist,
      assignedOn: '2026-09-14',
    });
    await this.client.post('over/closing', `/v1/cases/${caseId}/closing`, {
      closedOn: '2026-09-21',
      reasonCode: 'DECLINED',
      reason: 'Klarer seg med hjelpen fra familien.',
    });
  }
}
