import { type Answered, type CommandRunner, streamName } from '#event-sourcing';
import type { RuleTables } from '#deadlines';
import type { Delegated } from '#vocabulary';
import {
  type OrganisationEvent,
  organisationDecider,
  organisationEvents,
  type StepType,
  type Topic,
  topicOf,
} from './domain/organisation/decide.js';
import { tablesOf } from './domain/organisation/law.js';
import { type DelegationQuestion, delegationsOn, holdingOn } from './domain/organisation/organisation.js';

type Log = Pick<CommandRunner, 'look'>;

export const organisationStream = (tenant: string, topic: Topic) =>
  streamName(organisationEvents.category, tenant, topic);

type DataOf<Type extends StepType> = Extract<OrganisationEvent, { readonly type: Type }>['data'];
/** A card as it stands, its texts sealed. */
export type ContactCard = DataOf<'ContactCardPublished'>;

/** What was told of one topic: its steps of that type, and of others beside them. */
async function told<Type extends StepType>(log: Log, tenant: string, type: Type) {
  const stream = organisationStream(tenant, topicOf(type));
  const { effective } = await log.look(organisationDecider, stream);
  const of = <T extends StepType>(one: T) =>
    effective.flatMap((event) => (event.type === one ? [event.data as DataOf<T>] : []));
  return { all: of(type), of };
}

/** Of all that was told of a topic; null where nothing was. */
export async function topicRevision(log: Log, tenant: string, topic: Topic): Promise<bigint | null> {
  const { revision } = await log.look(organisationDecider, organisationStream(tenant, topic));
  return revision ?? null;
}

/** Every card that was ever published, in the order of recording. */
export const contactCardsOf = async (log: Log, tenant: string): Promise<readonly ContactCard[]> =>
  (await told(log, tenant, 'ContactCardPublished')).all;

/** The card in force on a day; undefined where none was. */
export const contactCardOn = async (
  log: Log,
  tenant: string,
  day: string,
): Promise<ContactCard | undefined> => holdingOn(await contactCardsOf(log, tenant), day);

/** Whether there is such a card, of whatever day. */
export async function contactCardIsKnown(
  log: Log,
  tenant: string,
  cardId: string,
): Promise<Answered<boolean>> {
  const { state, basis } = await log.look(organisationDecider, organisationStream(tenant, 'contactCards'));
  return { answer: state.cards.some((card) => card.cardId === cardId), basis };
}

/**
 * By which delegations a role may act in a scope on a day, as the log has it now. Where none is recorded, nothing follows from that: authority may
 * rest on what stands elsewhere, unless the profile says that it is delegated.
 */
export async function delegationsFor(
  log: Log,
  tenant: string,
  question: DelegationQuestion,
): Promise<Answered<readonly Delegated[]>> {
  const { state, basis } = await log.look(organisationDecider, organisationStream(tenant, 'delegations'));
  const isKept = state.delegations.some(({ scope }) => scope === question.scope);
  return { answer: delegationsOn(state, question), basis: isKept ? basis : [] };
}

export type DelegationRecord = DataOf<'AuthorityDelegated'> &
  Partial<Pick<DataOf<'DelegationRevoked'>, 'revokedOn'>>;
/** Every delegation, in the order of recording. */
export async function delegationsOf(log: Log, tenant: string): Promise<readonly DelegationRecord[]> {
  const { all, of } = await told(log, tenant, 'AuthorityDelegated');
  const revoked = of('DelegationRevoked');
  return all.map((one) => {
    const end = revoked.find(({ delegationId }) => delegationId === one.delegationId);
    return { ...one, ...(end && { revokedOn: end.revokedOn }) };
  });
}

/** The delegation by which a role may act in a scope on a day, as it was recorded; undefined where none is. */
export async function delegationHolding(
  log: Log,
  tenant: string,
  question: DelegationQuestion,
): Promise<DelegationRecord | undefined> {
  const { answer } = await delegationsFor(log, tenant, question);
  const all = await delegationsOf(log, tenant);
  return all.find(({ delegationId }) => delegationId === answer[0]?.delegationId);
}

