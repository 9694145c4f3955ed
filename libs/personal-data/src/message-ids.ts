import { derivedId } from '#event-sourcing';
import type { Lookups } from './lookups.js';

/** What a message from another system opens is known by an id that follows from the message's own: the same however often it comes (docs/adr/0036). */
export class MessageIds {
  readonly #lookups: Lookups;

  constructor(lookups: Lookups) {
    this.#lookups = lookups;
  }

  /** Without the municipality's key it tells nothing of the message's id. */
  idOf(tenant: string, messageId: string): string {
    return derivedId('message', this.#lookups.hash('message', tenant, messageId).toString('base64'));
  }
}
