import type { CommandRunner, Recorded } from '#event-sourcing';
import { subscriptionDecider, type SubscriptionEvent } from './domain/decide.js';
import { subscriptionStream } from './stream.js';

type DataOf<Type extends SubscriptionEvent['type']> = Extract<
  SubscriptionEvent,
  { readonly type: Type }
>['data'];

/** One that signs until then; the newest has no end. */
export interface WebhookSecret {
  readonly secretId: string;
  readonly until: string | undefined;
}

/** What was last asked of a receiver by hand, by where in the log it was asked. */
export interface WebhookAsked {
  readonly at: bigint;
  readonly eventId: string;
  readonly what: 'TEST' | 'RESUME' | 'REPLAY';
  readonly replay?: Pick<DataOf<'WebhookReplayed'>, 'from' | 'fromOn' | 'after'>;
}

/** An address that events of a subscription are sent to, as of now. */
export interface Webhook {
  readonly endpointId: string;
  readonly subscriptionId: string;
  readonly url: DataOf<'WebhookRegistered'>['url'];
  readonly types: readonly string[] | undefined;
  readonly contactRole: DataOf<'WebhookRegistered'>['contactRole'];
  readonly begins: DataOf<'WebhookRegistered'>['begins'];
  readonly beginsOn: string | undefined;
  readonly registeredOn: string;
  readonly registeredAt: bigint;
  readonly secrets: readonly WebhookSecret[];
  readonly pausedFor: DataOf<'WebhookPaused'>['cause'] | undefined;
  readonly removedOn: string | undefined;
  readonly asked: readonly WebhookAsked[];
}

/** A municipality's receivers as what stands in its stream of subscriptions says, the oldest first. */
export function webhooksIn(effective: readonly SubscriptionEvent[]): readonly Webhook[] {
  const all = new Map<string, Webhook>();
  for (const event of effective) {
    if (event.type === 'WebhookRegistered') {
      all.set(event.data.endpointId, begun(event.data, event.position));
    } else if ('endpointId' in event.data) {
      const one = all.get(event.data.endpointId);
      if (one !== undefined) all.set(one.endpointId, after(one, event));
    }
  }
  return [...all.values()];
}

function begun(data: DataOf<'WebhookRegistered'>, registeredAt: bigint): Webhook {
  const { municipality: _, secretId, types, beginsOn, ...rest } = data;
  return {
    ...rest,
    types,
    beginsOn,
    registeredAt,
    secrets: [{ secretId, until: undefined }],
    pausedFor: undefined,
    removedOn: undefined,
    asked: [],
  };
}

function after(one: Webhook, event: SubscriptionEvent): Webhook {
  const asks = (asked: Pick<WebhookAsked, 'what' | 'replay'>): Webhook => ({
    ...one,
    asked: [...one.asked, { at: event.position, eventId: event.id, ...asked }],
  });
  switch (event.type) {
    case 'WebhookSecretRotated': {
      const { secretId, formerUntil } = event.data;
      const former = one.secrets.map((secret) => ({
        ...secret,
        until: secret.until !== undefined && secret.until < formerUntil ? secret.until : formerUntil,
      }));
      return { ...one, secrets: [...former, { secretId, until: undefined }] };
    }
    case 'WebhookPaused':
      return { ...one, pausedFor: event.data.cause };
    case 'WebhookResumed':
      return { ...asks({ what: 'RESUME' }), pausedFor: undefined };
    case 'WebhookReplayed':
      return asks({ what: 'REPLAY', replay: event.data });
    case 'WebhookTested':
      return asks({ what: 'TEST' });
    case 'WebhookRemoved':
      return { ...one, removedOn: event.data.removedOn };
    case 'WebhookRegistered':
    case 'SubscriptionGranted':
    case 'SubscriptionChanged':
    case 'SubscriptionPaused':
    case 'SubscriptionResumed':
    case 'SubscriptionRevoked':
    case 'SubscriptionSecretIssued':
    case 'EventStreamOpened':
    case 'EventStreamClosed':
      return one;
  }
}

/** As the log has them now. */
export async function webhooksOf(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
): Promise<readonly Webhook[]> {
  const { effective } = await log.look(subscriptionDecider, subscriptionStream(tenant));
  return webhooksIn(effective as unknown as readonly (SubscriptionEvent & Recorded)[]);
}
