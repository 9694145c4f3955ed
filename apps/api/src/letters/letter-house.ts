import type { CommandRunner } from '#event-sourcing';
import { contactCardOn, profileOf } from '#municipality';
import { Problem } from '../problems/problem.js';
import { opened } from './letter-facts.js';

/** What every letter of a municipality takes from it: its name, its words, and where one asks. */
export async function houseOf(log: Pick<CommandRunner, 'look'>, tenant: string, today: string) {
  const { profile } = await profileOf(log, tenant);
  if (profile === undefined) throw new Problem('forbidden.no-profile', { values: { tenant } });
  const { name, unitTerm, coordinatorTerm, groupTerm, meetingTerm, language } = profile;
  return {
    name,
    terms: { unitTerm, coordinatorTerm, groupTerm, meetingTerm },
    usual: language,
    card: (await contactCardOn(log, tenant, today)) ?? null,
  };
}

interface Card {
  readonly postalAddress?: unknown;
  readonly place?: unknown;
  readonly telephone?: unknown;
}

/** How the unit is reached, as its contact card has it. */
export const contactOn = (card: Card | null) => ({
  address: opened(card?.postalAddress ?? card?.place),
  phone: opened(card?.telephone),
});
