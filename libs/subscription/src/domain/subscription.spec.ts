import { factOf, specOf } from '#event-sourcing/testing/spec-of';
import { subscriptionsIn } from '../questions.js';
import { eventStreamsIn } from '../streams.js';
import { webhooksIn } from '../webhooks.js';
import { subscriptionDecider, type SubscriptionEvent } from './decide.js';

const municipality = '9999';
const terms = {
  types: ['CASE_DECISION_MADE_V1', 'CASE_CLOSED_V1'],
  plans: false,
  purpose: 'Arkivering',
  legalBasis: 'ARCHIVES',
} as const;
const usual = {
  SubscriptionGranted: {
    subscriptionId: 's-1',
    name: 'Sak- og arkivsystemet',
    ...terms,
    begins: 'ORIGIN',
    validFrom: '2026-02-01',
    grantedOn: '2026-02-01',
  },
  SubscriptionChanged: { subscriptionId: 's-1', ...terms, changedOn: '2026-02-10' },
  SubscriptionPaused: { subscriptionId: 's-1', pausedOn: '2026-02-10' },
  SubscriptionResumed: { subscriptionId: 's-1', resumedOn: '2026-02-11' },
  SubscriptionSecretIssued: {
    subscriptionId: 's-1',
    formerUntil: '2026-02-11T09:00:00.000Z',
    issuedOn: '2026-02-10',
  },
  SubscriptionRevoked: { subscriptionId: 's-1', revokedOn: '2026-02-20' },
  WebhookRegistered: {
    subscriptionId: 's-1',
    endpointId: 'w-1',
    secretId: 'k-1',
    url: 'https://mottaker.example/hendelser',
    contactRole: 'ADMIN',
    begins: 'ORIGIN',
    registeredOn: '2026-02-10',
  },
  WebhookSecretRotated: {
    endpointId: 'w-1',
    secretId: 'k-2',
    formerUntil: '2026-02-12T09:00:00.000Z',
    rotatedOn: '2026-02-11',
  },
  WebhookPaused: { endpointId: 'w-1', cause: 'STAFF', pausedOn: '2026-02-11' },
  WebhookResumed: { endpointId: 'w-1', resumedOn: '2026-02-12' },
  WebhookReplayed: { endpointId: 'w-1', from: 'PARKED', replayedOn: '2026-02-12' },
  WebhookTested: { endpointId: 'w-1', testedOn: '2026-02-12' },
  WebhookRemoved: { endpointId: 'w-1', removedOn: '2026-02-13' },
  EventStreamOpened: { subscriptionId: 's-1', streamId: 'st-1', openedOn: '2026-02-10' },
  EventStreamClosed: { streamId: 'st-1', closedOn: '2026-02-12' },
} as const;
type Type = keyof typeof usual;

const fact = (type: Type, differs: object = {}) =>
  factOf(type, { municipality, ...usual[type] } as object)(differs) as never;
const recording = (step: Type) => (differs: object) =>
  ({
    type: 'RecordStep',
    data: {
      step,
      about: { municipality },
      said: { ...usual[step], ...differs },
      asked: undefined,
      partyIsKnown: true,
    },
  }) as never;

const { rows } = specOf(subscriptionDecider);
const granted = fact('SubscriptionGranted');
const paused = fact('SubscriptionPaused');
const revoked = fact('SubscriptionRevoked');

