import { randomUUID } from 'node:crypto';
import { Authenticity, type EventKey } from './authenticity.js';
import type { EventStore, JsonObject } from './event-store.js';
import { logStream, readLogId } from './log-id.js';
import { recordedAtAfter } from './recorded-at.js';
import type { Sealing } from './sealing.js';
import { isTakeover, type Survey, surveyed, surveyIn, takeoverType } from './takeover.js';

export interface Adoption {
  readonly store: EventStore;
  readonly keys: readonly EventKey[];
  readonly sealing: Pick<Sealing, 'seal'>;
  /** Of the streams that are Samspor's. */
  readonly streamPrefixes: readonly string[];
  /** Who answers for it, and why it can be trusted; both are sealed. */
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export type Adopted =
  | { readonly outcome: 'taken-over'; readonly survey: Survey }
  /** It was before. `isSame`: what was taken over then is what the log holds still. */
  | { readonly outcome: 'standing'; readonly survey: Survey; readonly isSame: boolean };

/**
 * Takes over a log from before events were authenticated: notes in the log, authenticated itself, how far an operator believes what it
 * holds. What was there before is believed from then on, whatever comes after only with its MAC. Once: later calls look whether it is the same.
 */
export async function adoptLog(adoption: Adoption): Promise<Adopted> {
  const { store, keys, streamPrefixes } = adoption;
  const logId = await readLogId(store);
  const [first, ...more] = await store.read(logStream);
  if (logId === undefined || first === undefined) {
    throw new Error('The event store holds no log of Samspor: there is nothing to take over.');
  }
  if (first.metadata['mac'] !== undefined) {
    throw new Error(
      'The events of this log are authenticated from the first on: there is nothing to take over.',
    );
  }
  const authenticity = new Authenticity(keys);
  const takeover = more.find((event) => isTakeover(event, logId, authenticity));
  if (takeover !== undefined) {
    const survey = surveyIn(takeover);
    const now = await surveyed(store, streamPrefixes, survey.last);
    return { outcome: 'standing', survey, isSame: now?.digest === survey.digest };
  }
  const survey = await surveyed(store, streamPrefixes);
  if (survey === undefined) throw new Error('The log cannot be read: it ended before its first event.');
  const last = more.at(-1) ?? first;
  const at = recordedAtAfter(last.metadata['recordedAt'], adoption.at);
  const note = await noteOf({ ...adoption, at }, logId, survey);
  const expected = last.revision;
  await store.append(logStream, expected, authenticity.signed(logStream, expected, [note]));
  return { outcome: 'taken-over', survey };
}

async function noteOf({ sealing, by, reason, at }: Adoption, logId: string, survey: Survey) {
  const id = randomUUID();
  const of = { tenant: 'samspor', owner: logId, class: 'PARTY', stream: logStream, eventId: id } as const;
  const [sealedBy, sealedReason] = await sealing.seal([
    { ...of, field: 'by', text: by },
    { ...of, field: 'reason', text: reason },
  ]);
  return {
    id,
    type: takeoverType,
    data: { logId, ...survey, by: sealedBy, reason: sealedReason } as unknown as JsonObject,
    metadata: { recordedAt: at, schemaVersion: 1 },
  };
}
