import { codeOf, dayToCome, list, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { knownSince } from '../case.js';
import { channels, delayReasons, recipients } from '../codes.js';
import { openOn, refuseUnasked } from '../course.js';
import { about, of, step } from '../step.js';

export const preliminaryReplyRefusals = refusals('casework', {
  'reply.recipients': [
    'A preliminary reply goes to at least one, each named once.',
    'Et foreløpig svar går til minst én, og hver nevnes én gang.',
    'Eit førebels svar går til minst éin, og kvar blir nemnd éin gong.',
  ],
  'date-order.reply': [
    'A preliminary reply comes after the unit heard of the matter, and names a day to come.',
    'Et foreløpig svar kommer etter at enheten fikk vite om saken, og nevner en senere dag.',
    'Eit førebels svar kjem etter at eininga fekk vite om saka, og nemner ein seinare dag.',
  ],
});
const { refuseIf, inOrder } = preliminaryReplyRefusals;

/** Whoever turned to the unit was told why it takes time and, as far as possible, when the answer comes (fvl § 11 a). */
const preliminaryReplySent = step(
  'PreliminaryReplySent',
  v1(
    {
      ...about,
      recipients: list(codeOf(recipients)),
      channel: codeOf(channels),
      reasonCode: codeOf(delayReasons),
      reason: optional(personal.text({ ...of, max: 2000 })),
      /** When the answer is to come. */
      expectedOn: optional(dayToCome()),
      sentOn: localDate(),
    },
    { occurs: 'sentOn' },
  ),
  {
    in: openOn,
    goesByDay: true,
    check(open, { recipients: to, sentOn, expectedOn = sentOn }) {
      refuseIf(to.length === 0 || hasDoubles(to), 'reply.recipients');
      inOrder(knownSince(open), sentOn, 'date-order.reply');
      inOrder(sentOn, expectedOn, 'date-order.reply');
    },
    decide(said, { state }, fact) {
      refuseUnasked(state);
      return [fact(said)];
    },
    evolve: (state) => state,
  },
);

export const preliminaryReplySteps = [preliminaryReplySent] as const;
