import type { Intent } from '#event-sourcing/decider';
import { type Birth, isGuardianship } from '#vocabulary';
import { consentsAlone, isAdult } from './age.js';
import type { ConsentScope } from './codes.js';
import { isLive } from './consent.js';
import type { Coordination } from './coordination.js';
import type { StepFact } from './events.js';

/** Asks what a person's age comes to by this day; sent on each day that begins. */
export type ComeOfAge = Intent<
  'ComeOfAge',
  { readonly subjectId: string; readonly day: string; readonly birth: Birth }
>;

/** What follows from an age that the person has by this day, each time once. */
export const comeOfAge = (intent: ComeOfAge, state: Coordination): StepFact[] => [
  ...endChildCoordinators(intent, state),
  ...askConsentsAnew(intent, state),
];

/**
 * A child coordinator, and who stands in for one, is for those under 18 (pbrl § 2-5c, invariant 12), also where notice was given for a later day.
 * Who was to begin never does.
 */
function endChildCoordinators(
  { data: { subjectId, day, birth } }: ComeOfAge,
  { appointments }: Coordination,
): StepFact[] {
  if (!isAdult(birth, day)) return [];
  return appointments.flatMap(({ appointmentId, kind, validFrom, releasedOn: leavesOn }): StepFact[] => {
    const releasedOn = validFrom > day ? validFrom : day;
    if (kind !== 'CHILD' || (leavesOn !== undefined && leavesOn <= releasedOn)) return [];
    const data = { subjectId, appointmentId, releasedOn, reasonCode: 'TURNED_18' as const };
    return [{ type: 'CoordinatorReleased', data }];
  });
}

/** What guardians alone consented to while the person was too young to, and holds still. It goes on to hold until the person has answered. */
function askConsentsAnew(
  { data: { subjectId, day, birth } }: ComeOfAge,
  { consents, renewalsDue, endedOn }: Coordination,
): StepFact[] {
  if (endedOn !== undefined || !consentsAlone(birth, day)) return [];
  const isOwn = (scope: ConsentScope) =>
    consents.some((one) => !isGuardianship(one.givenBy) && isLive(one, scope, day));
  const consentIds = consents
    .filter(({ givenBy, givenOn }) => isGuardianship(givenBy) && !consentsAlone(birth, givenOn))
    .filter((consent) => consent.scopes.some((scope) => isLive(consent, scope, day) && !isOwn(scope)))
    .map(({ consentId }) => consentId)
    .filter((consentId) => !renewalsDue.includes(consentId));
  return consentIds.length === 0
    ? []
    : [{ type: 'ConsentRenewalDue', data: { subjectId, consentIds, dueOn: day } }];
}
