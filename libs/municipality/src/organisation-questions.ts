import { type CommandRunner, streamName } from '#event-sourcing';
import {
  type OrganisationEvent,
  organisationDecider,
  organisationEvents,
  type StepType,
  type Topic,
} from './domain/organisation/decide.js';
import { holdingOn } from './domain/organisation/organisation.js';

type Log = Pick<CommandRunner, 'look'>;

export const organisationStream = (tenant: string, topic: Topic) =>
  streamName(organisationEvents.category, tenant, topic);

type DataOf<Type extends StepType> = Extract<OrganisationEvent, { readonly type: Type }>['data'];
/** A card as it stands, its texts sealed. */
export type ContactCard = DataOf<'ContactCardPublished'>;

/** Every card that was ever published, in the order of recording. */
export async function contactCardsOf(log: Log, tenant: string): Promise<readonly ContactCard[]> {
  const { effective } = await log.look(organisationDecider, organisationStream(tenant, 'contactCards'));
  return effective.map(({ data }) => data);
}

/** The card in force on a day; undefined where none was. */
export const contactCardOn = async (
  log: Log,
  tenant: string,
  day: string,
): Promise<ContactCard | undefined> => holdingOn(await contactCardsOf(log, tenant), day);
