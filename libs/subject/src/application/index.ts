import type { Provider } from '@nestjs/common';
import { AnnulSubjectEventHandler, CorrectSubjectEventHandler } from './correct-subject-event.js';
import { DisposePersonalDataHandler } from './dispose-personal-data.js';
import { LinkIdentityHandler } from './link-identity.js';
import { RegisterSubjectHandler } from './register-subject.js';

export { standingClaim } from './claiming.js';
export { AnnulSubjectEventCommand, CorrectSubjectEventCommand } from './correct-subject-event.js';
export {
  disposalsIn,
  DisposePersonalDataCommand,
  DisposePersonalDataHandler,
  type DisposePersonalDataData,
} from './dispose-personal-data.js';
export { LinkIdentityCommand, type LinkIdentityData } from './link-identity.js';
export { reapplyDisposals } from './reapply-disposals.js';
export { StandingForSubjects } from './standing-elsewhere.js';
export { type Registered, RegisterSubjectCommand, type RegisterSubjectData } from './register-subject.js';

/** They need `CommandRunner`, `Keys`, `IdentityClaims` and `Disposals` by class. */
export const subjectHandlers: Provider[] = [
  RegisterSubjectHandler,
  LinkIdentityHandler,
  DisposePersonalDataHandler,
  CorrectSubjectEventHandler,
  AnnulSubjectEventHandler,
];
