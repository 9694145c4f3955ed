import { subjectOf } from '#subject';
import { standingClaim } from '#subject/application/index';
import type { ApiParts } from '../api-parts.js';

/**
 * Which registration is theirs of whom this is the identity number, in each of these municipalities whose records hold it: a claim that was cut
 * short, or of a number that was wrong, leads to nobody. It is asked by its keyed hash, and kept nowhere after it.
 */
export async function ownRegistrations(
  { runner, vault }: Pick<ApiParts, 'runner' | 'vault'>,
  municipalities: readonly string[],
  identityNumber: string,
): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    municipalities.map(async (tenant) => {
      const asking = { runner, keys: vault.keys, claims: vault.identityClaims };
      const claim = await standingClaim(asking, { tenant, identityNumber });
      if (claim?.isHeld !== true) return [];
      const { survivorId } = await subjectOf(runner, tenant, claim.subjectId);
      return [[tenant, survivorId] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}
