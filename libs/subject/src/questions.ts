import { type Basis, type CommandRunner, streamName } from '#event-sourcing';
import { subjectDecider } from './domain/decide.js';
import { disposalRefusals } from './domain/disposal.js';
import { type DisposableClass, personRefusals } from './domain/subject.js';

/** Where a person's registration is kept. */
export const subjectStream = (tenant: string, subjectId: string) => streamName('subject', tenant, subjectId);

export interface SubjectAnswer {
  readonly exists: boolean;
  /** Record classes whose keys are destroyed. */
  readonly disposed: readonly DisposableClass[];
  readonly birthYear: number | undefined;
  readonly basis: readonly Basis[];
}

/** What another context may know of a person for a decision, as the log has it now. */
export async function subjectOf(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
): Promise<SubjectAnswer> {
  const { state, basis } = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  return {
    exists: state.isRegistered,
    disposed: state.disposed,
    birthYear: state.birthYear,
    basis,
  };
}

/** The same for a command about the person, of whom nothing may be disposed of: rejects with `subject/no-such-subject` or `subject/disposed`. */
export async function presentSubject(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
): Promise<SubjectAnswer> {
  const subject = await subjectOf(runner, tenant, subjectId);
  personRefusals.refuseIf(!subject.exists, 'no-such-subject');
  disposalRefusals.refuseIf(subject.disposed.length > 0, 'disposed');
  return subject;
}
