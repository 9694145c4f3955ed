import { factOf } from '#event-sourcing/testing/spec-of';
import type { SaidOf, StepType } from './records.js';

/** What an invented unit records of its own work, for the specs. Today is `specClock.today`, 2 March 2026. */
const municipality = '9999';

const document = {
  documentId: 'document-1',
  kind: 'ROUTINE',
  title: 'Saksbehandling i koordinerende enhet',
  number: 'HRO-12',
  audiences: ['INTERNAL', 'CHECKLIST'],
  maintainerId: 'party-1',
  approverRole: 'HEAD_OF_SERVICE',
  forCases: true,
} as const;

export const usual = {
  TrainingOffered: {
    trainingId: 'training-1',
    form: 'COURSE',
    courseCode: 'COORDINATOR_BASICS',
    title: 'Grunnkurs våren 2026',
    offeredOn: '2026-01-10',
    plannedOn: '2026-02-10',
  },
  TrainingHeld: { trainingId: 'training-1', heldOn: '2026-02-10', participants: 14 },
  TrainingCancelled: { trainingId: 'training-1', cancelledOn: '2026-02-09', reason: 'For få påmeldte' },
  TrainingCompleted: { partyId: 'party-1', courseCode: 'COORDINATOR_BASICS', completedOn: '2026-02-10' },
  GuidanceGiven: {
    partyId: 'party-1',
    givenOn: '2026-02-12',
    way: 'CONVERSATION',
    matter: 'Første møte som koordinator',
  },
  ControlledDocumentDrafted: { ...document, draftedOn: '2009-09-18' },
  ControlledDocumentApproved: {
    documentId: 'document-1',
    approvedOn: '2009-10-01',
    validFrom: '2009-10-01',
    nextReviewOn: '2011-10-01',
  },
  ControlledDocumentReviewed: {
    documentId: 'document-1',
    reviewedOn: '2011-09-20',
    nextReviewOn: '2013-10-01',
  },
  ControlledDocumentRevised: { ...document, revisedOn: '2019-01-22', changes: 'Ny helse- og omsorgslov' },
  ControlledDocumentWithdrawn: { documentId: 'document-1', withdrawnOn: '2026-01-01' },
  CooperationTaskAgreed: {
    matterId: 'matter-1',
    matter: 'Felles inntaksmøte for helse og oppvekst',
    ownerId: 'party-1',
    agreedOn: '2026-01-12',
    followUpOn: '2026-03-15',
  },
  CooperationTaskFollowedUp: {
    matterId: 'matter-1',
    followedUpOn: '2026-02-20',
    note: 'Prøves ut fra mai',
    followUpOn: '2026-06-01',
  },
  CooperationTaskCompleted: { matterId: 'matter-1', completedOn: '2026-03-01', outcome: 'DONE' },
  UserBodyAsked: {
    matterId: 'matter-2',
    body: 'USER_COUNCIL',
    bodyName: 'Prøvedal brukerråd',
    matter: 'Ny brosjyre',
    askedOn: '2026-01-20',
    answerBy: '2026-02-20',
  },
  UserBodyAnswered: {
    matterId: 'matter-2',
    answeredOn: '2026-02-18',
    standpoint: 'SUPPORTS_WITH_REMARKS',
    answer: 'Bruk større skrift',
    consequence: 'Skriften er endret',
  },
  CourseListed: {
    courseCode: 'MOTIVATION',
    nb: 'motiverende samtale',
    nn: 'motiverande samtale',
    isBasic: true,
    listedOn: '2026-01-10',
  },
  CourseWithdrawn: { courseCode: 'MOTIVATION', withdrawnOn: '2026-02-10' },
  LawReferenceListed: {
    reference: 'BARNELOVA_NEW',
    nb: 'barnelova (ny)',
    nn: 'barnelova (ny)',
    validFrom: '2027-01-01',
    replacedBy: [],
    listedOn: '2026-01-10',
  },
  InformationMaterialPublished: {
    materialId: 'material-1',
    form: 'BROCHURE',
    nameNb: 'Hva er en koordinator?',
    nameNn: 'Kva er ein koordinator?',
    audiences: ['USER', 'NEXT_OF_KIN'],
    location: 'Servicekontoret',
    publishedOn: '2026-01-10',
  },
  InformationMaterialWithdrawn: { materialId: 'material-1', withdrawnOn: '2026-02-10' },
  CompetencePlanAdopted: {
    title: 'Kompetanse og samarbeid 2026–2027',
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    aims: 'Alle koordinatorer har grunnopplæring',
    adoptedBy: 'HEAD_OF_SERVICE',
    adoptedOn: '2025-12-01',
  },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

/** A fact with what differs from the usual one. */
export const fact = <Type extends StepType>(
  type: Type,
  differs: Readonly<Record<string, unknown>> & { readonly id?: string } = {},
) => {
  const revision = type === 'ControlledDocumentApproved' ? { revision: 1 } : {};
  return factOf(type, { municipality, ...revision, ...(usual[type] as object) })(differs) as never;
};

/** Recording a step, with what differs from the usual one. */
export const recording =
  (step: StepType, asked: unknown = {}) =>
  (differs: Readonly<Record<string, unknown>> = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown: true,
      step,
      about: { municipality },
      said: { ...usual[step], ...differs },
      asked: asked as never,
    },
  });
