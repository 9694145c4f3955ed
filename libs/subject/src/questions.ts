import { type Answered, type Basis, type CommandRunner, streamName } from '#event-sourcing';
import { subjectDecider } from './domain/decide.js';
import { disposalRefusals } from './domain/disposal.js';
import { coordinatedAs } from './domain/merging.js';
import { isRelated, type Relation } from './domain/relation.js';
import { type DisposableClass, personRefusals } from './domain/subject.js';

/** Where a person's registration is kept. */
export const subjectStream = (tenant: string, subjectId: string) => streamName('subject', tenant, subjectId);

export interface SubjectAnswer {
  readonly exists: boolean;
  /** Record classes whose keys are destroyed. */
  readonly disposed: readonly DisposableClass[];
  readonly birthYear: number | undefined;
  /** The day on which the unit learned that the person is dead; what begins after it is refused. */
  readonly deathToldOn: string | undefined;
  /** Under which registration the person goes on: the one that was asked for, or the one that it was merged into. */
  readonly survivorId: string;
  /** Every registration of the person, the survivor's first. */
  readonly registrations: readonly string[];
  /** In whose stream the person's consents, coordinators, plans and group are recorded now. */
  readonly coordinatedAs: string;
  readonly basis: readonly Basis[];
}

/** What another context may know of a person for a decision, as the log has it now: of the survivor, where registrations were merged. */
export async function subjectOf(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
): Promise<SubjectAnswer> {
  const asked = await runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const survivorId = asked.state.mergedInto ?? subjectId;
  const { state, basis } =
    survivorId === subjectId ? asked : await runner.look(subjectDecider, subjectStream(tenant, survivorId));
  const merged = await Promise.all(
    state.merged.map(({ mergedId }) => runner.look(subjectDecider, subjectStream(tenant, mergedId))),
  );
  const others = new Set([...state.merged.map(({ mergedId }) => mergedId), subjectId]);
  return {
    exists: state.isRegistered,
    disposed: state.disposed,
    birthYear: state.birthYear,
    deathToldOn: [state, ...merged.map((one) => one.state)].find((one) => one.deathToldOn)?.deathToldOn,
    survivorId,
    registrations: [survivorId, ...[...others].filter((id) => id !== survivorId)],
    coordinatedAs: coordinatedAs(survivorId, state),
    basis: [
      ...(survivorId === subjectId ? [] : asked.basis),
      ...basis,
      ...merged.flatMap((one) => one.basis),
    ],
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

/**
 * Who the person's parents, guardians and next of kin are on a day, as the log has it now: those of every registration of the person. None
 * where there is no such person.
 */
export async function relationsOf(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  day: string,
): Promise<Answered<readonly Relation[]>> {
  const { registrations } = await subjectOf(runner, tenant, subjectId);
  const looks = await Promise.all(
    registrations.map((id) => runner.look(subjectDecider, subjectStream(tenant, id))),
  );
  return {
    answer: looks.flatMap(({ state }) => state.relations).filter((one) => isRelated(one, day)),
    basis: looks.flatMap(({ basis }) => basis),
  };
}
