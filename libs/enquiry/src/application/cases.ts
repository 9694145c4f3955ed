import type { Answered } from '#event-sourcing';

/** Cases come after enquiries, which do not know them: whoever composes the program fills it in. */
export abstract class CasesOfEnquiries {
  /** Whether there is such a case, as the log has it now. */
  abstract isKnown(tenant: string, caseId: string): Promise<Answered<boolean>>;
}
