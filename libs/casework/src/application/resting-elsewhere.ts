import type { Basis } from '#event-sourcing';
import type { Resting } from '../domain/intents.js';

/** What other contexts rest on cases, and what of theirs a case's end leaves going on. They know cases and cases do not know them: whoever composes the program fills it in. */
export abstract class RestingOnCases {
  /** The person's steps that rest on this case, ended or not, as the log has them now. */
  abstract of(
    tenant: string,
    subjectId: string,
    caseId: string,
  ): Promise<{ readonly resting: readonly Resting[]; readonly basis: readonly Basis[] }>;

  /** The ids of what of the person's coordination has not ended by today. */
  abstract goesOn(tenant: string, subjectId: string, today: string): Promise<readonly string[]>;
}
