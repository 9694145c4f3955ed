import { amended } from '#event-sourcing/amended';
import { code, codeOf, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { subPlanTypes } from '../codes.js';
import { about, of, step } from '../step.js';

export const subPlanRefusals = refusals('plan', {
  'no-such-sub-plan': [
    'There is no such sub-plan, or it is linked no more.',
    'Delplanen finnes ikke, eller er ikke lenger koblet til.',
    'Delplanen finst ikkje, eller er ikkje lenger kopla til.',
  ],
  'not-consented.sub-plan': [
    'Content of a sub-plan is attached only with a consent to share it that holds. Link it without the document, or record the consent first.',
    'Innholdet i en delplan legges ved bare med gyldig samtykke til å dele det. Koble den til uten dokumentet, eller registrer samtykket først.',
    'Innhaldet i ein delplan blir lagt ved berre med gyldig samtykke til å dele det. Kople han til utan dokumentet, eller registrer samtykket først.',
  ],
  'date-order.sub-plan': [
    'A sub-plan is unlinked on or after the day on which it was linked.',
    'En delplan kobles fra samme dag som den ble koblet til, eller senere.',
    'Ein delplan blir kopla frå same dagen som han vart kopla til, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = subPlanRefusals;

/** Another plan is a part of the whole: what it is, whose, and where it lies. Its content stays there (A6, invariant 17). */
const subPlanLinked = step(
  'SubPlanLinked',
  v1(
    {
      ...about,
      subPlanId: newId('subPlan'),
      type: codeOf(subPlanTypes),
      ownerUnit: optional(code(units)),
      ownerId: optional(ref('party')),
      /** Where it lies: a system, an archive, somebody’s office. */
      place: personal.text({ ...of, max: 1000 }),
      /** Its content, where that is attached, and the consent that covers it. */
      documentId: optional(ref('document')),
      consentId: optional(ref('consent')),
      linkedOn: localDate(),
    },
    { occurs: 'linkedOn' },
  ),
  {
    check: (_, { documentId, consentId }) =>
      refuseIf(documentId !== undefined && consentId === undefined, 'not-consented.sub-plan'),
    admit(said, { shares = [] }) {
      if (typeof said.consentId !== 'string') return;
      const covered = shares.some(
        ({ consentId, sections }) =>
          consentId === said.consentId && (sections?.includes('SUB_PLANS') ?? true),
      );
      refuseIf(!covered, 'not-consented.sub-plan');
    },
    evolve: (state, { subPlanId, linkedOn }) => ({
      ...state,
      subPlans: [...state.subPlans, { subPlanId, linkedOn }],
    }),
  },
);

const subPlanUnlinked = step(
  'SubPlanUnlinked',
  v1({ ...about, subPlanId: idOf('subPlan'), unlinkedOn: localDate() }, { occurs: 'unlinkedOn' }),
  {
    ends: true,
    check({ subPlans }, { subPlanId, unlinkedOn }) {
      const linked = subPlans.find((one) => one.subPlanId === subPlanId && one.unlinkedOn === undefined);
      if (linked === undefined) throw refusal('no-such-sub-plan');
      inOrder(linked.linkedOn, unlinkedOn, 'date-order.sub-plan');
    },
    evolve: (state, { subPlanId, unlinkedOn }) => ({
      ...state,
      subPlans: amended(state.subPlans, (one) => one.subPlanId === subPlanId, { unlinkedOn }),
    }),
  },
);

export const subPlanSteps = [subPlanLinked, subPlanUnlinked] as const;
