import { coordinationEvents } from '#coordination';
import { codesOf, listedCodesOf } from '../validation/codes.js';

const {
  ConsentGiven: { fields: consent },
  CoordinatorAppointed: { fields: appointment },
  CoordinatorReleased: { fields: release },
  PlanClosed: { fields: closure },
  MemberLeftGroup: { fields: departure },
} = coordinationEvents.declared;

/** The codes of a person's coordination, as its events declare them. */
export const coordinationCodes = {
  scopes: listedCodesOf(consent.scopes),
  givers: codesOf(consent.givenBy),
  kinds: codesOf(appointment.kind),
  wishesFollowed: codesOf(appointment.wishFollowed),
  releaseReasons: codesOf(release.reasonCode),
  closureReasons: codesOf(closure.reasonCode),
  departureReasons: codesOf(departure.reasonCode),
};
