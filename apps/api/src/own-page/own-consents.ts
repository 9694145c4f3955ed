import { isLive } from '#coordination';
import type { OwnCoordination } from '#projections/own-page/queries';
import type { Names } from '../reading/names.js';

type Consent = OwnCoordination['consents'][number];

/** To what the person said yes, who said it, with whom it may be shared, and until when; the newest first. */
export const shownConsents = (consents: readonly Consent[], names: Names, today: string) =>
  consents
    .map((consent) => {
      const { consentId, scopes, givenBy, givenOn, validUntil, withdrawnOn, recipientIds, sections } =
        consent;
      const standing = scopes.filter((scope) => isLive(consent, scope, today));
      const holds = standing.length > 0;
      return {
        consentId,
        givenBy,
        givenOn,
        validUntil,
        withdrawnOn,
        holds,
        scopes: holds ? standing : scopes,
        recipients: (recipientIds ?? []).map((id) => names.party(id)),
        sections: sections ?? [],
      };
    })
    .toSorted(
      (one, other) => Number(other.holds) - Number(one.holds) || other.givenOn.localeCompare(one.givenOn),
    );
