import { Authenticity, type EventKey } from '../authenticity.js';
import type { NewEvent } from '../event-store.js';

/** What a vault would hold. */
export const testEventKeys: readonly EventKey[] = [{ id: '00000001', key: Buffer.alloc(32, 1) }];
export const testAuthenticity = new Authenticity(testEventKeys);

/** The MAC that an event bears; empty where it bears none. */
export function macIn(event: Pick<NewEvent, 'metadata'> | undefined): string {
  const mac = event?.metadata['mac'];
  return typeof mac === 'string' ? mac : '';
}