export type Service = DataOf<'ServiceListed'> & Partial<Pick<DataOf<'ServiceWithdrawn'>, 'withdrawnOn'>>;
/** The services that are offered on a day. */
export async function servicesOf(log: Log, tenant: string, day: string): Promise<readonly Service[]> {
  const { all, of } = await told(log, tenant, 'ServiceListed');
  const withdrawn = of('ServiceWithdrawn');
  return all
    .map((one) => {
      const end = withdrawn.find(({ serviceId }) => serviceId === one.serviceId);
      return { ...one, ...(end && { withdrawnOn: end.withdrawnOn }) };
    })
    .filter(({ validFrom, withdrawnOn }: Service) => validFrom <= day && day < (withdrawnOn ?? '9999'));
}

export type RetentionPeriod = DataOf<'RetentionDecided'>;
/** Every period that was decided, in the order of recording. */
export const retentionPeriodsOf = async (log: Log, tenant: string): Promise<readonly RetentionPeriod[]> =>
  (await told(log, tenant, 'RetentionDecided')).all;

/** For how many months a class is kept, by what holds on a day; undefined where that is not decided, or for good. */
export async function monthsKept(
  log: Log,
  tenant: string,
  { retentionClass, day }: { readonly retentionClass: string; readonly day: string },
): Promise<number | undefined> {
  const periods = await retentionPeriodsOf(log, tenant);
  return holdingOn(
    periods.filter((one) => one.retentionClass === retentionClass),
    day,
  )?.months;
}

export type AdoptedRule = DataOf<'RuleVersionAdopted'>;
/** Every version of a rule that was adopted, in the order of recording. */
export const adoptedRulesOf = async (log: Log, tenant: string): Promise<readonly AdoptedRule[]> =>
  (await told(log, tenant, 'RuleVersionAdopted')).all;

/** The versions of rules that the municipality computes by; of a rule of which it has adopted none, those of the release (docs/adr/0066). */
export async function ruleTablesOf(log: Log, tenant: string): Promise<Answered<RuleTables>> {
  const { state, basis } = await log.look(organisationDecider, organisationStream(tenant, 'law'));
  return state.ruleVersions.length === 0
    ? { answer: {}, basis: [] }
    : { answer: tablesOf(state.ruleVersions), basis };
}

export type Partner = DataOf<'PartnerRegistered'> &
  Partial<Pick<DataOf<'PartnerEnded'>, 'endedOn'>> & {
    /** When the unit was in contact with it last. */
    readonly lastContactOn: string | null;
  };
/** Every partner, also those with whom the cooperation has ended. */
export async function partnersOf(log: Log, tenant: string): Promise<readonly Partner[]> {
  const { all, of } = await told(log, tenant, 'PartnerRegistered');
  const [ends, contacts] = [of('PartnerEnded'), of('PartnerContactRecorded')];
  return all.map((one) => {
    const end = ends.find(({ partnerId }) => partnerId === one.partnerId);
    const days = contacts.flatMap((of) => (of.partnerId === one.partnerId ? [of.contactOn] : []));
    return { ...one, ...(end && { endedOn: end.endedOn }), lastContactOn: days.toSorted().at(-1) ?? null };
  });
}

/** The contacts with one partner, the newest first; undefined where there is no such partner. */
export async function contactsWith(
  log: Log,
  tenant: string,
  partnerId: string,
): Promise<readonly DataOf<'PartnerContactRecorded'>[] | undefined> {
  const { all, of } = await told(log, tenant, 'PartnerContactRecorded');
  if (!of('PartnerRegistered').some((one) => one.partnerId === partnerId)) return undefined;
  return all
    .filter((one) => one.partnerId === partnerId)
    .toSorted((one, other) => other.contactOn.localeCompare(one.contactOn));
}
