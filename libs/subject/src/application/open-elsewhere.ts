import type { Basis, Standing } from '#event-sourcing';

/** What other contexts have open of persons. They know persons and persons do not know them: whoever composes the program fills it in. */
export abstract class OpenForSubjects {
  /** What has begun in the person's other streams and not ended, as the log has it now. */
  abstract of(
    tenant: string,
    subjectId: string,
  ): Promise<{ readonly standing: readonly Standing[]; readonly basis: readonly Basis[] }>;
}
