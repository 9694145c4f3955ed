import type { Decider } from '#event-sourcing/decider';
import { isAnnulment } from '#event-sourcing/effective';
import { events, type Recorded } from '#event-sourcing/event';
import type { Standing } from '#event-sourcing/refusals';
import { refusals } from '#event-sourcing/refusals';
import { rootOf } from '#event-sourcing/revise';
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
  'merger-survivor-stays': [
    'With whom a registration was merged is not put right afterwards: logins have moved. Take the merger back, and merge with the right one.',
    'Hvem en registrering er slått sammen med, rettes ikke etterpå: Innlogginger er flyttet. Trekk sammenslåingen tilbake, og slå sammen med den rette.',
    'Kven ei registrering er slått saman med, blir ikkje retta etterpå: Innloggingar er flytte. Trekk samanslåinga tilbake, og slå saman med den rette.',
  ],
  'merger-not-restored': [
    'A merger that was taken back does not come back this way. Merge the two anew.',
    'En sammenslåing som er trukket tilbake, kommer ikke igjen på denne måten. Slå de to sammen på nytt.',
    'Ei samanslåing som er trekt tilbake, kjem ikkje att på denne måten. Slå dei to saman på nytt.',
  ],
});
const { refuseIf } = partyRevisionRefusals;

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
    if (intent.type !== 'RecordStep') {
      const revised = history.find(({ id }) => id === intent.data.eventId);
      const changed = 'changed' in intent.data ? intent.data.changed : {};
      if (revised) unlessLasting(intent.type, revised, history, changed);
    }
    return stepped.decide(intent, state, history);
  },
};

/** Refuses what the vault could not follow: it holds logins, and moved those of a merger. */
function unlessLasting(
  revision: 'CorrectStep' | 'AnnulStep',
  revised: Recorded,
  history: readonly Recorded[],
  changed: Recorded['data'],
): void {
  const { type } = revised;
  if (revision === 'CorrectStep') {
    refuseIf(type === 'PartyMergedInto' && 'survivorId' in changed, 'merger-survivor-stays');
    return;
  }
  refuseIf(lasting.includes(type), 'party-stays');
  refuseIf(
    isAnnulment(revised) && rootOf(revised, history).type === 'PartyMergedInto',
    'merger-not-restored',
  );
}
