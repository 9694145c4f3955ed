import { codeOf, dayToCome, idOf, localDate, newId, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { channels } from '#vocabulary';
import { partnerKinds } from './codes.js';
import { ended, type Lasting, type Organisation } from './organisation.js';
import { about, own, step } from './step.js';

export const partnerRefusals = refusals('municipality', {
  'no-such-partner': [
    'There is no such partner.',
    'Samarbeidsparten finnes ikke.',
    'Samarbeidsparten finst ikkje.',
  ],
  'already-ended': [
    'The cooperation with this partner has ended already.',
    'Samarbeidet med denne parten er allerede avsluttet.',
    'Samarbeidet med denne parten er alt avslutta.',
  ],
  'date-order.partner': [
    'What concerns a partner comes on or after the day from which there is cooperation.',
    'Det som gjelder en samarbeidspart, kommer samme dag som samarbeidet begynte, eller senere.',
    'Det som gjeld ein samarbeidspart, kjem same dagen som samarbeidet tok til, eller seinare.',
  ],
  'partner-ended': [
    'The cooperation with this partner had ended by that day.',
    'Samarbeidet med denne parten var avsluttet den dagen.',
    'Samarbeidet med denne parten var avslutta den dagen.',
  ],
});
const { refusal, refuseIf, inOrder } = partnerRefusals;

/** A user organisation or an authority that the unit cooperates with, not about one person (H10, U21). */
const partnerRegistered = step(
  'PartnerRegistered',
  v1(
    {
      ...about,
      partnerId: newId('partner'),
      validFrom: localDate(),
      kind: codeOf(partnerKinds),
      name: personal.text({ ...own, max: 200 }),
      contact: optional(personal.text({ ...own, max: 500 })),
    },
    { occurs: 'validFrom' },
  ),
  {
    evolve: (state, { partnerId, validFrom }) => ({
      ...state,
      partners: [...state.partners, { id: partnerId, validFrom, endedOn: undefined }],
    }),
  },
);

function partnerOn({ partners }: Organisation, partnerId: string, day: string): Lasting {
  const partner = partners.find(({ id }) => id === partnerId);
  if (!partner) throw refusal('no-such-partner');
  inOrder(partner.validFrom, day, 'date-order.partner');
  return partner;
}

const partnerEnded = step(
  'PartnerEnded',
  v1(
    {
      ...about,
      partnerId: idOf('partner'),
      endedOn: dayToCome(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'endedOn' },
  ),
  {
    check: (state, { partnerId, endedOn }) =>
      refuseIf(partnerOn(state, partnerId, endedOn).endedOn !== undefined, 'already-ended'),
    evolve: (state, { partnerId, endedOn }) => ({
      ...state,
      partners: ended(state.partners, partnerId, endedOn),
    }),
  },
);

/** They were in contact, on what concerns no one person. */
const partnerContactRecorded = step(
  'PartnerContactRecorded',
  v1(
    {
      ...about,
      contactId: newId('contact'),
      partnerId: idOf('partner'),
      contactOn: localDate(),
      channel: optional(codeOf(channels)),
      /** What it was about. */
      matter: personal.text(own),
    },
    { occurs: 'contactOn' },
  ),
  {
    check(state, { partnerId, contactOn }) {
      const { endedOn } = partnerOn(state, partnerId, contactOn);
      refuseIf(endedOn !== undefined && endedOn < contactOn, 'partner-ended');
    },
    evolve: (state) => state,
  },
);

export const partnerSteps = [partnerRegistered, partnerEnded, partnerContactRecorded] as const;
