import type { Basis } from '#event-sourcing';
import type { Resting } from '../domain/intents.js';

/** What other contexts rest on cases. They know cases and cases do not know them: whoever composes the program fills it in. */
export abstract class RestingOnCases {
  /** The person's steps that rest on this case, ended or not, as the log has them now. */
  abstract of(
    tenant: string,
    subjectId: string,
    caseId: string,
  ): Promise<{ readonly resting: readonly Resting[]; readonly basis: readonly Basis[] }>;
}
