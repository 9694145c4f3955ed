import { type contactsWith, type DelegationRecord, type Partner, type Service } from '#municipality';

// What is told of the unit, as lists show it: what is absent is null, and the municipality goes without saying.

export function shownService(told: Service) {
  const { municipality: _, provider = null, withdrawnOn = null, ...service } = told;
  return { ...service, provider, withdrawnOn };
}
export type ShownService = ReturnType<typeof shownService>;

export function shownPartner(told: Partner) {
  const { municipality: _, contact = null, endedOn = null, ...partner } = told;
  return { ...partner, contact, endedOn };
}
export type ShownPartner = ReturnType<typeof shownPartner>;

type Contact = NonNullable<Awaited<ReturnType<typeof contactsWith>>>[number];
export const shownContact = ({ contactId, contactOn, channel, matter }: Contact) => ({
  contactId,
  contactOn,
  channel: channel ?? null,
  matter,
});
export type ShownContact = ReturnType<typeof shownContact>;

export function shownDelegation(told: DelegationRecord) {
  const { municipality: _, validUntil = null, document = null, revokedOn = null, ...one } = told;
  return { ...one, validUntil, document, revokedOn };
}
export type ShownDelegation = ReturnType<typeof shownDelegation>;