describe('a subscription', () => {
  rows(recording('SubscriptionGranted'), [
    ['is granted with types, purpose, ground and period', [], {}, [granted]],
    [
      'may begin on a day to come',
      [],
      { validFrom: '2026-05-01' },
      [fact('SubscriptionGranted', { validFrom: '2026-05-01' })],
    ],
    ['is granted once', [granted], {}, 'subscription-there'],
    ['names a type', [], { types: [] }, 'no-types'],
    ['names each type once', [], { types: ['CASE_CLOSED_V1', 'CASE_CLOSED_V1'] }, 'type-twice'],
    ['names no type that is not told outside', [], { types: ['CASE_CHILD_HEARD_V1'] }, 'unknown-event-type'],
    [
      'names no type that reveals a plan, unless it says so',
      [],
      { types: ['COORDINATION_PLAN_STARTED_V1'] },
      'reveals-plan',
    ],
    [
      'may say so',
      [],
      { types: ['COORDINATION_PLAN_STARTED_V1'], plans: true },
      [fact('SubscriptionGranted', { types: ['COORDINATION_PLAN_STARTED_V1'], plans: true })],
    ],
    [
      'may open details',
      [],
      { details: ['TEXTS', 'PERSON'], plans: true },
      [fact('SubscriptionGranted', { details: ['TEXTS', 'PERSON'], plans: true })],
    ],
    [
      'opens no texts, which may reveal a plan, unless it says so',
      [],
      { details: ['TEXTS'] },
      'texts-reveal-plan',
    ],
    [
      'may open who the person is without',
      [],
      { details: ['PERSON'] },
      [fact('SubscriptionGranted', { details: ['PERSON'] })],
    ],
    ['names each kind of detail once', [], { details: ['PERSON', 'PERSON'] }, 'detail-twice'],
    ['that begins with a date names it', [], { begins: 'DATE' }, 'begins-on'],
    ['that begins elsewhere names no date', [], { beginsOn: '2026-01-01' }, 'begins-on'],
    ['does not end before it begins', [], { validUntil: '2026-01-31' }, 'date-order'],
  ]);
  rows(recording('SubscriptionChanged'), [
    ['gets other terms', [granted], { plans: true }, [fact('SubscriptionChanged', { plans: true })]],
    [
      'gets none that it may not have',
      [granted],
      { types: ['COORDINATION_PLAN_STARTED_V1'] },
      'reveals-plan',
    ],
    ['gets no texts that it may not have', [granted], { details: ['TEXTS'] }, 'texts-reveal-plan'],
    ['that was revoked gets none', [granted, revoked], { changedOn: '2026-02-21' }, 'subscription-revoked'],
    ['that is not there gets none', [], {}, 'no-such-subscription'],
  ]);
  rows(recording('SubscriptionPaused'), [
    ['is paused', [granted], {}, [paused]],
    ['is paused once', [granted, paused], {}, 'already-paused'],
    ['is not paused before it was granted', [granted], { pausedOn: '2026-01-31' }, 'date-order'],
  ]);
  rows(recording('SubscriptionResumed'), [
    ['goes on', [granted, paused], {}, [fact('SubscriptionResumed')]],
    ['that is not paused does not', [granted], {}, 'not-paused'],
  ]);
  rows(recording('SubscriptionSecretIssued'), [
    ['gets a secret', [granted], {}, [fact('SubscriptionSecretIssued')]],
    ['that was revoked gets none', [granted, revoked], { issuedOn: '2026-02-21' }, 'subscription-revoked'],
  ]);
  rows(recording('SubscriptionRevoked'), [
    ['is revoked', [granted], {}, [revoked]],
    ['is revoked once', [granted, revoked], {}, 'subscription-revoked'],
  ]);

  it('has a version that goes up with its terms alone', () => {
    const told = [
      'SubscriptionGranted',
      'SubscriptionPaused',
      'SubscriptionChanged',
      'SubscriptionResumed',
    ] as const;
    const events = told.map((type, index) => ({
      type,
      data: { municipality, ...usual[type] },
      position: BigInt(index + 7),
    }));
    const [one] = subscriptionsIn(events as unknown as readonly SubscriptionEvent[]);
    expect(one).toMatchObject({ subscriptionId: 's-1', version: 2, grantedAt: 7n, isPaused: false });
  });
});

const receiver = fact('WebhookRegistered');
const restingReceiver = fact('WebhookPaused');
const there = [granted, receiver];

