import { isGuardianship } from '#vocabulary';
import { latest, never } from './days.js';
import type { Consent, RenewalWaiting, Told } from './row.js';

export function renewalIn({ consents, renewals, appointments, ended_on }: Told): RenewalWaiting {
  const noticed = renewals.flatMap(({ consentIds }) => consentIds);
  const first = renewals
    .map((renewal) => {
      const open = consents.filter((one) => renewal.consentIds.includes(one.consentId) && isOpen(one));
      return { renewal, until: open.map(endOf).toSorted().at(-1) };
    })
    .find(({ until }) => until !== undefined && ended_on === null);
  const unnoticed = consents.filter(
    ({ consentId, givenBy, onBehalf, scopes, withdrawn }) =>
      isGuardianship(givenBy) &&
      !onBehalf &&
      !noticed.includes(consentId) &&
      withdrawn.length < scopes.length,
  );
  return {
    renewal_since: first?.renewal.dueOn ?? null,
    renewal_until: first?.until ?? null,
    renewal_event: first?.renewal.eventId ?? null,
    guardian_consented_on:
      ended_on === null ? (unnoticed.map(({ givenOn }) => givenOn).toSorted()[0] ?? null) : null,
    child_coordinated_to: latest(
      appointments
        .filter(({ kind, reasonCode }) => kind === 'CHILD' && reasonCode !== 'TURNED_18')
        .map(({ releasedOn }) => releasedOn ?? never),
    ),
  };

  /** Something of it holds that no other has consented to: the person, or who does in the person's place for a reason. */
  function isOpen(consent: Consent): boolean {
    const own = consents
      .filter(({ givenBy, onBehalf }) => !isGuardianship(givenBy) || onBehalf)
      .flatMap(holding);
    return holding(consent).some((scope) => !own.includes(scope));
  }
}

const holding = ({ scopes, withdrawn }: Consent) =>
  scopes.filter((scope) => !withdrawn.some((one) => one.scope === scope));

function endOf({ validUntil }: Pick<Consent, 'validUntil'>): string {
  return validUntil ?? never;
}
