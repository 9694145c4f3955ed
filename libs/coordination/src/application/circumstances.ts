import { grantFor } from '#casework';
import { type Basis, type CommandRunner, referencesIn } from '#event-sourcing';
import { partyOf, profileOf } from '#municipality';
import type { Grants } from '../domain/basis.js';
import { coordinationEvents, stepOf } from '../domain/events.js';

interface Told<What> {
  readonly told: What;
  readonly basis: readonly Basis[];
}

/** What these cases say now. */
export async function askCases(
  runner: CommandRunner,
  tenant: string,
  caseIds: readonly string[],
): Promise<Told<Grants>> {
  const asked = await Promise.all(
    [...new Set(caseIds)].map(async (caseId) => {
      const { basis, ...grant } = await grantFor(runner, tenant, caseId);
      return { basis, grant: [caseId, grant] as const };
    }),
  );
  return {
    told: Object.fromEntries(asked.map(({ grant }) => grant)),
    basis: asked.flatMap(({ basis }) => basis),
  };
}

/** Everything that these fields of a step need to be asked of other streams; of cases, further ones beside those that it names. */
export async function askAround(
  runner: CommandRunner,
  tenant: string,
  { type, day, named, cases = [] }: Naming,
) {
  const namedCases = referencesIn(coordinationEvents, type, named, 'case');
  const parties = referencesIn(coordinationEvents, type, named, 'party');
  const asksProfile = namedCases.length > 0 && stepOf(type).isByProfile;
  const [grants, answers, profile] = await Promise.all([
    askCases(runner, tenant, [...cases, ...namedCases]),
    Promise.all(parties.map((partyId) => partyOf(runner, tenant, partyId))),
    asksProfile ? askProfile(runner, tenant, day) : { told: undefined, basis: [] },
  ]);
  return {
    asked: {
      grants: grants.told,
      partyIsKnown: answers.every(({ exists }) => exists),
      groupPresupposesPlan: profile.told,
    },
    basis: [...grants.basis, ...answers.flatMap(({ basis }) => basis), ...profile.basis],
  };
}
interface Naming {
  readonly type: string;
  readonly day: string;
  readonly named: Readonly<Record<string, unknown>>;
  readonly cases?: readonly string[];
}

/** Whether a group presupposes a plan on that day; it does in a municipality without a profile. */
async function askProfile(runner: CommandRunner, tenant: string, day: string): Promise<Told<boolean>> {
  const { profile, basis } = await profileOf(runner, tenant, day);
  return { told: profile?.groupPresupposesPlan ?? true, basis };
}
