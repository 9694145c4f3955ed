import { type Basis, type CommandRunner, type Rejection, streamName } from '#event-sourcing';
import { coordinationDecider } from './domain/decide.js';

/** Where a person's consents, coordinators, plans and group are kept. */
export const coordinationStream = (tenant: string, subjectId: string) =>
  streamName('coordination', tenant, subjectId);

/** Whose plan it is: a plan's id is the person's with a number. Undefined for what is no plan's id. */
export const subjectIdOfPlan = (planId: string): string | undefined => /^(.+)\.[1-9]\d*$/.exec(planId)?.[1];

export interface Resting {
  readonly resting: Rejection['restsOn'];
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
  const resting = effective
    .filter(({ data }) => 'caseId' in data && data.caseId === caseId)
    .map(({ id: eventId, type, stream }) => ({ eventId, type, stream }));
  return { resting, basis };
}
