import type { ActOnDelegation } from '../domain/organisation/step.js';

/** What other contexts did on a delegation. They know delegations and those do not know them: whoever composes the program fills it in. */
export abstract class ActsOnDelegations {
  /** What stands of it now, as the log has it. */
  abstract of(tenant: string, delegationId: string): Promise<readonly ActOnDelegation[]>;
}
