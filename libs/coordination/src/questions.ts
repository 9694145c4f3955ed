import { type Basis, type CommandRunner, type Recorded, type Rejection, streamName } from '#event-sourcing';
import { relianceOf } from './domain/basis.js';
import { coordinationDecider } from './domain/decide.js';

/** Where a person's consents, coordinators, plans and group are kept. */
export const coordinationStream = (tenant: string, subjectId: string) =>
  streamName('coordination', tenant, subjectId);

/** The cases on whose decisions anything was ever recorded, or corrected, to rest. */
export const caseIdsIn = (history: readonly Pick<Recorded, 'data'>[]): string[] => [
  ...new Set(
    history
      .flatMap(({ data: { caseId, changed } }) => [
        caseId,
        (changed as Recorded['data'] | undefined)?.['caseId'],
      ])
      .filter((caseId) => typeof caseId === 'string'),
  ),
];

/** Whose plan it is: a plan's id is the person's with a number. Undefined for what is no plan's id. */
export const subjectIdOfPlan = (planId: string): string | undefined => /^(.+)\.[1-9]\d*$/.exec(planId)?.[1];

/** What stands in a person's stream, ended or not. */
export async function standingFor(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
): Promise<{ readonly standing: Rejection['restsOn']; readonly basis: readonly Basis[] }> {
  const { effective, basis } = await runner.look(coordinationDecider, coordinationStream(tenant, subjectId));
  return { standing: effective.map(({ id: eventId, type, stream }) => ({ eventId, type, stream })), basis };
}

export interface Resting {
  /** `begins`: the day from which the step holds. */
  readonly resting: readonly (Rejection['restsOn'][number] & { readonly begins: string })[];
  readonly basis: readonly Basis[];
}

/** What was recorded on the strength of a case's decision and stands, ended or not: coordinators, plans, members of a group. */
export async function restingOnCase(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  caseId: string,
): Promise<Resting> {
  const { effective, basis } = await runner.look(coordinationDecider, coordinationStream(tenant, subjectId));
  const resting = effective.flatMap((event) => {
    const reliance = relianceOf(event);
    const { id: eventId, type, stream } = event;
    return reliance?.caseId === caseId ? [{ eventId, type, stream, begins: reliance.begins }] : [];
  });
  return { resting, basis };
}
