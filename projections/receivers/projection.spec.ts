import type { ToldFact } from '#event-sourcing/testing/spec-of';
import { recorded } from '#event-sourcing/testing/spec-of';
import { refold } from '#projecting';
import { subscriptionEvents } from '#subscription';
import { receivers, type ReceiversRow } from './projection.js';

type Fact = ToldFact<typeof subscriptionEvents>;
const of = { municipality: '1576' };
const granted = (subscriptionId: string): Fact => ({
  type: 'SubscriptionGranted',
  data: {
    ...of,
    subscriptionId,
    name: 'Arkivet',
    types: ['CASE_DECISION_MADE_V1'],
    plans: false,
    purpose: 'Arkivering',
    legalBasis: 'ARCHIVES',
    begins: 'NOW',
    validFrom: '2026-02-01',
    grantedOn: '2026-02-01',
  },
});
const registered = (subscriptionId: string, endpointId: string): Fact => ({
  type: 'WebhookRegistered',
  data: {
    ...of,
    subscriptionId,
    endpointId,
    secretId: `secret-${endpointId}`,
    url: 'https://arkiv.example/',
    contactRole: 'ADMIN',
    begins: 'NOW',
    registeredOn: '2026-02-01',
  },
});
const paused = (endpointId: string, cause: 'STAFF' | 'FAILING' | 'GONE', pausedOn = '2026-02-03'): Fact => ({
  type: 'WebhookPaused',
  data: { ...of, endpointId, cause, pausedOn },
});
const resumed: Fact = { type: 'WebhookResumed', data: { ...of, endpointId: 'w1', resumedOn: '2026-02-04' } };
const removed: Fact = { type: 'WebhookRemoved', data: { ...of, endpointId: 'w1', removedOn: '2026-02-04' } };
const revoked: Fact = {
  type: 'SubscriptionRevoked',
  data: { ...of, subscriptionId: 's1', revokedOn: '2026-02-04' },
};
const begun = [granted('s1'), granted('s2'), registered('s1', 'w1'), registered('s2', 'w2')];

/** Which have failed, since when and why. */
function failedAfter(...facts: readonly Fact[]) {
  const [found] = [...refold(receivers, recorded(subscriptionEvents, [...begun, ...facts])).values()];
  if (found === undefined) throw new Error('There is no row');
  return (found.row as ReceiversRow).subscriptions.flatMap((one) =>
    one.receivers.flatMap(({ endpointId, failed }) =>
      failed === null ? [] : [`${endpointId} ${failed.cause} ${failed.since}`],
    ),
  );
}

describe('the receivers that failed', () => {
  it.each<[string, readonly Fact[], readonly string[]]>([
    ['are none while all go on', [], []],
    ['are none that somebody paused', [paused('w1', 'STAFF')], []],
    ['are those that took nothing', [paused('w1', 'FAILING')], ['w1 FAILING 2026-02-03']],
    [
      'are those that are gone, beside others',
      [paused('w1', 'FAILING'), paused('w2', 'GONE', '2026-02-05')],
      ['w1 FAILING 2026-02-03', 'w2 GONE 2026-02-05'],
    ],
    ['are none that goes on again', [paused('w1', 'FAILING'), resumed], []],
    [
      'are those that fail again, from then on',
      [paused('w1', 'FAILING'), resumed, paused('w1', 'GONE', '2026-02-09')],
      ['w1 GONE 2026-02-09'],
    ],
    ['are none that was removed', [paused('w1', 'FAILING'), removed], []],
    [
      'are none of a subscription that was revoked',
      [paused('w1', 'FAILING'), paused('w2', 'FAILING'), revoked],
      ['w2 FAILING 2026-02-03'],
    ],
  ])('%s', (_, facts, failed) => expect(failedAfter(...facts)).toEqual(failed));
});
