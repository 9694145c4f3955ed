import type { Basis, Standing } from '#event-sourcing';
import type { Coordinated } from '../domain/merging.js';

/** What other contexts hold of persons. They know persons and persons do not know them: whoever composes the program fills it in. */
export abstract class StandingForSubjects {
  /** What stands of the person's cases and coordination, ended or not. */
  abstract of(
    tenant: string,
    subjectId: string,
  ): Promise<{ readonly standing: readonly Standing[]; readonly basis: readonly Basis[] }>;

  /** How much of a coordination stands in a stream of its own, as the log has it now. */
  abstract coordination(
    tenant: string,
    subjectId: string,
    today: string,
  ): Promise<{ readonly coordinated: Coordinated; readonly basis: readonly Basis[] }>;
}
