import { type CodeIn, codeList, same } from '#event-sourcing/codes';
import type { Refusals } from '#event-sourcing/refusals';

/** In what somebody acts on another's authority; each is asked of by itself (S3, S6). */
export const delegationScopes = codeList('delegationScope', {
  APPOINT_COORDINATOR: ['å oppnevne koordinator', 'å oppnemne koordinator'],
  APPROVE_APPLICATION: ['å godkjenne søknader', 'å godkjenne søknader'],
  DECIDE: ['å avgjøre søknader', 'å avgjere søknader'],
});
export const authorityRoles = codeList('authorityRole', {
  MUNICIPAL_COUNCIL: same('kommunestyret'),
  MUNICIPAL_DIRECTOR: same('kommunedirektøren'),
  HEAD_OF_SERVICE: ['kommunalsjefen', 'kommunalsjefen'],
  KE: same('<unit>'),
  BOARD: same('tildelingsnemnda'),
  UNIT_LEADER: ['enhetslederne', 'einingsleiarane'],
});
export type DelegationScope = CodeIn<typeof delegationScopes>;
export type AuthorityRole = CodeIn<typeof authorityRoles>;

/** In what a step acts on delegated authority, and as whom. */
export interface ActsOn {
  readonly scope: DelegationScope;
  readonly toRole: AuthorityRole;
}
/** A delegation that holds, as what is done on it records it. */
export interface Delegated {
  readonly delegationId: string;
  readonly fromRole: AuthorityRole;
}
/** Those that hold in it on the day, and whether the municipality's profile asks for one (S3, S6). */
export interface Authority {
  readonly isNeeded: boolean;
  readonly delegations: readonly Delegated[];
}

/** What an event says of it. */
interface Acted {
  readonly delegationId?: string | null | undefined;
  readonly delegatedBy?: AuthorityRole | null | undefined;
}

/** What a context refuses of acting on another's authority, in sentences of its own. */
type Rule = 'not-delegated' | 'not-delegated.then' | 'authority-as-delegated';

/**
 * Refuses to act on a day without the delegation that the profile asks for, and to move what was done on one to a day on which that does not
 * hold. What is recorded of it nobody corrects. Nothing is asked of what stands and stays on its day.
 */
export const authorityRule =
  ({ refuseIf }: Pick<Refusals<Rule>, 'refuseIf'>) =>
  (
    { day, delegationId, delegatedBy }: Acted & { readonly day: string | undefined },
    authority: Authority | undefined,
    standing: Acted | undefined,
  ): void => {
    const isTold = delegationId !== undefined || delegatedBy !== undefined;
    refuseIf(standing !== undefined && isTold, 'authority-as-delegated');
    if (day === undefined || authority === undefined) return;
    const { isNeeded, delegations } = authority;
    const recorded = standing?.delegationId ?? undefined;
    if (recorded === undefined) refuseIf(isNeeded && delegations.length === 0, 'not-delegated');
    else refuseIf(!delegations.some((one) => one.delegationId === recorded), 'not-delegated.then');
  };

/** What is recorded of it: the first that holds. */
export function actedOn(authority: Authority | undefined): {
  readonly delegationId?: string;
  readonly delegatedBy?: AuthorityRole;
} {
  const [delegation] = authority?.delegations ?? [];
  return delegation ? { delegationId: delegation.delegationId, delegatedBy: delegation.fromRole } : {};
}
