import type { Provider } from '@nestjs/common';
import { LinkIdentityHandler } from './link-identity.js';
import { MergeSubjectHandler } from './merge-subject.js';
import { RecordDeathHandler, RecordMoveHandler } from './record-end.js';
import { RegisterSubjectHandler } from './register-subject.js';
import { EndRelationHandler, RecordRelationHandler } from './relations.js';
import { RenameSubjectHandler } from './rename-subject.js';
import { ReplaceIdentityHandler } from './replace-identity.js';
import { ReviseSubjectEventHandler } from './revise-subject-event.js';
import { SetContactDetailsHandler } from './set-contact-details.js';

export { standingClaim } from './claiming.js';
export { confirmEntryDisposal, requestEntryDisposal } from './dispose-entry.js';
export {
  confirmDisposal,
  disposalsIn,
  type RecordDisposals,
  recordDisposalOf,
  requestDisposal,
} from './dispose-personal-data.js';
export { LinkIdentityCommand, type LinkIdentityData } from './link-identity.js';
export { MergeSubjectCommand, type MergeSubjectData } from './merge-subject.js';
export {
  RecordDeathCommand,
  type RecordDeathData,
  RecordMoveCommand,
  type RecordMoveData,
} from './record-end.js';
export {
  EndRelationCommand,
  type EndRelationData,
  RecordRelationCommand,
  type RecordRelationData,
} from './relations.js';
export { RenameSubjectCommand, type RenameSubjectData } from './rename-subject.js';
export { ReplaceIdentityCommand, type ReplaceIdentityData } from './replace-identity.js';
export { OpenForSubjects } from './open-elsewhere.js';
export { reapplyDisposals } from './reapply-disposals.js';
export { ReviseSubjectEventCommand } from './revise-subject-event.js';
export { SetContactDetailsCommand, type SetContactDetailsData } from './set-contact-details.js';
export { StandingForSubjects } from './standing-elsewhere.js';
export {
  type Registered,
  type Registering,
  registerSubject,
  RegisterSubjectCommand,
  type RegisterSubjectData,
} from './register-subject.js';
export { RehearsedClaims } from './rehearsed-claims.js';
export { takeBackRegistration } from './take-back-registration.js';

/** They need `CommandRunner`, `Keys`, `IdentityClaims` and `Disposals` by class. */
export const subjectHandlers: Provider[] = [
  RegisterSubjectHandler,
  LinkIdentityHandler,
  ReplaceIdentityHandler,
  RenameSubjectHandler,
  SetContactDetailsHandler,
  RecordRelationHandler,
  EndRelationHandler,
  MergeSubjectHandler,
  RecordDeathHandler,
  RecordMoveHandler,
  ReviseSubjectEventHandler,
];
