import { type Day, today } from '../../dates/dates.js';
import { textOf } from '../../ui/opened.js';
import type { Plan, Section } from './plan.js';

type Access = Pick<
  Plan['accesses'][number],
  'party' | 'sections' | 'consentId' | 'revokedOn' | 'grantedOn' | 'until'
>;
/** A consent to share: with these alone, and of these sections alone, where it names any. */
interface Sharing {
  readonly consentId: string;
  readonly recipientIds: readonly string[] | null;
  readonly sections: readonly string[] | null;
}

export interface Loss {
  readonly name: string;
  readonly sections: readonly Section[];
}

/** Who sees what of the plan on a consent that day, and so loses it when the consent is taken back. */
export function lossesBy(accesses: readonly Access[], consent: Sharing, now: Day = today()): Loss[] {
  const { consentId, recipientIds, sections: covered } = consent;
  const losing = new Map<string, Loss>();
  for (const one of accesses) {
    const { partyId } = one.party;
    const holds = one.revokedOn === null && one.grantedOn <= now && now <= one.until;
    const isMeant = one.consentId === consentId && (recipientIds?.includes(partyId) ?? true);
    if (!holds || !isMeant) continue;
    const known = losing.get(partyId)?.sections ?? [];
    const seen = one.sections.filter((section) => covered?.includes(section) ?? true);
    const sections = [...known, ...seen.filter((section) => !known.includes(section))];
    if (sections.length > 0) losing.set(partyId, { name: textOf(one.party.name), sections });
  }
  return [...losing.values()];
}
