import { workingDaysAfter } from '#deadlines';

/** A task, as far as it matters to whom it is left. */
export interface LeftTask {
  readonly since: string;
  /** Since when it is this party's to do, where that is later. */
  readonly heldSince: string | null;
  readonly partyId: string | null;
  readonly unit: string | null;
}

/** Whom a municipality's tasks may be left to. */
export interface Staff {
  /** As whom a registration goes on; undefined for whoever does not work there any more. */
  readonly worksAs: (partyId: string) => string | undefined;
  /** Who leads a unit; nobody's own work is the coordinating unit's. */
  readonly leaderOf: (unit: string | null) => string | undefined;
}

export interface Patience {
  readonly today: string;
  /** For how many working days a task may lie untouched. */
  readonly days: number;
  /** The day on which each was last told. */
  readonly toldOn: ReadonlyMap<string, string>;
}

/**
 * Whom the tasks wait for that have lain untouched for so many working days: whose own they are, else who leads the unit that they are left to. Told
 * again is whoever left them for as long again, and at once of what came to lie so long since.
 */
export function leftWaiting(
  tasks: Iterable<LeftTask>,
  { worksAs, leaderOf }: Staff,
  { today, days, toldOn }: Patience,
): Set<string> {
  const waitedFor = new Set<string>();
  for (const { since, heldSince, partyId, unit } of tasks) {
    const own = partyId === null ? undefined : worksAs(partyId);
    const whose = own ?? leaderOf(unit);
    if (whose === undefined || waitedFor.has(whose)) continue;
    const held = own !== undefined && heldSince !== null && heldSince > since ? heldSince : since;
    const lyingOn = workingDaysAfter(held, days);
    const told = toldOn.get(whose);
    const isTold = told !== undefined && lyingOn <= told && workingDaysAfter(told, days) > today;
    if (lyingOn <= today && !isTold) waitedFor.add(whose);
  }
  return waitedFor;
}
