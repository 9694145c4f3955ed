import type { Course } from './course.js';
import { longSince } from './course.js';
import { everyScope, granting } from './deciding.js';

const items = ['INDIVIDUAL_PLAN', 'COORDINATOR'];

/**
 * One address for all (S1), applications in writing (S7), the unit's recommendation and the board's final approval (S6), of an amendment too, a
 * personal coordinator as the plan is made (S2, S4), what is complained of decided anew by the board, and word to the unit when somebody leaves the group (S10). In nynorsk (S11).
 */
export async function stranda(course: Course): Promise<void> {
  const on = course.on.bind(course);
  const caseworker = await course.party('Sakshandsamar Utkastdal', 'KE');
  const mapper = await course.party('Vernepleiar Prøveheim', 'HABILITATION');
  const coordinator = await course.party('Sjukepleiar Øvingseid', 'HOME_CARE');
  const physician = await course.party('Lege Tenktestad', 'HEALTH_AND_FAMILY');
  const board = await Board.of(course);

  await course.enquiry({
    receivedOn: on(14, 'TUE'),
    channel: 'PHONE',
    sourceType: 'MUNICIPAL_SERVICE',
    callerName: 'Sjukepleiar Øvingseid',
    text: 'Ein brukar har mange tenester inne og bed om éin å halde seg til',
  });
  await course.ofEnquiry('answers', {
    answeredOn: on(14, 'TUE'),
    channel: 'PHONE',
    answer: 'Søknaden må vere skriftleg. Vi hjelper til med å skrive han',
  });
  await course.person({ givenName: 'Utkast', familyName: 'Prøvenes', birthDate: '1972-11-30' });
  await course.open({
    opening: 'APPLICATION',
    items,
    receivedOn: on(13, 'MON'),
    channel: 'PHONE',
    written: false,
    applicantRole: 'SUBJECT',
  });
  await course.ofCase('application/assisted', {
    saidBy: 'SUBJECT',
    saidOn: on(13, 'MON'),
    writtenOn: on(13, 'TUE'),
    helperId: caseworker,
    signed: true,
    text: 'Eg vil ha éin plan som alle held seg til',
  });
  await course.ofPerson('consents', { scopes: everyScope, givenBy: 'SUBJECT', givenOn: on(13, 'MON') });
  await course.ofCase('caseworkers', { caseworkerId: caseworker, assignedOn: on(13, 'TUE') });
  const { assignmentId } = await course.ofCase('mapping-assignments', {
    assigneeId: mapper,
    unit: 'HABILITATION',
    assignedOn: on(13, 'WED'),
    dueOn: on(11, 'WED'),
  });
  await course.ofCase('mapping-completion', {
    assignmentId,
    performerId: mapper,
    competenceBasis: 'PROFESSION',
    completedOn: on(12, 'FRI'),
    summary: 'Heimetenesta, legen og habiliteringa må sjåast i samanheng',
  });
  const granted = granting(items, ['Behovet vil vare', 'Tre tenester er inne samtidig']);
  const [plan, forCoordinator] = granted.items;
  const recommended = {
    ...granted,
    items: [{ ...plan, outcome: 'PARTLY', reason: 'I første omgang ut året' }, forCoordinator],
  };
  await course.ofCase('recommendations', { ...recommended, recommendedOn: on(11, 'MON') });
  const meetingId = await board.approves(10, 'Nemnda slutta seg til tilrådinga');
  const { decisionId } = await course.ofCase('decision', {
    ...recommended,
    decidedBy: { body: 'BOARD', meetingId, decidedOn: on(10, 'WED') },
    legalBasis: 'HOL_7_1_7_2',
  });
  await course.ofCase('decision/notification', {
    recipients: ['SUBJECT'],
    channel: 'LETTER',
    notifiedOn: on(10, 'FRI'),
  });

  await course.ofPerson('coordinator-wishes', {
    wish: 'Sjukepleiaren som kjem heim til meg',
    wishedBy: 'SUBJECT',
    wishedOn: on(9, 'MON'),
  });
  await course.ofPerson('coordinators', {
    coordinatorId: coordinator,
    unit: 'HOME_CARE',
    caseId: course.caseId,
    validFrom: on(8, 'MON'),
    wishFollowed: 'YES',
  });
  await course.ofPerson('plans', { caseId: course.caseId, startedOn: on(8, 'MON'), withSubject: true });
  const join = (partyId: string, memberRole: string, unit: string) =>
    course.ofPerson('group/members', { partyId, memberRole, unit, joinedOn: on(7, 'TUE') }, memberRole);
  await join(mapper, 'SOCIAL_EDUCATOR', 'HABILITATION');
  const { memberId } = await join(physician, 'PHYSICIAN', 'HEALTH_AND_FAMILY');
  const { complaintId } = await course.record('complaint', '/v1/complaints', {
    caseId: course.caseId,
    decisionId,
    sentOn: on(7, 'MON'),
    receivedOn: on(7, 'WED'),
    way: 'LETTER',
    complainant: 'SUBJECT',
    matters: ['DECISION'],
    items: ['INDIVIDUAL_PLAN'],
    text: 'Eg treng planen lenger enn ut året',
  });
  const ofComplaint = (what: string, said: Readonly<Record<string, unknown>>) =>
    course.record(`complaint/${what}`, `/v1/complaints/${String(complaintId)}/${what}`, said);
  await ofComplaint('timeliness', { outcome: 'IN_TIME', assessedOn: on(6, 'MON') });
  // What the board decided, the board amends: the unit recommends it, and until it is approved the decision stands.
  const forGood = { items: [plan] };
  await course.ofCase(
    'recommendations',
    { ...forGood, criteria: [], recommendedOn: on(5, 'MON') },
    'recommendations/again',
  );
  const again = await board.approves(4, 'Nemnda gjorde om avgjerda slik eininga tilrådde');
  const amended = await course.ofCase('decision/amendments', {
    ...forGood,
    amends: decisionId,
    groundCode: 'COMPLAINT',
    reason: 'Planen er i bruk, og behovet vil vare lenger enn året',
    decidedBy: { body: 'BOARD', meetingId: again, decidedOn: on(4, 'WED') },
    legalBasis: 'HOL_7_1',
  });
  await ofComplaint('reconsideration', {
    outcome: 'CHANGED',
    decidedBy: 'BOARD',
    meetingId: again,
    decisionId: amended['decisionId'],
    reconsideredOn: on(4, 'WED'),
    reason: 'Behovet vil vare, slik klagaren seier',
  });
  await course.ofCase(
    'decision/notification',
    { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: on(4, 'FRI') },
    'decision/notification/again',
  );
  await course.ofPerson(
    `group/members/${String(memberId)}/departure`,
    { leftOn: on(1, 'FRI'), reasonCode: 'NEED_CEASED', reason: 'Utgreiinga er ferdig' },
    'departure',
  );
  await course.ofCase('closing', {
    closedOn: on(0, 'MON'),
    reasonCode: 'COMPLETED',
    reason: 'Koordinator og plan er på plass',
  });
}

