import { dayOf } from '#deadlines';
import {
  annotated,
  type CodeIn,
  codeList,
  effective,
  isAnnulment,
  type Recorded,
  revises,
} from '#event-sourcing';
import { dayTold } from '#projections/audit-trail/days';

/** In which of two senses something is asked of a day (docs/adr/0062). */
export const senses = codeList('asOfSense', {
  TRUE_ON: ['det som hadde skjedd', 'det som hadde hendt'],
  KNOWN_ON: ['det som var skrevet inn', 'det som var skrive inn'],
});
export type Sense = CodeIn<typeof senses>;

/** A day, a local date in Norway, and what is meant by it. */
export interface AsOf {
  readonly day: string;
  readonly sense: Sense;
}

/** The day on which an event was recorded. */
export const recordedOn = ({ metadata }: Recorded): string => dayOf(metadata.recordedAt);

/**
 * The events of one stream that count as of a day. `KNOWN_ON`: those recorded before the midnight that ends it, so what was corrected later stands
 * as it stood. `TRUE_ON`: what had happened by then, as it is known now, with every correction of it. Whatever reads histories reads this one.
 */
export function historyAsOf<R extends Recorded>(history: readonly R[], { day, sense }: AsOf): readonly R[] {
  if (sense === 'KNOWN_ON') return history.filter((event) => recordedOn(event) <= day);
  const days = trueDays(history);
  const byId = new Map(history.map((event) => [event.id, event]));
  return history.filter((event) => (days.get(rootOf(event, byId)) ?? '') <= day);
}

/**
 * On which day each event of a stream counts as having happened, by its id: as it reads now, and no later than it was recorded, since what is
 * arranged ahead is so from then. What was struck out counts on its own day.
 */
export function trueDays(history: readonly Recorded[]): ReadonlyMap<string, string> {
  const asItReads = new Map(effective(history).map(({ id, data }) => [id, data]));
  return new Map(
    history
      .filter((event) => !revises(event))
      .map((event) => {
        const { id, type, data, metadata } = event;
        const happened = dayTold(type, asItReads.get(id) ?? data) ?? metadata.occurredOn;
        const recorded = recordedOn(event);
        return [id, happened < recorded ? happened : recorded] as const;
      }),
  );
}

/** The id of the event that a correction or an annulment is of in the end; its own of any other. */
export function rootOf(event: Recorded, byId: ReadonlyMap<string, Recorded>): string {
  const corrects = byId.get(String(event.data['corrects']));
  return revises(event) && corrects !== undefined ? rootOf(corrects, byId) : event.id;
}

const onTheWrong: readonly unknown[] = ['WRONG_PERSON', 'WRONG_CASE'];

/** Whether an event was struck out as recorded about the wrong person or in the wrong case, by its reason code. */
export const isOnTheWrong = (reasonCode: unknown): boolean => onTheWrong.includes(reasonCode);

/** Ids of the events of a stream that were struck out as such, with the corrections of them. Their texts are not for who reads the case. */
export function misplacedIn(history: readonly Recorded[]): ReadonlySet<string> {
  const struckOut = new Set(
    annotated(history)
      .filter(({ annulledBy }) => annulledBy !== undefined && isOnTheWrong(annulledBy.data['reasonCode']))
      .map(({ event }) => event.id),
  );
  const ofThem = history.filter(
    (event) => revises(event) && !isAnnulment(event) && struckOut.has(String(event.data['corrects'])),
  );
  return new Set([...struckOut, ...ofThem.map(({ id }) => id)]);
}
