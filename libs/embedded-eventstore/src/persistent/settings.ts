import type { FilterOptions } from '../filters.js';

export type ConsumerStrategy = 'RoundRobin' | 'DispatchToSingle' | 'Pinned' | 'PinnedByCorrelation';

/** How a group is fed. Times are milliseconds; a count of 0 for subscribers means any number. */
export interface GroupSettings {
  readonly resolveLinkTos: boolean;
  readonly extraStatistics: boolean;
  readonly messageTimeout: number;
  readonly maxRetryCount: number;
  readonly checkpointAfter: number;
  readonly minCheckpointCount: number;
  readonly maxCheckpointCount: number;
  readonly maxSubscriberCount: number;
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  readonly historyBufferSize: number;
  readonly consumerStrategy: ConsumerStrategy;
  /** A revision, or for `$all` a position; the first event that is wanted. */
  readonly startFrom: number | 'end';
  readonly filter?: FilterOptions;
}

/** A group by its stream, `$all` among them, and its name. */
export interface GroupKey {
  readonly stream: string;
  readonly group: string;
}

export const allStream = '$all';

export const keyText = ({ stream, group }: GroupKey): string => `${stream}::${group}`;

/** The streams in which a group keeps what must survive a restart. */
export const checkpointStream = (key: GroupKey): string =>
  `$persistentsubscription-${keyText(key)}-checkpoint`;
export const parkedStream = (key: GroupKey): string => `$persistentsubscription-${keyText(key)}-parked`;
/** Whether a stream holds the checkpoints or the parked messages of a group over `$all`. */
export const isKeptForAll = (stream: string): boolean =>
  stream.startsWith(`$persistentsubscription-${allStream}::`) && /-(checkpoint|parked)$/.test(stream);
export const configurationStream = '$persistentSubscriptionConfig';
