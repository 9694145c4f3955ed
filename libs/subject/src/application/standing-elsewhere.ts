import type { Basis, Standing } from '#event-sourcing';

/** What other contexts hold of persons. They know persons and persons do not know them: whoever composes the program fills it in. */
export abstract class StandingForSubjects {
  /** What stands in the person's other streams, ended or not, as the log has it now. */
  abstract of(
    tenant: string,
    subjectId: string,
  ): Promise<{ readonly standing: readonly Standing[]; readonly basis: readonly Basis[] }>;
}
