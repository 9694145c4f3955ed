import type { IdentityClaims } from '#personal-data';

/**
 * Which registration is theirs of whom this is the identity number, in each of these municipalities where there is one. The number is asked by
 * its keyed hash, and kept nowhere after it.
 */
export async function ownRegistrations(
  claims: Pick<IdentityClaims, 'find'>,
  municipalities: readonly string[],
  identityNumber: string,
): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    municipalities.map(async (tenant) => {
      const claim = await claims.find({ tenant, identityNumber });
      return claim === undefined ? [] : [[tenant, claim.subjectId] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}
