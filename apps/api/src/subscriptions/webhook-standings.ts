import { Inject, Injectable } from '@nestjs/common';
import { Cursors } from '#apps/feed/src/cursor';
import { pauseCauses, type Webhook, contactRoles } from '#subscription';
import type { WaitingDelivery, WebhookCounts, WebhookPlace } from '#personal-data';
import { ApiParts } from '../api-parts.js';
import { sayFault } from '../problems/fault-sentences.js';
import { Problem } from '../problems/problem.js';
import {
  code,
  codeOf,
  date,
  instant,
  integer,
  list,
  object,
  orNull,
  personal,
  text,
} from '../reading/shape.js';
import { publicEventTypes } from '#public-events';
import { Following } from './following.js';

export const webhookShape = object({
  endpointId: text(),
  subscriptionId: text(),
  url: personal(),
  types: orNull(list(code(publicEventTypes))),
  contactRole: codeOf(contactRoles),
  registeredOn: date(),
  removedOn: orNull(date()),
  pausedFor: orNull(codeOf(pauseCauses, 'Why nothing is sent there')),
  formerSecretUntil: orNull(instant()),
  taken: integer(),
  takenAt: orNull(instant()),
  waiting: integer(),
  parked: integer(),
  nextTryAt: orNull(instant()),
  failingSince: orNull(instant()),
  fault: orNull(text('Why it did not take the last one')),
  lagEvents: orNull(integer()),
  lagSeconds: orNull(integer()),
});

export const parkedShape = object({
  eventId: text(),
  type: text(),
  attempts: integer(),
  parkedAt: orNull(instant()),
  fault: orNull(text()),
});

const at = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
const none: WebhookCounts = { waiting: 0, parked: 0, nextAt: undefined };

/** How receivers of public events stand: by what the process that sends has written down. */
@Injectable()
export class WebhookStandings {
  private readonly cursors: Cursors;

  constructor(
    private readonly following: Following,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {
    this.cursors = new Cursors(parts.vault.subscribers.cursorKey);
  }

  async of(tenant: string, webhooks: readonly Webhook[], nowMs: number) {
    const { webhooks: places } = this.parts.vault;
    const [known, counts] = await Promise.all([places.placesIn(tenant), places.countsIn(tenant)]);
    return Promise.all(
      webhooks.map(async (webhook) => {
        const { endpointId } = webhook;
        const found = known.get(endpointId);
        const place = found?.logId === this.parts.logId ? found : undefined;
        const lag = place && (await this.following.behind(tenant, place.position, nowMs));
        return { ...shownWebhook(webhook), ...standing(place, counts.get(endpointId) ?? none), ...lag };
      }),
    );
  }

  /** The position that a cursor stands for; refused where it is of another log or municipality, or none. */
  positionOf(tenant: string, cursor: string): number {
    const place = this.cursors.read(cursor);
    const isGood = place?.tenant === tenant && place.logId === this.parts.logId;
    if (!isGood || place.position > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new Problem('invalid-body', { errors: [{ path: 'after', message: sayFault('cursor') }] });
    }
    return Number(place.position);
  }

  async parkedOf(tenant: string, endpointId: string) {
    const parked = await this.parts.vault.webhooks.parkedOf({ tenant, endpointId }, mostParked);
    return parked.map(shownParked);
  }
}

const mostParked = 200;

function shownWebhook(one: Webhook) {
  const { asked: _, begins: __, beginsOn: ___, registeredAt: ____, secrets, ...webhook } = one;
  const { types = null, pausedFor = null, removedOn = null } = webhook;
  return { ...webhook, types, pausedFor, removedOn, formerSecretUntil: secrets.at(-2)?.until ?? null };
}

const standing = (place: WebhookPlace | undefined, { waiting, parked, nextAt }: WebhookCounts) => ({
  taken: place?.taken ?? 0,
  takenAt: at(place?.takenAt),
  waiting,
  parked,
  nextTryAt: at(place?.nextAt ?? nextAt),
  failingSince: at(place?.failingSince),
  fault: place?.fault ?? null,
  lagEvents: null as number | null,
  lagSeconds: null as number | null,
});

const shownParked = ({ eventId, type, attempts, parkedAt, fault }: WaitingDelivery) => ({
  eventId,
  type,
  attempts,
  parkedAt: at(parkedAt),
  fault: fault ?? null,
});
