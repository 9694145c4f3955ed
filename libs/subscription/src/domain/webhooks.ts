import { hasDoubles } from '#event-sourcing/doubles';
import {
  code,
  codeOf,
  idOf,
  instant,
  integer,
  list,
  localDate,
  newId,
  optional,
  personal,
  v1,
} from '#event-sourcing/event';
import { publicEventTypes } from '#public-events';
import { beginnings, contactRoles, pauseCauses, replays } from './codes.js';
import { about, going, own, step } from './common.js';
import { subscriptionRefusals } from './refusals.js';
import { changedWebhook, type KnownWebhook, type Subscriptions } from './state.js';

const { refusal, refuseIf } = subscriptionRefusals;

/** Each is served by itself, and none may take all there is. */
export const mostWebhooks = 10;

const note = () => optional(personal.text({ ...own, max: 1000 }));
const of = { ...about, endpointId: idOf('webhook') };

/** Whether events may be sent to an address at all; whether the network lets them is seen when they are. */
export function isWebhookAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash, hostname } = new URL(text);
  const isPlain = username === '' && password === '' && hash === '' && hostname !== '';
  return isPlain && (protocol === 'https:' || protocol === 'http:');
}

/** One that is not removed, of a subscription that is not revoked. */
function standing(state: Subscriptions, endpointId: string, day: string): KnownWebhook {
  const found = state.webhooks.find((one) => one.endpointId === endpointId);
  if (!found) throw refusal('no-such-webhook');
  going(state, found.subscriptionId, day);
  refuseIf(found.status === 'removed', 'webhook-removed');
  return found;
}

/** Events of the subscription are sent to an address, signed with a secret of its own. */
const registered = step(
  'WebhookRegistered',
  v1(
    {
      ...about,
      subscriptionId: idOf('subscription'),
      endpointId: newId('webhook'),
      secretId: newId('webhookSecret'),
      url: personal.text({ ...own, max: 500 }),
      /** Of those that the subscription shows; all of them unless told. */
      types: optional(list(code(publicEventTypes))),
      contactRole: codeOf(contactRoles),
      begins: codeOf(beginnings),
      beginsOn: optional(localDate()),
      registeredOn: localDate(),
    },
    { occurs: 'registeredOn' },
  ),
  {
    admit({ url }) {
      refuseIf(typeof url === 'string' && !isWebhookAddress(url), 'webhook-address');
    },
    check(state, { subscriptionId, endpointId, types = [], begins, beginsOn, registeredOn }) {
      const { types: shown } = going(state, subscriptionId, registeredOn);
      refuseIf(
        state.webhooks.some((one) => one.endpointId === endpointId),
        'webhook-there',
      );
      const others = state.webhooks.filter(
        (one) => one.subscriptionId === subscriptionId && one.status !== 'removed',
      );
      refuseIf(others.length >= mostWebhooks, 'too-many-webhooks', { most: String(mostWebhooks) });
      refuseIf(hasDoubles(types), 'type-twice');
      const outside = types.filter((type) => !shown.includes(type));
      refuseIf(outside.length > 0, 'outside-the-subscription', { types: outside.join(', ') });
      refuseIf((begins === 'DATE') !== (beginsOn !== undefined), 'begins-on');
    },
    evolve: (state, { subscriptionId, endpointId }) => ({
      ...state,
      webhooks: [...state.webhooks, { endpointId, subscriptionId, status: 'running' }],
    }),
  },
);

/** It is signed with a new secret beside the one before, and after a while with the new one alone. */
const rotated = step(
  'WebhookSecretRotated',
  v1(
    { ...of, secretId: newId('webhookSecret'), formerUntil: instant(), rotatedOn: localDate() },
    { occurs: 'rotatedOn' },
  ),
  {
    check: (state, { endpointId, rotatedOn }) => void standing(state, endpointId, rotatedOn),
    evolve: (state) => state,
  },
);

/** Nothing is sent there until it is resumed; nothing is lost meanwhile. */
const paused = step(
  'WebhookPaused',
  v1({ ...of, cause: codeOf(pauseCauses), reason: note(), pausedOn: localDate() }, { occurs: 'pausedOn' }),
  {
    check(state, { endpointId, pausedOn }) {
      refuseIf(standing(state, endpointId, pausedOn).status === 'paused', 'webhook-paused');
    },
    evolve: (state, { endpointId }) => changedWebhook(state, endpointId, 'paused'),
  },
);

const resumed = step('WebhookResumed', v1({ ...of, resumedOn: localDate() }, { occurs: 'resumedOn' }), {
  check(state, { endpointId, resumedOn }) {
    refuseIf(standing(state, endpointId, resumedOn).status !== 'paused', 'webhook-not-paused');
  },
  evolve: (state, { endpointId }) => changedWebhook(state, endpointId, 'running'),
});

/** What was put aside is sent once more, or everything from somewhere on. */
const replayed = step(
  'WebhookReplayed',
  v1(
    {
      ...of,
      from: codeOf(replays),
      fromOn: optional(localDate()),
      /** A position of the log. */
      after: optional(integer(0)),
      replayedOn: localDate(),
    },
    { occurs: 'replayedOn' },
  ),
  {
    check(state, { endpointId, from, fromOn, after, replayedOn }) {
      standing(state, endpointId, replayedOn);
      const isSaid =
        (from === 'DATE') === (fromOn !== undefined) && (from === 'PLACE') === (after !== undefined);
      refuseIf(!isSaid, 'replay-from');
    },
    evolve: (state) => state,
  },
);

/** One message of no meaning is sent there. */
const tested = step('WebhookTested', v1({ ...of, testedOn: localDate() }, { occurs: 'testedOn' }), {
  check(state, { endpointId, testedOn }) {
    refuseIf(standing(state, endpointId, testedOn).status === 'paused', 'webhook-is-paused');
  },
  evolve: (state) => state,
});

const removed = step('WebhookRemoved', v1({ ...of, removedOn: localDate() }, { occurs: 'removedOn' }), {
  check: (state, { endpointId, removedOn }) => void standing(state, endpointId, removedOn),
  evolve: (state, { endpointId }) => changedWebhook(state, endpointId, 'removed'),
});

export const webhookSteps = [registered, rotated, paused, resumed, replayed, tested, removed] as const;
