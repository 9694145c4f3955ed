import type { Revision } from '#event-sourcing';
import type { ListedPlace } from './listed.js';

/** A period in a unit as it is recorded, its texts opened, and in which events. */
export interface KnownPlace {
  readonly eventId: string;
  readonly engagementId: string;
  readonly unit: string;
  readonly role: string;
  readonly represents: string | undefined;
  readonly title: string | undefined;
  readonly employer: string | undefined;
  readonly from: string;
  readonly until: string | undefined;
  /** The event that ended it, where one did. */
  readonly endEventId: string | undefined;
}

/** What is to be recorded so that the register has what a line has. */
export type PlaceChange =
  | { readonly of: 'BEGINS'; readonly from: string }
  | { readonly of: 'ENDS'; readonly engagementId: string; readonly until: string }
  | { readonly of: 'CORRECTS'; readonly what: readonly string[]; readonly revision: Revision };

const last = '9999-12-31';
const reason = 'Import';

/**
 * What a line of the list says otherwise than the register. An empty cell says nothing: a title, an end or a first day that the list leaves out
 * stays. Without a first day it is about the period that goes on, or about the last one where the list tells its end.
 */
export function differing(line: ListedPlace, known: readonly KnownPlace[], today: string): PlaceChange[] {
  const place = placeOf(line, known, today);
  if (place === undefined) return [{ of: 'BEGINS', from: line.from ?? today }];
  const { eventId, engagementId, endEventId } = place;
  const corrected = {
    ...(line.from !== undefined && line.from !== place.from && { engagedFrom: line.from }),
    ...(line.title !== undefined && line.title !== place.title && { title: line.title }),
    ...(line.employer !== undefined && line.employer !== place.employer && { employer: line.employer }),
  };
  const what = Object.keys(corrected).map((name) => (name === 'engagedFrom' ? 'first day' : name));
  const changes: PlaceChange[] =
    what.length === 0 ? [] : [{ of: 'CORRECTS', what, revision: { eventId, changed: corrected, reason } }];
  if (line.until === undefined || line.until === place.until) return changes;
  return [
    ...changes,
    endEventId === undefined
      ? { of: 'ENDS', engagementId, until: line.until }
      : {
          of: 'CORRECTS',
          what: ['last day'],
          revision: { eventId: endEventId, changed: { endedOn: line.until }, reason },
        },
  ];
}

function placeOf(line: ListedPlace, known: readonly KnownPlace[], today: string): KnownPlace | undefined {
  const alike = known
    .filter(
      ({ unit, role, represents }) =>
        unit === line.unit && role === line.role && represents === line.represents,
    )
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const { from, until } = line;
  if (from === undefined) {
    const [latest] = alike;
    return until === undefined ? alike.find((one) => (one.until ?? last) >= today) : latest;
  }
  return (
    alike.find((one) => one.from === from) ??
    alike.find((one) => from <= (one.until ?? last) && one.from <= (until ?? last))
  );
}
