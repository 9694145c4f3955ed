import { Clock } from '#apps/clock';
import { standingForSubjects } from '#coordination';
import type { CommandContext } from '#event-sourcing';
import type { Circumstances, ImportParts } from '#import/application/index';
import { units as usualUnits } from '#vocabulary';
import { unitsOf } from '#projections/units/queries';
import type { ApiParts } from '../api-parts.js';
import { standingForPersons } from '../subjects/standing.js';

type Parts = Pick<ApiParts, 'store' | 'logId' | 'runner' | 'reader' | 'readPositions' | 'vault' | 'names'>;

/** In whose name an import is done that a command asks for. */
export const circumstancesOf = (
  { municipality, actor, today }: CommandContext,
  clock = new Clock(),
): Circumstances => ({ municipality, actor, today, now: () => clock.now() });

/** What an import is done with: the log, the vault, and who is known by name. */
export function importPartsOf(parts: Parts): ImportParts {
  const { runner, vault, names } = parts;
  const { keys, identityClaims: claims, disposals, parties } = vault;
  const real = standingForPersons(parts);
  return {
    runner,
    keys,
    claims,
    disposals,
    parties,
    people: {
      async persons(tenant, { givenName, familyName, birthDate }) {
        const index = await names.indexOf(tenant);
        const named = { tenant, kind: 'SUBJECT', givenName, familyName, birthDate } as const;
        return index.namesakes(named).map(({ id, hasNumber }) => ({ subjectId: id, hasNumber }));
      },
      async parties(tenant, name) {
        const index = await names.indexOf(tenant);
        return index.namesakes({ tenant, kind: 'PARTY', familyName: name }).map(({ id }) => id);
      },
    },
    // Cases stand as they do; of the coordination, what a rehearsal has already taken back does not.
    standing: (by) => ({
      async of(tenant, subjectId) {
        const [all, own] = await Promise.all([
          real.of(tenant, subjectId),
          standingForSubjects(by).of(tenant, subjectId),
        ]);
        const others = all.standing.filter(({ stream }) => stream.startsWith('case-'));
        return { standing: [...others, ...own.standing], basis: all.basis };
      },
    }),
  };
}

/** Codes of units by their words, in small letters: the usual ones and those of the municipality's own register. */
export async function unitWordsFor(
  { reader, vault }: Pick<ApiParts, 'reader' | 'vault'>,
  tenant: string,
): Promise<ReadonlyMap<string, string>> {
  const usual = usualUnits.codes.flatMap((code) =>
    usualUnits.words[code].map((word) => [word.toLowerCase(), code] as const),
  );
  const viewer = { tenants: [tenant], partyId: 'import', roles: ['CASEWORKER'] as const, units: [] };
  const units = await vault.disclosure.disclose(
    viewer,
    'ADMINISTRATION',
    () => [],
    () => unitsOf(reader, viewer),
    'nobody',
  );
  const own = units.flatMap(({ unit, names }) =>
    names
      .flatMap(({ nb, nn }) => [nb, nn])
      .flatMap((name) => (typeof name === 'string' ? [[name.toLowerCase(), unit] as const] : [])),
  );
  return new Map([...usual, ...own]);
}

/** Bytes that a workbook may have unpacked: far more than the most rows. */
export const mostUnpacked = 64 * 1024 * 1024;
