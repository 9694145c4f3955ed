import type { Course } from './course.js';
import { everyScope, granting } from './deciding.js';
import { tellEverybody } from './open-page.js';

const serviceOffice = { role: 'SERVICE_OFFICE', unit: 'SERVICE_OFFICE' } as const;
const items = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'];

/**
 * The service office refers to the contact point (U11). An employee informs and reports the need (U10), the unit has it mapped (U14);
 * application with consent (U1, U2), the unit's meeting after the intake on a Tuesday (U15, U18), information and an answer in writing (U12), a coordinator
 * as well (U16), and another one later on without a gap, to whom the first leaves what is open (U7).
 */
export async function aure(course: Course): Promise<void> {
  const on = course.on.bind(course);
  const caseworker = await course.party('Saksbehandler Prøvlia', 'KE');
  const therapist = await course.party('Ergoterapeut Tenktnes', 'REHABILITATION');
  const nurse = await course.party('Sykepleier Øvelsøy', 'HOME_CARE');
  const colleague = await course.party('Hjelpepleier Eksempelhaug', 'HOME_CARE');
  const adviser = await course.party('Veileder Utkastvik', 'NAV');
  await tellEverybody(course, 'aure', 'Kontaktpunktet i KOE');

  await course.enquiry(
    {
      receivedOn: on(14, 'WED'),
      channel: 'PHONE',
      sourceType: 'NEXT_OF_KIN',
      callerName: 'Bror Skissmo',
      text: 'Broren min faller mellom stolene. Hvem kan hjelpe ham?',
    },
    serviceOffice,
  );
  await course.ofEnquiry('referrals', { referredOn: on(14, 'WED') }, serviceOffice);

  await course.person({ givenName: 'Skisse', familyName: 'Skissmo', birthDate: '1961-05-04' });
  await course.open({
    opening: 'NEED',
    receivedOn: on(13, 'MON'),
    channel: 'PHONE',
    notifierRole: 'EMPLOYEE',
    notifierUnit: 'HOME_CARE',
    informedOn: on(13, 'MON'),
    subjectWishes: 'YES',
    need: 'Hjemmetjenesten, Nav og psykisk helsetjeneste er inne uten å vite om hverandre',
  });
  await course.ofCase('caseworkers', { caseworkerId: caseworker, assignedOn: on(13, 'MON') });
  const { assignmentId } = await course.ofCase('mapping-assignments', {
    assigneeId: therapist,
    unit: 'REHABILITATION',
    assignedOn: on(13, 'WED'),
    dueOn: on(11, 'WED'),
  });
  await course.ofCase('mapping-completion', {
    assignmentId,
    performerId: therapist,
    competenceBasis: 'PROFESSION',
    completedOn: on(12, 'THU'),
    summary: 'Behovet er varig. Han vil selv ha én å ringe til',
  });
  await course.ofCase('application', {
    items,
    receivedOn: on(11, 'MON'),
    channel: 'FORM',
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Jeg vil at de som hjelper meg, snakker sammen',
  });
  await course.ofPerson('consents', { scopes: everyScope, givenBy: 'SUBJECT', givenOn: on(11, 'MON') });

  await course.ofCase('information', {
    givenOn: on(11, 'MON'),
    informerId: therapist,
    recipients: ['SUBJECT'],
    topics: ['PLAN', 'COORDINATOR', 'SERVICES_BY_DECISION', 'COMPLAINT'],
    ways: ['CONVERSATION', 'BROCHURE'],
  });

  const called = ['HOME_CARE', 'REHABILITATION', 'NAV'];
  const { meetingId } = await course.record('meeting', '/v1/meetings', {
    kind: 'UNIT',
    meetsOn: on(9, 'TUE'),
    startsAt: '10:30',
    place: 'Møterommet på helsetunet, rett etter inntaksmøtet',
    plannedOn: on(11, 'TUE'),
    invitedUnits: called,
  });
  const meeting = `/v1/meetings/${String(meetingId)}`;
  await course.record('meeting/agenda', `${meeting}/agenda`, {
    caseIds: [course.caseId],
    putOn: on(11, 'TUE'),
  });
  await course.record('meeting/held', `${meeting}/held`, {
    heldOn: on(9, 'TUE'),
    attendance: [
      { partyId: colleague, unit: 'HOME_CARE' },
      { partyId: therapist, unit: 'REHABILITATION' },
      { partyId: adviser, unit: 'NAV' },
    ],
  });
  await course.record('meeting/treated', `${meeting}/agenda/${course.caseId}/treatment`, {
    treatment: 'TREATED',
  });
  await course.ofCase('decision', {
    ...granting(items, ['Behovet vil vare', 'Tre tjenester må ses i sammenheng']),
    decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: on(9, 'TUE') },
    legalBasis: 'HOL_7_1_7_2',
  });
  await course.record('meeting/minutes', `${meeting}/minutes`, {
    minutesOn: on(9, 'TUE'),
    text: 'Saken ble lagt fram av den som kartla, og drøftet',
  });
  await course.record('meeting/protocol', `${meeting}/protocol`, {
    approvedOn: on(9, 'WED'),
    approvedBy: [colleague],
  });
  await course.ofCase('decision/notification', {
    recipients: ['SUBJECT'],
    channel: 'LETTER',
    notifiedOn: on(9, 'THU'),
  });

  await course.ofPerson('coordinator-wishes', {
    wish: 'En fra hjemmetjenesten, for de er her hver dag',
    wishedBy: 'SUBJECT',
    wishedOn: on(9, 'FRI'),
  });
  const appointed = { unit: 'HOME_CARE', caseId: course.caseId, wishFollowed: 'YES' };
  const { appointmentId } = await course.ofPerson(
    'coordinators',
    { ...appointed, coordinatorId: nurse, validFrom: on(8, 'MON') },
    'coordinator',
  );
  await course.ofPerson('plans', { caseId: course.caseId, startedOn: on(7, 'WED'), withSubject: true });
  const members = [
    [therapist, 'OCCUPATIONAL_THERAPIST', 'REHABILITATION'],
    [adviser, 'ADVISER', 'NAV'],
  ] as const;
  for (const [partyId, memberRole, unit] of members) {
    await course.ofPerson('group/members', { partyId, memberRole, unit, joinedOn: on(7, 'WED') }, memberRole);
  }
  const { handoverId } = await course.ofPerson(
    `coordinators/${String(appointmentId)}/handovers`,
    {
      openMatters: 'Nav venter på svar om tiltaksplassen',
      nextMeetings: 'Ansvarsgruppa om tre uker',
      wishes: 'Vil ha en telefon før noen kommer på døra',
      writtenOn: on(2, 'FRI'),
    },
    'handover',
  );
  await course.ofPerson(
    'coordinators',
    { ...appointed, coordinatorId: colleague, validFrom: on(1, 'MON'), succeeds: appointmentId },
    'successor',
  );
  await course.ofPerson(
    `handovers/${String(handoverId)}/acknowledgement`,
    { acknowledgedOn: on(1, 'TUE') },
    'acknowledgement',
  );
  await course.ofCase('closing', {
    closedOn: on(0, 'MON'),
    reasonCode: 'COMPLETED',
    reason: 'Plan, brukerkoordinator og ansvarsgruppe er på plass',
  });
}
