import type { Case } from './scene.js';
import type { CaseStep } from './steps-of-case.js';

export type OpenPoint = Case['openPoints'][number];

/** What is done about each thing that is missing. */
const remedies: Readonly<Record<OpenPoint, CaseStep['operation']>> = {
  APPLICATION: 'Cases_application',
  WRITING: 'Assistance_writeDown',
  SIGNATURE: 'Cases_completeApplication',
  CONSENT: 'Coordination_giveConsent',
  OTHER_GUARDIAN: 'Coordination_giveConsent',
  GUARDIAN: 'Relations_relate',
  CHILD_NOT_HEARD: 'Hearings_hear',
  IDENTITY_NUMBER: 'Subjects_linkIdentity',
};
export const remedyOf = (point: OpenPoint) => remedies[point];

/** What belongs to the person and is done here, since the case asks for it. */
export const stepsForMissing = ({ openPoints }: Case): readonly CaseStep[] =>
  openPoints
    .filter((point) => point === 'GUARDIAN' || point === 'IDENTITY_NUMBER')
    .map((point) => ({ section: 'application', operation: remedies[point] }));
