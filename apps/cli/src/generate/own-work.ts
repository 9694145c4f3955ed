import {
  type CompetenceStepType,
  RecordCompetenceStepCommand,
  type ToldCompetenceStep,
} from '#competence/application/index';
import type { Member, Tell } from './board-seats.js';

/** What the unit does beside its cases, from that day on: a course that some of the staff completed, a routine, a task with others, users who are asked. */
export async function ownWork(
  staff: readonly Member[],
  { day, tell, made }: { readonly day: string; readonly tell: Tell; readonly made: (what: string) => string },
): Promise<void> {
  const record = <Type extends CompetenceStepType>(
    what: string,
    step: Type,
    told: ToldCompetenceStep<Type> & object,
  ) => tell(`own work ${what}`, told, (context) => new RecordCompetenceStepCommand(step, told, context));
  const idOf = (what: string) => made(`own work ${what}`);
  const [keeper, ...others] = staff;
  if (keeper === undefined) return;

  const trainingId = idOf('training');
  const course = { form: 'COURSE', courseCode: 'COORDINATOR_BASICS', title: 'Grunnkurs' } as const;
  await record('course', 'TrainingOffered', { trainingId, ...course, offeredOn: day, plannedOn: day });
  await record('course held', 'TrainingHeld', { trainingId, heldOn: day });
  for (const [index, { partyId }] of others.slice(0, 5).entries()) {
    const told = { partyId, courseCode: course.courseCode, completedOn: day, trainingId };
    await record(`course completed ${index}`, 'TrainingCompleted', told);
  }

  const documentId = idOf('routine');
  await record('routine', 'ControlledDocumentDrafted', {
    documentId,
    kind: 'ROUTINE',
    title: 'Fra behov til koordinator',
    audiences: ['INTERNAL'],
    maintainerId: keeper.partyId,
    approverRole: 'HEAD_OF_SERVICE',
    forCases: true,
    draftedOn: day,
  });
  const inForce = { documentId, approvedOn: day, validFrom: day, nextReviewOn: day };
  await record('routine approved', 'ControlledDocumentApproved', inForce);

  await record('task', 'CooperationTaskAgreed', {
    matterId: idOf('task'),
    matter: 'Felles inntak',
    ownerId: keeper.partyId,
    agreedOn: day,
    followUpOn: day,
  });
  await record('hearing', 'UserBodyAsked', {
    matterId: idOf('hearing'),
    body: 'USER_COUNCIL',
    bodyName: 'Brukerrådet',
    matter: 'Rutinen for koordinatorer',
    askedOn: day,
    answerBy: day,
  });
}
