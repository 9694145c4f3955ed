import { type CodeIn, codeList, same } from '#event-sourcing/codes';

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

/**
 * Why nobody may act on that day: the delegation that the profile asks for is not there, or what was done on one would be moved to a day on which
 * that does not hold. What is recorded of it nobody corrects. Nothing is asked of what stands and stays on its day.
 */
export function authorityFault(
  { day, delegationId, delegatedBy }: Acted & { readonly day: string | undefined },
  authority: Authority | undefined,
  standing: Acted | undefined,
): 'NONE_HOLDS' | 'HOLDS_NOT_THEN' | 'NOBODY_TELLS' | undefined {
  const isTold = delegationId !== undefined || delegatedBy !== undefined;
  if (standing !== undefined && isTold) return 'NOBODY_TELLS';
  if (day === undefined || authority === undefined) return undefined;
  const { isNeeded, delegations } = authority;
  const recorded = standing?.delegationId ?? undefined;
  if (recorded === undefined) return isNeeded && delegations.length === 0 ? 'NONE_HOLDS' : undefined;
  return delegations.some((one) => one.delegationId === recorded) ? undefined : 'HOLDS_NOT_THEN';
}

/** What is recorded of it: the first that holds. */
export function actedOn(authority: Authority | undefined): {
  readonly delegationId?: string;
  readonly delegatedBy?: AuthorityRole;
} {
  const [delegation] = authority?.delegations ?? [];
  return delegation ? { delegationId: delegation.delegationId, delegatedBy: delegation.fromRole } : {};
}
