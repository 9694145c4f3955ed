import type { LedFrom, UnderFrom } from './projection.js';

/** What tells who leads a unit. */
interface Led {
  readonly unit: string;
  readonly leaders: readonly LedFrom[];
  readonly parents: readonly UnderFrom[];
  readonly endedOn: string | null;
  readonly mergedInto: string | null;
}

/** Of what held from a day on, what holds on this one: of one day what was told last. */
export const heldOn = <T extends { readonly from: string }>(told: readonly T[], day: string): T | undefined =>
  told
    .filter(({ from }) => from <= day)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .at(-1);

/** Who leads a unit on a day by these rows of one municipality, as `leaderOf` has it from the log. */
export function leaderIn(rows: ReadonlyMap<string, Led>, unit: string, day: string): string | undefined {
  const asked = new Set<string>();
  for (let code: string | null = unit; code !== null && !asked.has(code);) {
    asked.add(code);
    const row: Led | undefined = rows.get(code);
    if (row === undefined) return undefined;
    const hasEnded = row.endedOn !== null && row.endedOn <= day;
    const leaderId = hasEnded ? undefined : heldOn(row.leaders, day)?.leaderId;
    if (leaderId !== undefined) return leaderId;
    code = (hasEnded ? row.mergedInto : null) ?? heldOn(row.parents, day)?.parent ?? null;
  }
  return undefined;
}

/** The units that somebody with these ids leads on a day: by name, or since a unit without a leader stands under theirs. */
export function unitsLedBy(units: readonly Led[], partyIds: readonly string[], day: string): string[] {
  const rows = new Map(units.map((row) => [row.unit, row]));
  return [...rows.keys()].filter((unit) => partyIds.includes(leaderIn(rows, unit, day) ?? ''));
}
