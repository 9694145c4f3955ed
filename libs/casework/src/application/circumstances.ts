import { delegationsFor, partiesNamed, profileOf, unknownCodeIn } from '#municipality';
import {
  type Answered,
  type CommandRunner,
  notAsked,
  openCodesIn,
  type Recorded,
  referencesIn,
  type UnknownCode,
} from '#event-sourcing';
import { relationsOf, subjectOf } from '#subject';
import type { Authority } from '#vocabulary';
import type { Profile } from '../domain/codes.js';
import { caseDecider } from '../domain/decide.js';
import { caseEvents, stepOf, type StepType } from '../domain/events.js';
import type { Subject } from '../domain/intents.js';
import type { AtMeeting } from '../domain/step.js';
import { authorityOfCaseStep, caseStream } from '../questions.js';
import type { MeetingsOfCases } from './meetings-of-cases.js';

/** Whether the person is registered and still has personal data, and under which registration a case of theirs begins. */
export async function askSubject(
  runner: CommandRunner,
  tenant: string,
  subjectId: string | undefined,
): Promise<
  Answered<Subject> & {
    readonly survivorId: string | undefined;
    /** When the unit learned that the person is dead. */
    readonly deathToldOn?: string | undefined;
    readonly birthYear?: number | undefined;
  }
> {
  if (subjectId === undefined) return { answer: 'UNKNOWN', basis: [], survivorId: undefined };
  const { exists, disposed, basis, survivorId, deathToldOn, birthYear } = await subjectOf(
    runner,
    tenant,
    subjectId,
  );
  return {
    answer: !exists ? 'UNKNOWN' : disposed.length > 0 ? 'DISPOSED' : 'KNOWN',
    basis,
    survivorId,
    deathToldOn,
    birthYear,
  };
}

/** What a step names, as it is told or as it comes to by a correction. */
interface Around extends Naming {
  readonly caseId: string;
  /** What it named before is asked of meetings too; of a new step nothing. */
  readonly before?: Recorded['data'];
  /** Whether the profile of its day bears on it. */
  readonly isByProfile: boolean;
}

/** What was asked elsewhere of a step of this type, and the basis that it is for the decision. */
export async function askAround(
  { runner, meetings }: { readonly runner: CommandRunner; readonly meetings: MeetingsOfCases | undefined },
  tenant: string,
  { caseId, before = {}, isByProfile, ...naming }: Around,
) {
  const { type, named, day } = naming;
  const [parties, codes, profile, meeting] = await Promise.all([
    askParties(runner, tenant, naming),
    askCodes(runner, tenant, type, named, day),
    isByProfile ? askProfile(runner, tenant, day) : notAsked,
    askMeeting(meetings, tenant, caseId, { type, named: { ...before, ...named } }),
  ]);
  const authority = await askAuthority(runner, tenant, { type, day }, profile.answer);
  return {
    asked: {
      partyIsKnown: parties.answer.areKnown,
      kin: parties.answer.kin,
      unknownCode: codes.answer,
      profile: profile.answer,
      meeting: meeting.answer,
      authority: authority.answer,
    },
    basis: [parties, codes, profile, meeting, authority].flatMap((one) => one.basis),
  };
}

/** What the municipality offered on that day and who decided there. */
async function askProfile(
  runner: CommandRunner,
  tenant: string,
  day: string,
): Promise<Answered<Profile | undefined>> {
  const { profile, basis } = await profileOf(runner, tenant, day);
  return {
    answer: profile && {
      items: profile.items,
      deciderBody: profile.deciderBody,
      disputesSettledBy: profile.disputesSettledBy,
      targetGroups: profile.targetGroups,
      delegationNeededFor: profile.delegationNeededFor,
      asksForWriting: profile.applicationForm !== undefined && profile.applicationForm !== 'ANY',
    },
    basis,
  };
}

/** On whose authority a step of this type is taken on that day; not asked where it acts on none. */
async function askAuthority(
  runner: CommandRunner,
  tenant: string,
  { type, day }: Pick<Naming, 'type' | 'day'>,
  profile: Profile | undefined,
): Promise<Answered<Authority | undefined>> {
  const actsOn = authorityOfCaseStep(type);
  if (actsOn === undefined) return notAsked;
  const { answer: delegations, basis } = await delegationsFor(runner, tenant, { ...actsOn, day });
  const isNeeded = profile?.delegationNeededFor?.includes(actsOn.scope) === true;
  return { answer: { isNeeded, delegations }, basis };
}

/** Whether everybody whom these fields of an event name is registered, and who of them is close to the person on its day, where the step asks that. */
async function askParties(
  runner: CommandRunner,
  tenant: string,
  { type, named, day, subjectId }: Naming,
): Promise<Answered<{ readonly areKnown: boolean; readonly kin: readonly string[] }>> {
  const asksKin = Object.hasOwn(caseEvents.declared, type) && stepOf(type as StepType).neverKin !== undefined;
  const [parties, relations] = await Promise.all([
    partiesNamed(runner, tenant, referencesIn(caseEvents, type, named, 'party')),
    asksKin && subjectId !== undefined ? relationsOf(runner, tenant, subjectId, day) : notAsked,
  ]);
  const kin = [...parties.answer.kin, ...(relations.answer ?? []).map(({ partyId }) => partyId)];
  return { answer: { ...parties.answer, kin }, basis: parties.basis };
}
interface Naming {
  readonly type: string;
  readonly named: Recorded['data'];
  readonly day: string;
  readonly subjectId: string | undefined;
}

/** The first code in these fields of an event that the municipality's lists lack on its day. */
const askCodes = (
  runner: CommandRunner,
  tenant: string,
  type: string,
  named: Recorded['data'],
  day: string,
): Promise<Answered<UnknownCode | undefined>> =>
  unknownCodeIn(runner, tenant, openCodesIn(caseEvents, type, named), day);

/** What the meeting that these fields of an event name came to in the case; not asked where they name none. */
async function askMeeting(
  meetings: MeetingsOfCases | undefined,
  tenant: string,
  caseId: string,
  { type, named }: { readonly type: string; readonly named: Recorded['data'] },
): Promise<Answered<AtMeeting | undefined>> {
  const [meetingId] = referencesIn(caseEvents, type, named, 'meeting');
  return meetingId === undefined || meetings === undefined
    ? notAsked
    : meetings.at(tenant, meetingId, caseId);
}

/** Whose case it is, also when all of its events were annulled; undefined where there is no case. */
export async function ownerOfCase(
  runner: CommandRunner,
  tenant: string,
  caseId: string,
): Promise<string | undefined> {
  const { history } = await runner.look(caseDecider, caseStream(tenant, caseId));
  const owner = history[0]?.data['subjectId'];
  return typeof owner === 'string' ? owner : undefined;
}
