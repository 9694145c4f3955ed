import { type Course, longSince } from './course.js';

const staff = { role: 'CASEWORKER' } as const;
const leader = { role: 'LEADER' } as const;

/** What the unit does beside its cases: courses, a professional day, a routine, what is done together with others. */
export async function ownWork(course: Course): Promise<void> {
  const settle = (label: string, path: string, said: Readonly<Record<string, unknown>>) =>
    course.settle(`own work/${label}`, path, said, staff);
  const keeper = await course.party('Fagkonsulent Rutinemo', 'KE');
  const learner = await course.party('Koordinator Kurslien', 'HOME_CARE');

  const { trainingId } = await settle('course', '/v1/trainings', {
    form: 'COURSE',
    courseCode: 'COORDINATOR_BASICS',
    title: 'Grunnkurs for koordinatorer',
    offeredOn: longSince,
    plannedOn: '2026-02-10',
    place: 'Rådhuset',
  });
  await settle('course held', `/v1/trainings/${String(trainingId)}/held`, {
    heldOn: '2026-02-10',
    participants: 12,
  });
  await settle('course completed', `/v1/trainings/${String(trainingId)}/completions`, {
    partyIds: [learner],
    courseCode: 'COORDINATOR_BASICS',
    completedOn: '2026-02-10',
  });
  await settle('professional day', '/v1/trainings', {
    form: 'PROFESSIONAL_DAY',
    title: 'Fagdag om overganger',
    offeredOn: longSince,
    plannedOn: '2027-03-11',
  });
  await settle('guidance', `/v1/staff-competence/${keeper}/guidance`, {
    way: 'CONVERSATION',
    givenOn: '2026-03-05',
    matter: 'Hvordan et koordineringsmøte ledes',
  });

  const { documentId } = await settle('routine', '/v1/controlled-documents', {
    kind: 'ROUTINE',
    title: 'Fra behov til koordinator',
    number: 'KE-01',
    unit: 'KE',
    audiences: ['INTERNAL', 'CHECKLIST'],
    maintainerId: keeper,
    approverRole: 'HEAD_OF_SERVICE',
    forCases: true,
    location: 'Kvalitetssystemet',
    draftedOn: longSince,
  });
  await settle('routine approved', `/v1/controlled-documents/${String(documentId)}/approvals`, {
    approvedOn: longSince,
    validFrom: longSince,
    nextReviewOn: '2026-10-01',
  });

  await settle('task', '/v1/cooperation/tasks', {
    matter: 'Felles rutine når en ungdom går fra skole til arbeid',
    ownerId: keeper,
    withUnits: ['SCHOOL', 'NAV'],
    agreedOn: longSince,
    followUpOn: '2026-11-01',
  });
  const { matterId } = await settle('hearing', '/v1/cooperation/hearings', {
    body: 'USER_COUNCIL',
    bodyName: 'Brukerrådet',
    matter: 'Utkast til brosjyre om koordinator',
    askedOn: longSince,
    answerBy: '2026-02-01',
  });
  await settle('hearing answered', `/v1/cooperation/hearings/${String(matterId)}/answer`, {
    answeredOn: '2026-01-28',
    standpoint: 'SUPPORTS_WITH_REMARKS',
    answer: 'Bruk kortere setninger',
    consequence: 'Brosjyren er skrevet om',
  });

  await settle('brochure', '/v1/information-material', {
    form: 'BROCHURE',
    nameNb: 'Hva er en koordinator?',
    nameNn: 'Kva er ein koordinator?',
    audiences: ['USER', 'NEXT_OF_KIN'],
    location: 'Servicekontoret',
    publishedOn: '2026-02-01',
  });
  await course.settle(
    'own work/plan',
    '/v1/competence-plans',
    {
      title: 'Kompetanse og samarbeid',
      validFrom: longSince,
      validUntil: '2027-12-31',
      aims: 'Alle koordinatorer har grunnopplæring innen et halvt år',
      adoptedBy: 'HEAD_OF_SERVICE',
      adoptedOn: longSince,
    },
    leader,
  );
}
