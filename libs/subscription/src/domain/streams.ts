import { idOf, localDate, newId, v1 } from '#event-sourcing/event';
import { about, going, step } from './common.js';
import { subscriptionRefusals } from './refusals.js';
import { closed } from './state.js';

const { refusal, refuseIf } = subscriptionRefusals;

/** What the subscription shows, in its present version, is written into a stream of its own in the event store. */
const opened = step(
  'EventStreamOpened',
  v1(
    {
      ...about,
      subscriptionId: idOf('subscription'),
      streamId: newId('eventStream'),
      openedOn: localDate(),
    },
    { occurs: 'openedOn' },
  ),
  {
    check(state, { subscriptionId, streamId, openedOn }) {
      going(state, subscriptionId, openedOn);
      refuseIf(
        state.streams.some((one) => one.streamId === streamId),
        'stream-there',
      );
      refuseIf(
        state.streams.some((one) => one.subscriptionId === subscriptionId && one.isOpen),
        'stream-open',
      );
    },
    evolve: (state, { subscriptionId, streamId }) => ({
      ...state,
      streams: [...state.streams, { streamId, subscriptionId, isOpen: true }],
    }),
  },
);

/** Nothing more is written into it, and nobody outside reads it any more. */
const ended = step(
  'EventStreamClosed',
  v1({ ...about, streamId: idOf('eventStream'), closedOn: localDate() }, { occurs: 'closedOn' }),
  {
    check(state, { streamId, closedOn }) {
      const found = state.streams.find((one) => one.streamId === streamId);
      if (!found) throw refusal('no-such-stream');
      going(state, found.subscriptionId, closedOn);
      refuseIf(!found.isOpen, 'stream-closed');
    },
    evolve: (state, { streamId }) => closed(state, (one) => one.streamId === streamId),
  },
);

export const streamSteps = [opened, ended] as const;
