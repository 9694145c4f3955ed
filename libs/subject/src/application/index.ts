import type { Provider } from '@nestjs/common';
import { DisposePersonalDataHandler } from './dispose-personal-data.js';
import { LinkIdentityHandler } from './link-identity.js';
import { RegisterSubjectHandler } from './register-subject.js';
import { ReviseSubjectEventHandler } from './revise-subject-event.js';

export { standingClaim } from './claiming.js';
export {
  disposalsIn,
  DisposePersonalDataCommand,
  DisposePersonalDataHandler,
  type DisposePersonalDataData,
} from './dispose-personal-data.js';
export { LinkIdentityCommand, type LinkIdentityData } from './link-identity.js';
export { reapplyDisposals } from './reapply-disposals.js';
export { ReviseSubjectEventCommand } from './revise-subject-event.js';
export { StandingForSubjects } from './standing-elsewhere.js';
export { type Registered, RegisterSubjectCommand, type RegisterSubjectData } from './register-subject.js';

/** They need `CommandRunner`, `Keys`, `IdentityClaims` and `Disposals` by class. */
export const subjectHandlers: Provider[] = [
  RegisterSubjectHandler,
  LinkIdentityHandler,
  DisposePersonalDataHandler,
  ReviseSubjectEventHandler,
];
