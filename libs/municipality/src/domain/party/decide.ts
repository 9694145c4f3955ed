import type { Decider } from '#event-sourcing/decider';
import { events } from '#event-sourcing/event';
import type { Standing } from '#event-sourcing/refusals';
import { refusals } from '#event-sourcing/refusals';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import { steppedDecider, type SteppedIntent } from '#event-sourcing/stepped';
import { engagementSteps } from './engagements.js';
import type { Party } from './party.js';
import { registrationSteps } from './registration.js';
import { type PartyAsked, partyRefusals, type Step } from './step.js';

export const partyRevisionRefusals = refusals('municipality', {
  'party-stays': [
    'A registration and its logins are not taken back: others may rest on them. Merge the registration into the right one, or move the login.',
    'En registrering og innloggingene til den trekkes ikke tilbake: Andre kan bygge på dem. Slå registreringen sammen med den rette, eller flytt innloggingen.',
    'Ei registrering og innloggingane til ho blir ikkje trekte tilbake: Andre kan byggje på dei. Slå registreringa saman med den rette, eller flytt innlogginga.',
  ],
});

const steps = [...registrationSteps, ...engagementSteps] as const;
type Known = (typeof steps)[number];
export type PartyStepType = Known['type'];
export type PartyStepOf<Type extends PartyStepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type PartySaidOf<Type extends PartyStepType> = Parameters<PartyStepOf<Type>['decide']>[0];

/** Staff, members of groups and other parties: an opaque id in every event, the name here, sealed. */
export const partyEvents = events({ category: 'party', owner: 'partyId', class: 'PARTY' }, declaredIn(steps));

export const partyStepOf = stepsByType<Step>(steps as unknown as readonly Step[]);

const stepped = steppedDecider<Party, PartyAsked, typeof partyEvents>({
  events: partyEvents,
  initialState: { status: 'absent' },
  stepOf: partyStepOf,
  refusals: partyRefusals,
  supports: () => true,
});

/** What other streams and the vault rest on. */
const lasting: readonly string[] = ['PartyRegistered', 'PartyLoginBound', 'PartyNamedByLogin'];

/** The stream `party-<tenant>.<partyId>`. */
export const partyDecider: Decider<Party, SteppedIntent<PartyAsked, Standing>, typeof partyEvents> = {
  ...stepped,
  decide(intent, state, history) {
    const annulled =
      intent.type === 'AnnulStep' ? history.find(({ id }) => id === intent.data.eventId)?.type : undefined;
    partyRevisionRefusals.refuseIf(annulled !== undefined && lasting.includes(annulled), 'party-stays');
    return stepped.decide(intent, state, history);
  },
};
