import { code, codeOf, list, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { channels, informationTopics, units } from '#vocabulary';
import { openOn } from '../course.js';
import { settled } from '../enquiry.js';
import { about, own, step } from '../step.js';

export const answeringRefusals = refusals('enquiry', {
  'no-such-contact-card': [
    'There is no such contact card, or none that holds on that day. Publish one first.',
    'Kontaktkortet finnes ikke, eller ingen gjelder den dagen. Publiser et først.',
    'Kontaktkortet finst ikkje, eller ingen gjeld den dagen. Publiser eit først.',
  ],
});
const { refuseIf } = answeringRefusals;

const refersToCard = ({ cardId }: { readonly cardId?: string | null | undefined }, isKnown: boolean) =>
  refuseIf(typeof cardId === 'string' && !isKnown, 'no-such-contact-card');

/** It was answered, perhaps with a word on whom to turn to. Asked again, it is answered again. */
const enquiryAnswered = step(
  'EnquiryAnswered',
  v1(
    {
      ...about,
      answeredOn: localDate(),
      channel: codeOf(channels),
      answer: optional(personal.text(own)),
      /** The rights that it informed of (U12). */
      informedOf: optional(list(codeOf(informationTopics))),
      cardId: optional(ref('contactCard')),
    },
    { occurs: 'answeredOn' },
  ),
  {
    in: openOn,
    admit: (said, { cardIsKnown }) => refersToCard(said, cardIsKnown),
    evolve: (state, { answeredOn }) => settled(state, answeredOn),
  },
);

/** The caller was told whom to turn to: what the service office does with what it does not answer itself (U11). */
const enquiryReferred = step(
  'EnquiryReferredToContactCard',
  v1({ ...about, referredOn: localDate(), cardId: ref('contactCard') }, { occurs: 'referredOn' }),
  {
    in: openOn,
    admit: (said, { cardIsKnown }) => refersToCard(said, cardIsKnown),
    evolve: (state, { referredOn }) => settled(state, referredOn),
  },
);

/** Another unit is to answer it. */
const enquiryPassedOn = step(
  'EnquiryPassedOn',
  v1(
    {
      ...about,
      passedOn: localDate(),
      unit: code(units),
      message: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'passedOn' },
  ),
  {
    in: openOn,
    evolve: (state) => (state.status === 'absent' ? state : { ...state, settledOn: state.closedOn }),
  },
);

export const answeringSteps = [enquiryAnswered, enquiryReferred, enquiryPassedOn] as const;
