import type { CommandRunner, Recorded } from '#event-sourcing';
import { subscriptionDecider, type SubscriptionEvent } from './domain/decide.js';
import { subscriptionStream } from './stream.js';

type DataOf<Type extends SubscriptionEvent['type']> = Extract<
  SubscriptionEvent,
  { readonly type: Type }
>['data'];
type Terms = Pick<
  DataOf<'SubscriptionGranted'>,
  'types' | 'plans' | 'details' | 'purpose' | 'legalBasis' | 'basisNote' | 'validUntil'
>;

/** What a subscriber may see as of now, and since when. */
export interface Subscription extends Terms {
  readonly subscriptionId: string;
  readonly name: DataOf<'SubscriptionGranted'>['name'];
  readonly begins: DataOf<'SubscriptionGranted'>['begins'];
  readonly beginsOn: string | undefined;
  readonly grantedOn: string;
  /** Where in the log it was granted. */
  readonly grantedAt: bigint;
  readonly validFrom: string;
  /** 1, and one more with each change of the terms. */
  readonly version: number;
  readonly isPaused: boolean;
  readonly revokedOn: string | undefined;
  /** When it last got a secret to log in with. */
  readonly secretIssuedOn: string | undefined;
}

/** A municipality's subscriptions as what stands in their stream says, the oldest first. */
export function subscriptionsIn(effective: readonly SubscriptionEvent[]): readonly Subscription[] {
  const all = new Map<string, Subscription>();
  for (const { type, data, position } of effective) {
    if (!('subscriptionId' in data)) continue;
    const one = all.get(data.subscriptionId);
    if (type === 'SubscriptionGranted') all.set(data.subscriptionId, begun(data, position));
    else if (one !== undefined) all.set(data.subscriptionId, after(one, { type, data }));
  }
  return [...all.values()];
}

const termsOf = ({ types, plans, details, purpose, legalBasis, basisNote, validUntil }: Terms): Terms => ({
  types,
  plans,
  ...(details !== undefined && { details }),
  purpose,
  legalBasis,
  ...(basisNote !== undefined && { basisNote }),
  ...(validUntil !== undefined && { validUntil }),
});

const begun = (data: DataOf<'SubscriptionGranted'>, grantedAt: bigint): Subscription => ({
  subscriptionId: data.subscriptionId,
  name: data.name,
  ...termsOf(data),
  begins: data.begins,
  beginsOn: data.beginsOn,
  grantedOn: data.grantedOn,
  grantedAt,
  validFrom: data.validFrom,
  version: 1,
  isPaused: false,
  revokedOn: undefined,
  secretIssuedOn: undefined,
});

function after(one: Subscription, { type, data }: Pick<SubscriptionEvent, 'type' | 'data'>): Subscription {
  switch (type) {
    case 'SubscriptionChanged': {
      const { basisNote: _, validUntil: __, details: ___, ...kept } = one;
      return { ...kept, ...termsOf(data as DataOf<typeof type>), version: one.version + 1 };
    }
    case 'SubscriptionPaused':
      return { ...one, isPaused: true };
    case 'SubscriptionResumed':
      return { ...one, isPaused: false };
    case 'SubscriptionRevoked':
      return { ...one, revokedOn: (data as DataOf<typeof type>).revokedOn };
    case 'SubscriptionSecretIssued':
      return { ...one, secretIssuedOn: (data as DataOf<typeof type>).issuedOn };
    case 'SubscriptionGranted':
    case 'WebhookRegistered':
    case 'WebhookSecretRotated':
    case 'WebhookPaused':
    case 'WebhookResumed':
    case 'WebhookReplayed':
    case 'WebhookTested':
    case 'WebhookRemoved':
    case 'EventStreamOpened':
    case 'EventStreamClosed':
      return one;
  }
}

/** As the log has them now. */
export async function subscriptionsOf(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
): Promise<readonly Subscription[]> {
  const { effective } = await log.look(subscriptionDecider, subscriptionStream(tenant));
  return subscriptionsIn(effective as unknown as readonly (SubscriptionEvent & Recorded)[]);
}
