import { amended } from '#event-sourcing/amended';
import { dayToCome, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { notBefore, standing } from '../course.js';
import { covers } from '../covering.js';
import { about, of, step } from '../step.js';

export const recipientRefusals = refusals('crisis-plan', {
  'not-consented': [
    'No consent that holds names the crisis plan, this recipient and this period. Record the consent first.',
    'Det finnes ikke noe gyldig samtykke som nevner kriseplanen, denne mottakeren og denne perioden. Registrer samtykket først.',
    'Det finst ikkje noko gyldig samtykke som nemner kriseplanen, denne mottakaren og denne perioden. Registrer samtykket først.',
  ],
  'already-given': [
    'This one has the crisis plan already.',
    'Vedkommende har allerede kriseplanen.',
    'Vedkomande har alt kriseplanen.',
  ],
  'no-such-recipient': [
    'This one does not have the crisis plan, or it was taken back.',
    'Vedkommende har ikke kriseplanen, eller den er trukket tilbake.',
    'Vedkomande har ikkje kriseplanen, eller han er trekt tilbake.',
  ],
  'date-order.until': [
    'The last day comes on or after the day on which it is given.',
    'Den siste dagen kommer samme dag som planen gis, eller senere.',
    'Den siste dagen kjem same dagen som planen blir gitt, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = recipientRefusals;

/** Somebody may read it up to a day, with a consent that covers that (invariant 13). */
const given = step(
  'CrisisPlanGiven',
  v1(
    {
      ...about,
      recipientId: newId('crisisPlanRecipient'),
      partyId: ref('party'),
      consentId: ref('consent'),
      /** The last day: it is never given without an end. */
      until: dayToCome(),
      givenOn: localDate(),
    },
    { occurs: 'givenOn' },
  ),
  {
    check(state, { partyId, until, givenOn }) {
      standing(state, givenOn);
      inOrder(givenOn, until, 'date-order.until');
      const has = state.recipients.some(
        (one) => one.partyId === partyId && one.takenBackOn === undefined && one.until >= givenOn,
      );
      refuseIf(has, 'already-given');
    },
    admit(said, { shares }, known) {
      const { partyId, consentId, until } = { ...known, ...said };
      const consent = shares.find((one) => one.consentId === consentId);
      if (partyId === undefined || until === undefined) return;
      refuseIf(consent === undefined || !covers(consent, { partyId, until }), 'not-consented');
    },
    evolve: (state, { recipientId, partyId, consentId, until, givenOn }) => ({
      ...state,
      recipients: [...state.recipients, { recipientId, partyId, consentId, until, givenOn }],
    }),
  },
);

const takenBack = step(
  'CrisisPlanTakenBack',
  v1(
    {
      ...about,
      recipientId: idOf('crisisPlanRecipient'),
      reason: optional(personal.text({ ...of, max: 1000 })),
      takenBackOn: localDate(),
    },
    { occurs: 'takenBackOn' },
  ),
  {
    check({ recipients }, { recipientId, takenBackOn }) {
      const has = recipients.find((one) => one.recipientId === recipientId && one.takenBackOn === undefined);
      if (has === undefined) throw refusal('no-such-recipient');
      notBefore(has.givenOn, takenBackOn);
    },
    evolve: (state, { recipientId, takenBackOn }) => ({
      ...state,
      recipients: amended(state.recipients, (one) => one.recipientId === recipientId, { takenBackOn }),
    }),
  },
);

export const recipientSteps = [given, takenBack] as const;
