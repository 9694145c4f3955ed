import type { Course } from './course.js';
import { everyScope, granting } from './deciding.js';

const serviceOffice = { role: 'SERVICE_OFFICE', unit: 'SERVICE_OFFICE' } as const;
const items = ['INDIVIDUAL_PLAN', 'COORDINATOR'];

/**
 * One point of contact (H7), a personal coordinator (H1) whom the person wishes (H3) and whose nearest leader concurs (H2),
 * and a group in the work with the plan (H4).
 */
export async function hamar(course: Course): Promise<void> {
  const on = course.on.bind(course);
  const caseworker = await course.party('Saksbehandler Eksempelbråten', 'KE');
  const nurse = await course.party('Sykepleier Øvingsrud', 'HOME_CARE');
  const leader = await course.party('Liksulf Liksomby', 'HOME_CARE');
  const therapist = await course.party('Ergoterapeut Prøvestad', 'REHABILITATION');
  const outside = await course.party('Fysioterapeut Tenkerud', 'OUTSIDE_SERVICE', 'EXTERNAL');

  await course.enquiry(
    {
      receivedOn: on(12, 'MON'),
      channel: 'PHONE',
      sourceType: 'NEXT_OF_KIN',
      callerName: 'Datter Oppdiktrud',
      text: 'Mor har vært på sykehus, og mange tjenester er inne. Hvem holder i trådene?',
    },
    serviceOffice,
  );
  await course.ofEnquiry('passings-on', { unit: 'KE', passedOn: on(12, 'MON') }, serviceOffice);
  await course.ofEnquiry('answers', {
    answeredOn: on(12, 'TUE'),
    channel: 'PHONE',
    answer: 'Vi spør moren om hun ønsker individuell plan og koordinator',
  });

  await course.person({ givenName: 'Prøvine', familyName: 'Oppdiktrud', birthDate: '1954-03-11' });
  await course.open({
    opening: 'NEED',
    receivedOn: on(12, 'TUE'),
    channel: 'PHONE',
    notifierRole: 'NEXT_OF_KIN',
    subjectWishes: 'NOT_ASKED',
  });
  await course.ofCase('caseworkers', { caseworkerId: caseworker, assignedOn: on(12, 'TUE') });
  await course.ofCase('need-answers', {
    answeredOn: on(12, 'THU'),
    subjectWishes: 'YES',
    answeredBy: 'SUBJECT',
    channel: 'IN_PERSON',
    answer: 'Jeg vil vite hvem jeg skal ringe til',
    need: 'Hjemmetjenesten, rehabiliteringen og fastlegen er inne, hver for seg',
  });
  await course.ofCase('application', {
    items,
    receivedOn: on(11, 'TUE'),
    channel: 'LETTER',
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Jeg vil bo hjemme, og slippe å fortelle alt på nytt',
  });
  await course.ofPerson('consents', { scopes: everyScope, givenBy: 'SUBJECT', givenOn: on(11, 'TUE') });
  await course.ofCase('mapping-completion', {
    performerId: therapist,
    competenceBasis: 'PROFESSION',
    completedOn: on(10, 'WED'),
    summary: 'Tre tjenester fra ulike virksomheter må ses i sammenheng',
  });
  await course.ofCase('decision', {
    ...granting(items, ['Opptreningen vil ta lang tid', 'Tre tjenester er inne samtidig']),
    decidedBy: { body: 'KE', decidedOn: on(9, 'WED') },
    legalBasis: 'HOL_7_1_7_2',
  });
  await course.ofCase('decision/notification', {
    recipients: ['SUBJECT'],
    channel: 'LETTER',
    notifiedOn: on(9, 'THU'),
  });

  await course.ofPerson('coordinator-wishes', {
    wish: 'Sykepleieren som kommer hjem til meg, kjenner meg fra før',
    wishedBy: 'SUBJECT',
    wishedOn: on(9, 'FRI'),
  });
  const { proposalId } = await course.ofPerson('coordinator-proposals', {
    candidateId: nurse,
    unit: 'HOME_CARE',
    grounds: ['USER_WISH', 'FIT'],
    proposedOn: on(8, 'MON'),
  });
  await course.ofPerson(
    `coordinator-proposals/${String(proposalId)}/concurrence`,
    { leaderId: leader, concurredOn: on(8, 'WED') },
    'concurrence',
    { role: 'LEADER', unit: 'HOME_CARE' },
  );
  await course.ofPerson('coordinators', {
    coordinatorId: nurse,
    unit: 'HOME_CARE',
    caseId: course.caseId,
    proposalId,
    validFrom: on(7, 'MON'),
    wishFollowed: 'YES',
  });
  await course.ofPerson('plans', { caseId: course.caseId, startedOn: on(6, 'WED'), withSubject: true });
  for (const [partyId, memberRole, unit] of [
    [therapist, 'OCCUPATIONAL_THERAPIST', 'REHABILITATION'],
    [outside, 'PHYSIOTHERAPIST', 'OUTSIDE_SERVICE'],
  ] as const) {
    await course.ofPerson('group/members', { partyId, memberRole, unit, joinedOn: on(6, 'WED') }, memberRole);
  }
  await course.ofCase('closing', {
    closedOn: on(0, 'MON'),
    reasonCode: 'COMPLETED',
    reason: 'Koordinator og plan er på plass',
  });
}
