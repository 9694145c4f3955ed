import { grantFor } from '#casework';
import { type Answered, type CommandRunner, notAsked, referencesIn } from '#event-sourcing';
import { partiesAreKnown, profileOf } from '#municipality';
import type { Grants } from '../domain/basis.js';
import { coordinationEvents, stepOf } from '../domain/events.js';

/** What these cases say now. */
export async function askCases(
  runner: CommandRunner,
  tenant: string,
  caseIds: readonly string[],
): Promise<Answered<Grants>> {
  const asked = await Promise.all(
    [...new Set(caseIds)].map(async (caseId) => {
      const { basis, ...grant } = await grantFor(runner, tenant, caseId);
      return { basis, grant: [caseId, grant] as const };
    }),
  );
  return {
    answer: Object.fromEntries(asked.map(({ grant }) => grant)),
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
  const asksProfile = namedCases.length > 0 && stepOf(type).isByProfile;
  const [grants, parties, profile] = await Promise.all([
    askCases(runner, tenant, [...cases, ...namedCases]),
    partiesAreKnown(runner, tenant, referencesIn(coordinationEvents, type, named, 'party')),
    asksProfile ? askProfile(runner, tenant, day) : notAsked,
  ]);
  return {
    asked: {
      grants: grants.answer,
      partyIsKnown: parties.answer,
      groupPresupposesPlan: profile.answer,
    },
    basis: [...grants.basis, ...parties.basis, ...profile.basis],
  };
}
interface Naming {
  readonly type: string;
  readonly day: string;
  readonly named: Readonly<Record<string, unknown>>;
  readonly cases?: readonly string[];
}

/** Whether a group presupposes a plan on that day; it does in a municipality without a profile. */
async function askProfile(runner: CommandRunner, tenant: string, day: string): Promise<Answered<boolean>> {
  const { profile, basis } = await profileOf(runner, tenant, day);
  return { answer: profile?.groupPresupposesPlan ?? true, basis };
}
