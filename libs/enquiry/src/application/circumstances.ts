import {
  type Answered,
  type Basis,
  type CommandRunner,
  type NamedElsewhere,
  notAsked,
  type Recorded,
  referencesIn,
} from '#event-sourcing';
import { askNamed, contactCardIsKnown, profileOf } from '#municipality';
import type { MessageIds } from '#personal-data';
import { subjectOf } from '#subject';
import type { TargetGroup } from '#vocabulary';
import { enquiryEvents } from '../domain/events.js';
import type { Asked } from '../domain/step.js';
import type { CasesOfEnquiries } from './cases.js';

/** The log, and who knows the cases. */
export interface Elsewhere {
  readonly runner: CommandRunner;
  readonly cases: CasesOfEnquiries;
  readonly messages?: Pick<MessageIds, 'idOf'>;
}

interface Circumstances {
  readonly named: NamedElsewhere;
  readonly asked: Asked;
  readonly basis: readonly Basis[];
}

/** What holds of everything that these fields of an event name. */
export async function askAround(
  { runner, cases }: Elsewhere,
  tenant: string,
  type: string,
  fields: Recorded['data'],
): Promise<Circumstances> {
  const named = (to: 'subject' | 'contactCard' | 'case') => referencesIn(enquiryEvents, type, fields, to);
  const [subject, card, ofCase, own, groups] = await Promise.all([
    every(named('subject'), (id) => subjectIsPresent(runner, tenant, id)),
    every(named('contactCard'), (id) => contactCardIsKnown(runner, tenant, id)),
    every(named('case'), (id) => cases.isKnown(tenant, id)),
    askNamed(runner, tenant, { events: enquiryEvents, type, named: fields }),
    'sourceType' in fields ? askTargetGroups(runner, tenant, fields['receivedOn']) : notAsked,
  ]);
  return {
    named: own.named,
    asked: {
      subjectIsKnown: subject.answer,
      cardIsKnown: card.answer,
      caseIsKnown: ofCase.answer,
      targetGroups: groups.answer,
    },
    basis: [subject, card, ofCase, own, groups].flatMap(({ basis }) => basis),
  };
}

/** Those whom the profile names, of the day on which the enquiry came; of a correction that tells no day, the one adopted last. */
async function askTargetGroups(
  runner: CommandRunner,
  tenant: string,
  day: unknown,
): Promise<Answered<readonly TargetGroup[] | undefined>> {
  const { profile, basis } = await profileOf(runner, tenant, typeof day === 'string' ? day : undefined);
  return { answer: profile?.targetGroups, basis };
}

async function every(
  ids: readonly string[],
  ask: (id: string) => Promise<Answered<boolean>>,
): Promise<Answered<boolean>> {
  const answers = await Promise.all(ids.map(ask));
  return { answer: answers.every(({ answer }) => answer), basis: answers.flatMap(({ basis }) => basis) };
}

async function subjectIsPresent(runner: CommandRunner, tenant: string, subjectId: string) {
  const { exists, disposed, basis } = await subjectOf(runner, tenant, subjectId);
  return { answer: exists && disposed.length === 0, basis };
}