/** The board of allocations, as it meets. */
export class Board {
  private constructor(
    private readonly course: Course,
    private readonly members: readonly string[],
  ) {}

  /** With its seats, and what is delegated to it and to the unit. */
  static async of(course: Course): Promise<Board> {
    const [chair, member, other] = [
      await course.party('Nemndleiar Liksomset', 'ALLOCATION_BOARD'),
      await course.party('Nemndmedlem Eksempelgard', 'ALLOCATION_BOARD'),
      await course.party('Nemndmedlem Skisseås', 'ALLOCATION_BOARD'),
    ];
    const seats = [
      [chair, 'CHAIR'],
      [member, 'MEMBER'],
      [other, 'MEMBER'],
    ] as const;
    for (const [partyId, role] of seats) {
      await course.settle(`board/${partyId}`, '/v1/board/members', { partyId, role, validFrom: longSince });
    }
    await course.settle('board/quorum', '/v1/board/quorum', { quorum: 2, validFrom: longSince });
    for (const [scope, toRole] of [
      ['APPOINT_COORDINATOR', 'KE'],
      ['APPROVE_APPLICATION', 'BOARD'],
    ] as const) {
      await course.settle(
        `delegation/${scope}`,
        '/v1/delegations',
        { scope, fromRole: 'MUNICIPAL_DIRECTOR', toRole, validFrom: longSince },
        { role: 'ADMIN' },
      );
    }
    return new Board(course, [chair, member, other]);
  }

  /** On the Wednesday so many weeks ago, what was recommended in the case; its meeting. */
  async approves(weeksBefore: number, minutes: string): Promise<string> {
    const { course, members } = this;
    const on = course.on.bind(course);
    const label = `meeting/${weeksBefore}`;
    const { meetingId } = await course.record(label, '/v1/meetings', {
      kind: 'BOARD',
      meetsOn: on(weeksBefore, 'WED'),
      startsAt: '13:00',
      place: 'Rådhuset',
      plannedOn: on(weeksBefore + 2, 'MON'),
      invitedParties: members,
    });
    const step = (what: string, said: Readonly<Record<string, unknown>>) =>
      course.record(`${label}/${what}`, `/v1/meetings/${String(meetingId)}/${what}`, said);
    await step('agenda', { caseIds: [course.caseId], putOn: on(weeksBefore + 1, 'TUE') });
    await step('agenda/fixing', { fixedOn: on(weeksBefore + 1, 'THU') });
    await step('held', {
      heldOn: on(weeksBefore, 'WED'),
      attendance: members.map((partyId) => ({ partyId })),
    });
    await step(`agenda/${course.caseId}/treatment`, { treatment: 'APPROVED' });
    await step('minutes', { minutesOn: on(weeksBefore, 'WED'), text: minutes });
    await step('protocol', { approvedOn: on(weeksBefore, 'THU'), approvedBy: members.slice(0, 2) });
    await course.ofCase('board-outcomes', { meetingId }, `board-outcomes/${weeksBefore}`);
    return String(meetingId);
  }
}
