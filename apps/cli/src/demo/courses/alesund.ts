import type { Course } from './course.js';
import { everyScope, granting } from './deciding.js';

/**
 * The allocation office is the coordinating unit (A9) and assesses both conditions (A1, A10). The coordinator clears up the start of the
 * plan together with the person (A3), who chooses a coordinator without one (A4).
 */
export async function alesund(course: Course): Promise<void> {
  const on = course.on.bind(course);
  const caseworker = await course.party('Rådgiver Tenktvåg', 'ALLOCATION_OFFICE');
  const mapper = await course.party('Vernepleier Prøveneset', 'HABILITATION');
  const coordinator = await course.party('Miljøterapeut Eksempelvik', 'MENTAL_HEALTH');
  const items = ['INDIVIDUAL_PLAN', 'COORDINATOR'];

  await course.enquiry({
    receivedOn: on(11, 'WED'),
    channel: 'PHONE',
    sourceType: 'USER',
    callerName: 'Eksempline Liksomøy',
    text: 'Jeg får hjelp fra mange steder. Har jeg rett til en koordinator?',
  });
  await course.ofEnquiry('answers', {
    answeredOn: on(11, 'WED'),
    channel: 'PHONE',
    answer:
      'Ja, hvis behovet er langvarig og tjenestene bør ses i sammenheng. Du kan velge koordinator uten individuell plan',
  });
  await course.person({ givenName: 'Eksempline', familyName: 'Liksomøy', birthDate: '1988-09-22' });
  await course.open({
    opening: 'APPLICATION',
    items,
    receivedOn: on(10, 'MON'),
    channel: 'DIGITAL_POST',
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Jeg vil ha én å forholde meg til',
  });
  await course.ofPerson('consents', {
    scopes: everyScope,
    givenBy: 'SUBJECT',
    givenOn: on(10, 'MON'),
  });
  await course.ofCase('caseworkers', { caseworkerId: caseworker, assignedOn: on(10, 'TUE') });
  const { assignmentId } = await course.ofCase('mapping-assignments', {
    assigneeId: mapper,
    unit: 'HABILITATION',
    assignedOn: on(10, 'TUE'),
    dueOn: on(8, 'TUE'),
  });
  await course.ofCase('mapping-completion', {
    assignmentId,
    performerId: mapper,
    competenceBasis: 'PROFESSION',
    completedOn: on(9, 'THU'),
    summary: 'Behandling, bolig og arbeid henger sammen, og ingen ser helheten',
  });
  await course.ofCase('decision', {
    ...granting(items, [
      'Behovet har vart i to år og vil fortsette',
      'Psykisk helsetjeneste, behandlingstjenesten og hjemmetjenesten bør ses i sammenheng',
    ]),
    decidedBy: { body: 'KE', decidedOn: on(8, 'MON') },
    legalBasis: 'HOL_7_1_7_2',
  });
  await course.ofCase('decision/notification', {
    recipients: ['SUBJECT'],
    channel: 'DIGITAL_POST',
    notifiedOn: on(8, 'TUE'),
  });
  await course.ofPerson('coordinator-wishes', {
    wish: 'Helst en som har tid til å være med på møter',
    wishedBy: 'SUBJECT',
    wishedOn: on(8, 'WED'),
  });
  const { proposalId } = await course.ofPerson('coordinator-proposals', {
    candidateId: coordinator,
    unit: 'MENTAL_HEALTH',
    grounds: ['FIT', 'CAPACITY'],
    proposedOn: on(7, 'MON'),
  });
  await course.ofPerson('coordinators', {
    coordinatorId: coordinator,
    unit: 'MENTAL_HEALTH',
    caseId: course.caseId,
    proposalId,
    validFrom: on(6, 'MON'),
    wishFollowed: 'YES',
  });
  await course.ofPerson('plan-refusals', {
    declinedOn: on(5, 'THU'),
    saidBy: 'SUBJECT',
    channel: 'IN_PERSON',
    reason: 'Koordinatoren er nok for meg nå',
  });
  const { meetingId } = await course.ofPerson('follow-up/meetings', {
    meetsOn: on(2, 'TUE'),
    startsAt: '09:00',
    place: 'Rådhuset',
    matters: 'Hvem Eksempline ringer når noe ikke stemmer',
    invitedAs: 'SUBJECT',
    preparedWithPerson: 'YES',
    calledOn: on(4, 'MON'),
  });
  await course.ofPerson(
    `follow-up/meetings/${String(meetingId)}/attendance`,
    {
      heldOn: on(2, 'TUE'),
      participation: 'PRESENT',
      coordinatorsPresent: [coordinator],
      present: [],
    },
    'attendance',
  );
  await course.ofPerson(
    `follow-up/meetings/${String(meetingId)}/minutes`,
    {
      text: 'Eksempline ringer koordinatoren først',
      writtenOn: on(2, 'WED'),
    },
    'minutes',
  );
  const { promiseId } = await course.ofPerson('follow-up/promises', {
    what: 'Lage en telefonliste',
    by: 'PARTY',
    partyId: coordinator,
    unit: 'MENTAL_HEALTH',
    dueOn: on(1, 'WED'),
    meetingId,
    madeOn: on(2, 'TUE'),
  });
  await course.ofPerson(
    `follow-up/promises/${String(promiseId)}/fulfilment`,
    { keptOn: on(1, 'TUE') },
    'kept',
  );
  await course.ofCase('closing', {
    closedOn: on(0, 'MON'),
    reasonCode: 'COMPLETED',
    reason: 'Koordinatoren er på plass',
  });
}
