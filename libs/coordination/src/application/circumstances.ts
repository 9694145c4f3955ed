import { grantFor } from '#casework';
import { type Answered, type CommandRunner, notAsked, openCodesIn, referencesIn } from '#event-sourcing';
import { delegationsFor, leaderOf, partiesNamed, profileOf, unknownCodeIn } from '#municipality';
import { decidesFor, relationsOf } from '#subject';
import type { Grant, Grants } from '../domain/basis.js';
import { coordinationEvents, stepOf } from '../domain/events.js';
import { proposedUnit } from '../questions.js';

/** A person, by the registration in whose stream the decision is recorded, and every other. */
export interface Person {
  readonly subjectId: string;
  readonly registrations: readonly string[];
  readonly birthYear: number | undefined;
  readonly deathToldOn: string | undefined;
}

/** A case of any of a person's registrations is the person's. */
export const grantTo = (
  { subjectId, registrations }: Pick<Person, 'subjectId' | 'registrations'>,
  grant: Grant,
): Grant =>
  grant.subjectId !== undefined && registrations.includes(grant.subjectId) ? { ...grant, subjectId } : grant;

/** What these cases say now of the person. */
export async function askCases(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  person: Person,
  caseIds: readonly string[],
): Promise<Answered<Grants>> {
  const asked = await Promise.all(
    [...new Set(caseIds)].map(async (caseId) => {
      const { basis, ...grant } = await grantFor(runner, tenant, caseId);
      return { basis, grant: [caseId, grantTo(person, grant)] as const };
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
  person: Person,
  { type, day, named, cases = [] }: Naming,
) {
  const namedCases = referencesIn(coordinationEvents, type, named, 'case');
  const step = isDeclared(type) ? stepOf(type) : undefined;
  const [grants, parties, codes, profile, delegations, relations, guardians] = await Promise.all([
    askCases(runner, tenant, person, [...cases, ...namedCases]),
    partiesNamed(runner, tenant, referencesIn(coordinationEvents, type, named, 'party')),
    unknownCodeIn(runner, tenant, openCodesIn(coordinationEvents, type, named), day),
    step?.isByProfile ? askProfile(runner, tenant, day) : notAsked,
    step?.actsOn ? delegationsFor(runner, tenant, { ...step.actsOn, day }) : notAsked,
    step?.asksKin === true ? relationsOf(runner, tenant, person.subjectId, day) : notAsked,
    step?.asksGuardians ? askGuardians(runner, tenant, person, day) : notAsked,
  ]);
  const { delegationNeededFor = [], ...byProfile } = profile.answer ?? {};
  return {
    asked: {
      grants: grants.answer,
      partyIsKnown: parties.answer.areKnown,
      kin: [...parties.answer.kin, ...(relations.answer ?? []).map(({ partyId }) => partyId)],
      unknownCode: codes.answer,
      guardians: guardians.answer,
      authority: step?.actsOn && {
        isNeeded: delegationNeededFor.includes(step.actsOn.scope),
        delegations: delegations.answer ?? [],
      },
      ...byProfile,
    },
    basis: [grants, parties, codes, profile, delegations, guardians].flatMap(({ basis }) => basis),
  };
}
interface Naming {
  readonly type: string;
  readonly day: string;
  readonly named: Readonly<Record<string, unknown>>;
  readonly cases?: readonly string[];
}

/** What the profile of that day has a say in; in a municipality without one a group presupposes a plan. */
async function askProfile(runner: CommandRunner, tenant: string, day: string) {
  const { profile, basis } = await profileOf(runner, tenant, day);
  const { groupPresupposesPlan = true, leaderConcurrence = false, candidateAnswer = false } = profile ?? {};
  const { disputesSettledBy, delegationNeededFor, allocationToldTo } = profile ?? {};
  return {
    answer: {
      groupPresupposesPlan,
      leaderConcurrence,
      candidateAnswer,
      disputesSettledBy,
      delegationNeededFor,
      allocationToldTo,
    },
    basis,
  };
}

/** Who leads the unit that a proposal asks on that day; nobody where there is no such proposal. */
export async function askLeader(
  runner: CommandRunner,
  tenant: string,
  { subjectId, proposalId }: { readonly subjectId: string; readonly proposalId: string },
  day: string,
): Promise<Answered<string | undefined>> {
  const unit = await proposedUnit(runner, tenant, subjectId, proposalId);
  return unit === undefined ? notAsked : leaderOf(runner, tenant, unit, day);
}

/** The parties who decide for the person on that day: guardians, and parents with parental responsibility. */
async function askGuardians(
  runner: CommandRunner,
  tenant: string,
  { subjectId }: Person,
  day: string,
): Promise<Answered<readonly string[]>> {
  const { answer, basis } = await relationsOf(runner, tenant, subjectId, day);
  return { answer: answer.filter(decidesFor).map(({ partyId }) => partyId), basis };
}

const isDeclared = (type: string) => Object.hasOwn(coordinationEvents.declared, type);
