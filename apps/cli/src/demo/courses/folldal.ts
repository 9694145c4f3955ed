import type { Course } from './course.js';
import { everyScope, granting } from './deciding.js';

const items = ['INDIVIDUAL_PLAN'];

/**
 * A referral to the coordinating team on its form (F23). The child takes part (F9), the parents are close by (F11); who is considering to
 * coordinate is asked, and may say no (F5, F7); a written message goes to the person and the parents, with a copy to the coordinator (F24).
 */
export async function folldal(course: Course): Promise<void> {
  const on = course.on.bind(course);
  const teacher = await course.party('Lærer Øvelseng', 'SCHOOL');
  const nurse = await course.party('Helsesykepleier Prøvekroken', 'HEALTH_CENTRE');
  const physio = await course.party('Fysioterapeut Tenktlien', 'REHABILITATION');
  const mother = await course.party('Mor Fabelsen', undefined, 'PARENT');
  const father = await course.party('Far Fabelsen', undefined, 'PARENT');

  await course.enquiry({
    receivedOn: on(13, 'THU'),
    channel: 'PHONE',
    sourceType: 'NEXT_OF_KIN',
    callerName: 'Mor Fabelsen',
    text: 'Skolen mener at datteren vår bør ha en individuell plan. Hva gjør vi?',
  });
  await course.ofEnquiry('answers', {
    answeredOn: on(13, 'THU'),
    channel: 'PHONE',
    answer: 'Skolen kan henvise på skjemaet når dere og hun er enige. Vi sender orientering og samtykke',
  });
  const birthDate = `${Number(on(0, 'MON').slice(0, 4)) - 11}-02-20`;
  await course.person({ givenName: 'Fabella', familyName: 'Fabelsen', birthDate });
  for (const partyId of [mother, father]) {
    await course.ofPerson(
      'relations',
      { partyId, kind: 'PARENT', validFrom: on(12, 'TUE') },
      `parent/${partyId}`,
    );
  }
  await course.open({
    opening: 'APPLICATION',
    items,
    receivedOn: on(12, 'TUE'),
    channel: 'FORM',
    signed: true,
    applicantRole: 'PARENT',
    applicantId: mother,
    wish: 'Hun vil selv at de voksne skal bli enige, uten at hun må være budbringer',
  });
  await course.ofCase('caseworkers', { caseworkerId: physio, assignedOn: on(12, 'TUE') });
  for (const givenById of [mother, father]) {
    await course.ofPerson(
      'consents',
      { scopes: everyScope, givenBy: 'PARENT', givenById, givenOn: on(12, 'TUE') },
      `consent/${givenById}`,
    );
  }
  await course.ofCase('information', {
    givenOn: on(12, 'WED'),
    informerId: physio,
    recipients: ['PARENT', 'SUBJECT'],
    topics: ['PLAN', 'PARTICIPATION', 'CONSENT'],
    ways: ['CONVERSATION', 'LETTER'],
  });
  await course.ofCase('mapping-completion', {
    performerId: physio,
    competenceBasis: 'EXPERIENCE',
    completedOn: on(11, 'THU'),
    summary:
      'Hun har fortalt selv hva som er viktig for henne. Skole, helsestasjon og fysioterapi må samarbeide over tid',
  });
  await course.ofCase('hearings', {
    mode: 'CONVERSATION',
    heardById: physio,
    childView: 'Jeg vil at de voksne snakker sammen, og at jeg får være med på møtene',
    weight: 'Hun blir med på møtene når hun selv vil',
    heardOn: on(11, 'FRI'),
  });
  await course.ofCase('decision', {
    ...granting(items, ['Behovet vil følge henne gjennom skoletiden', 'Tre tjenester må ses i sammenheng']),
    decidedBy: { body: 'TEAM', decidedOn: on(10, 'WED') },
    legalBasis: 'HOL_7_1',
  });
  const parents = [mother, father].map((partyId) => ({ partyId, recipient: 'PARENT' }));
  await course.ofCase('decision/notification', {
    recipients: ['PARENT'],
    recipientParties: parents,
    channel: 'LETTER',
    notifiedOn: on(10, 'THU'),
  });

  await course.ofPerson('coordinator-wishes', {
    wish: 'Hun vil helst ha en hun kjenner fra skolen eller helsestasjonen',
    wishedBy: 'PARENT',
    wishedOn: on(10, 'THU'),
  });
  const propose = async (candidateId: string, unit: string, day: string) => {
    const said = { candidateId, unit, grounds: ['USER_WISH', 'FIT', 'DISTRIBUTION'], proposedOn: day };
    const { proposalId } = await course.ofPerson('coordinator-proposals', said, `proposal/${unit}`);
    return String(proposalId);
  };
  const first = await propose(teacher, 'SCHOOL', on(9, 'MON'));
  await course.ofPerson(
    `coordinator-proposals/${first}/refusal`,
    { declinedOn: on(9, 'THU'), reasonCode: 'NO_CAPACITY', reason: 'Er koordinator for to andre elever' },
    'no',
  );
  const proposalId = await propose(nurse, 'HEALTH_CENTRE', on(9, 'FRI'));
  await course.ofPerson(
    `coordinator-proposals/${proposalId}/acceptance`,
    { acceptedOn: on(8, 'TUE') },
    'yes',
  );
  const { appointmentId } = await course.ofPerson('coordinators', {
    coordinatorId: nurse,
    unit: 'HEALTH_CENTRE',
    caseId: course.caseId,
    proposalId,
    validFrom: on(8, 'WED'),
    wishFollowed: 'YES',
  });
  await course.ofPerson(
    `coordinators/${String(appointmentId)}/notifications`,
    {
      recipients: ['SUBJECT', 'GUARDIAN', 'COORDINATOR'],
      leftOut: ['NEXT_OF_KIN'],
      reason: 'Foreldrene har fått meldingen som foresatte',
      channel: 'LETTER',
      notifiedOn: on(8, 'THU'),
    },
    'allocation',
  );
  await course.ofPerson('plans', { caseId: course.caseId, startedOn: on(6, 'TUE'), withSubject: true });
  for (const [partyId, memberRole, unit] of [
    [teacher, 'TEACHER', 'SCHOOL'],
    [physio, 'PHYSIOTHERAPIST', 'REHABILITATION'],
    [mother, 'PARENT', undefined],
  ] as const) {
    const said = { partyId, memberRole, joinedOn: on(5, 'WED'), ...(unit !== undefined && { unit }) };
    await course.ofPerson('group/members', said, memberRole);
  }
  const { meetingId } = await course.ofPerson('follow-up/meetings', {
    meetsOn: on(3, 'WED'),
    startsAt: '13:00',
    place: 'Møterommet på skolen',
    matters: 'Skoleskyss og trening etter påske',
    invitedAs: 'GUARDIAN',
    preparedWithPerson: 'YES',
    calledOn: on(5, 'WED'),
  });
  const { invitationId } = await course.ofPerson(
    `follow-up/meetings/${String(meetingId)}/invitations`,
    {
      partyId: physio,
      side: 'MUNICIPAL_SERVICE',
      unit: 'REHABILITATION',
      matter: 'Trening etter påske',
      invitedOn: on(5, 'THU'),
    },
    'invitation',
  );
  await course.ofPerson(
    `follow-up/meetings/${String(meetingId)}/attendance`,
    {
      heldOn: on(3, 'WED'),
      participation: 'REPRESENTED',
      coordinatorsPresent: [nurse],
      present: [invitationId],
    },
    'attendance',
  );
  await course.ofPerson(
    `follow-up/meetings/${String(meetingId)}/minutes`,
    {
      text: 'Skolen søker om skyss, og fysioterapeuten lager et nytt treningsopplegg',
      writtenOn: on(3, 'THU'),
    },
    'minutes',
  );
  await course.ofPerson('follow-up/promises', {
    what: 'Søke om skoleskyss',
    by: 'PARTY',
    partyId: teacher,
    unit: 'SCHOOL',
    dueOn: on(1, 'MON'),
    meetingId,
    madeOn: on(3, 'WED'),
  });
  await course.ofCase('closing', {
    closedOn: on(0, 'MON'),
    reasonCode: 'COMPLETED',
    reason: 'Planen er i gang, og ansvarsgruppa møtes',
  });
}
