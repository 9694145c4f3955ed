import { type Answered, type Basis, type CommandRunner, notAsked, streamName } from '#event-sourcing';
import { heldOn, type Unit, unitDecider } from './domain/unit.js';
import { unitEvents } from './domain/unit-events.js';

type Log = Pick<CommandRunner, 'look'>;

/** A stream's name has no underscore, and a code no dash. */
export const unitStream = (tenant: string, unit: string) =>
  streamName(unitEvents.category, tenant, unit.replaceAll('_', '-'));

/** What a code stands for in the register of units; a usual code, or one of a profile, may stand in none. */
export async function unitOf(
  log: Log,
  tenant: string,
  unit: string,
): Promise<{ readonly unit: Unit; readonly basis: readonly Basis[] }> {
  const { state, basis } = await log.look(unitDecider, unitStream(tenant, unit));
  return { unit: state, basis };
}

/**
 * Who leads this unit on a day: its own leader or, where it has none, that of the nearest unit above it. Of a unit that was merged by then, whoever
 * leads the one that took over. Undefined where nobody is named. `basis` is every unit that was asked.
 */
export async function leaderOf(
  log: Log,
  tenant: string,
  unit: string,
  day: string,
): Promise<Answered<string | undefined>> {
  const basis: Basis[] = [];
  const asked = new Set<string>();
  for (let code: string | undefined = unit; code !== undefined && !asked.has(code);) {
    asked.add(code);
    const found = await unitOf(log, tenant, code);
    basis.push(...found.basis);
    if (found.unit.status === 'absent') break;
    const { leaders, parents, endedOn, into }: Exclude<Unit, { readonly status: 'absent' }> = found.unit;
    const hasEnded = endedOn !== undefined && endedOn <= day;
    const leaderId = hasEnded ? undefined : heldOn(leaders, day)?.leaderId;
    if (leaderId !== undefined) return { answer: leaderId, basis };
    code = hasEnded && into !== undefined ? into : heldOn(parents, day)?.parent;
  }
  return { answer: undefined, basis };
}

/** The units above one on a day, itself first: none is asked where none is named. */
export async function unitsFrom(
  log: Log,
  tenant: string,
  unit: string | undefined,
  day: string,
): Promise<Answered<readonly string[]>> {
  if (unit === undefined) return { ...notAsked, answer: [] };
  const above: string[] = [];
  const basis: Basis[] = [];
  for (let code: string | undefined = unit; code !== undefined && !above.includes(code);) {
    above.push(code);
    const found = await unitOf(log, tenant, code);
    basis.push(...found.basis);
    code = found.unit.status === 'absent' ? undefined : heldOn(found.unit.parents, day)?.parent;
  }
  return { answer: above, basis };
}