describe('a receiver of events', () => {
  const registering = recording('WebhookRegistered');
  rows(registering, [
    ['is registered with a subscription', [granted], {}, [receiver]],
    [
      'may get some of its events',
      [granted],
      { types: ['CASE_CLOSED_V1'] },
      [fact('WebhookRegistered', { types: ['CASE_CLOSED_V1'] })],
    ],
    [
      'gets none that the subscription does not show',
      [granted],
      { types: ['COORDINATION_PLAN_STARTED_V1'] },
      'outside-the-subscription',
    ],
    ['gets each type once', [granted], { types: ['CASE_CLOSED_V1', 'CASE_CLOSED_V1'] }, 'type-twice'],
    ['is registered once', there, {}, 'webhook-there'],
    ['needs a subscription', [], {}, 'no-such-subscription'],
    [
      'needs one that is not revoked',
      [granted, revoked],
      { registeredOn: '2026-02-21' },
      'subscription-revoked',
    ],
    ['that begins with a date names it', [granted], { begins: 'DATE' }, 'begins-on'],
    [
      'is one of ten at most',
      [
        granted,
        ...Array.from({ length: 10 }, (_, n) => fact('WebhookRegistered', { endpointId: `w-${n + 2}` })),
      ],
      {},
      'too-many-webhooks',
    ],
  ]);
  it.each([
    'ftp://mottaker.example/',
    'https://navn:hemmelig@mottaker.example/',
    'https://mottaker.example/#del',
    'mottaker.example',
    'javascript:alert(1)',
    'https://',
  ])('has no address like %s', (url) => {
    specOf(subscriptionDecider)
      .given(granted)
      .when(registering({ url }))
      .thenRejected('subscription/webhook-address');
  });
  rows(recording('WebhookSecretRotated'), [
    ['gets a new secret', there, {}, [fact('WebhookSecretRotated')]],
    ['that is not there gets none', [granted], {}, 'no-such-webhook'],
    [
      'that was removed gets none',
      [...there, fact('WebhookRemoved')],
      { rotatedOn: '2026-02-14' },
      'webhook-removed',
    ],
  ]);
  rows(recording('WebhookPaused'), [
    ['is paused', there, {}, [restingReceiver]],
    ['is paused once', [...there, restingReceiver], {}, 'webhook-paused'],
  ]);
  rows(recording('WebhookResumed'), [
    ['goes on', [...there, restingReceiver], {}, [fact('WebhookResumed')]],
    ['that is not paused does not', there, {}, 'webhook-not-paused'],
  ]);
  rows(recording('WebhookReplayed'), [
    ['is sent what was put aside', there, {}, [fact('WebhookReplayed')]],
    [
      'is sent everything from a day',
      there,
      { from: 'DATE', fromOn: '2026-02-01' },
      [fact('WebhookReplayed', { from: 'DATE', fromOn: '2026-02-01' })],
    ],
    ['needs the day', there, { from: 'DATE' }, 'replay-from'],
    ['takes no place with what needs none', there, { from: 'ORIGIN', after: 7 }, 'replay-from'],
  ]);
  rows(recording('WebhookTested'), [
    ['is tried', there, {}, [fact('WebhookTested')]],
    ['is not tried while it is paused', [...there, restingReceiver], {}, 'webhook-is-paused'],
  ]);
  rows(recording('WebhookRemoved'), [['is removed', there, {}, [fact('WebhookRemoved')]]]);

  it('signs with every secret that holds: the newest, and those before until then', () => {
    const told = ['WebhookRegistered', 'WebhookSecretRotated', 'WebhookPaused', 'WebhookResumed'] as const;
    const events = told.map((type, index) => ({
      type,
      id: `e${index}`,
      data: { municipality, ...usual[type] },
      position: BigInt(index + 7),
    }));
    expect(webhooksIn(events as unknown as readonly SubscriptionEvent[])).toMatchObject([
      {
        secrets: [
          { secretId: 'k-1', until: '2026-02-12T09:00:00.000Z' },
          { secretId: 'k-2', until: undefined },
        ],
        pausedFor: undefined,
        asked: [{ at: 10n, what: 'RESUME' }],
      },
    ]);
  });
});

describe('a stream of the event store', () => {
  const [opened, closed] = [fact('EventStreamOpened'), fact('EventStreamClosed')];
  const another = { streamId: 'st-2', openedOn: '2026-02-13' };
  rows(recording('EventStreamOpened'), [
    ['is opened for a subscription', [granted], {}, [opened]],
    ['is not opened for none', [], {}, 'no-such-subscription'],
    [
      'is not opened for one that was revoked',
      [granted, revoked],
      { openedOn: '2026-02-21' },
      'subscription-revoked',
    ],
    ['is opened once', [granted, opened], {}, 'stream-there'],
    ['is one at a time', [granted, opened], another, 'stream-open'],
    [
      'follows another that was closed',
      [granted, opened, closed],
      another,
      [fact('EventStreamOpened', another)],
    ],
    [
      'follows the one that the change of the subscription closed',
      [granted, opened, fact('SubscriptionChanged')],
      another,
      [fact('EventStreamOpened', another)],
    ],
  ]);
  rows(recording('EventStreamClosed'), [
    ['is closed', [granted, opened], {}, [closed]],
    ['is not closed where there is none', [granted], {}, 'no-such-stream'],
    ['is closed once', [granted, opened, closed], {}, 'stream-closed'],
    [
      'is closed by a change of the subscription',
      [granted, opened, fact('SubscriptionChanged')],
      {},
      'stream-closed',
    ],
  ]);

  it.each([
    ['itself', 'EventStreamClosed', '2026-02-12'],
    [
      'with a change of the subscription, which makes another version of it',
      'SubscriptionChanged',
      '2026-02-10',
    ],
    ['with the subscription', 'SubscriptionRevoked', '2026-02-20'],
    ['not with a pause', 'SubscriptionPaused', undefined],
  ] as const)('ends %s', (_, type, closedOn) => {
    const events = (['SubscriptionGranted', 'EventStreamOpened', type] as const).map((told) => ({
      type: told,
      data: { municipality, ...usual[told] },
    }));
    expect(eventStreamsIn(events as unknown as readonly SubscriptionEvent[])).toEqual([
      { streamId: 'st-1', subscriptionId: 's-1', openedOn: '2026-02-10', closedOn },
    ]);
  });
});
