import type { Decider, Intent } from '#event-sourcing/decider';
import { digest, type EventOf, events, id, integer, v1 } from '#event-sourcing/event';

/** Where the access log ended, noted where it is not kept (docs/adr/0059): whoever cuts its end would have to change the log too. Nothing in it is about anybody. */
export const accessLogEvents = events(
  { category: 'accesslog', owner: 'municipality', class: 'UNIT' },
  { AccessLogAnchored: v1({ municipality: id(), entry: integer(1), mac: digest() }) },
);

/** An end that was noted. */
export interface Anchor {
  /** The place of the last entry. */
  readonly entry: number;
  readonly mac: string;
}
export type AnchorAccessLog = Intent<'AnchorAccessLog', Anchor & { readonly municipality: string }>;

/** Every end that was noted, in order. An end that does not lie beyond the last one is not noted again. */
export const accessLogDecider: Decider<readonly Anchor[], AnchorAccessLog, typeof accessLogEvents> = {
  events: accessLogEvents,
  initialState: [],
  evolve: (anchors, { data: { entry, mac } }: EventOf<typeof accessLogEvents>) => [
    ...anchors,
    { entry, mac },
  ],
  decide: ({ data }, anchors) =>
    data.entry > (anchors.at(-1)?.entry ?? 0) ? [{ type: 'AccessLogAnchored', data }] : [],
};
