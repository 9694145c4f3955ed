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
