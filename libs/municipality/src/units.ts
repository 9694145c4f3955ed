import {
  annulment,
  type Answered,
  type Basis,
  checkChanged,
  type CommandRunner,
  correction,
  effective,
  notAsked,
  revisedBy,
  type Revision,
  streamName,
} from '#event-sourcing';
import { type StandingUnder, unitDecider, unitEvents } from './domain/unit/decide.js';
import { heldOn, type RegisteredUnit, type Unit } from './domain/unit/unit.js';

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
    const { leaders, parents, endedOn, into }: RegisteredUnit = found.unit;
    const hasEnded = endedOn !== undefined && endedOn <= day;
    const leaderId = hasEnded ? undefined : heldOn(leaders, day)?.leaderId;
    if (leaderId !== undefined) return { answer: leaderId, basis };
    code = hasEnded && into !== undefined ? into : heldOn(parents, day)?.parent;
  }
  return { answer: undefined, basis };
}

/** The units above one on a day, itself first: none is asked where none is named. */
async function unitsFrom(
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

/** The units above one as they are on a day, and again on each later one, before `until`, from which they are others. */
async function unitsFromThenOn(
  log: Log,
  tenant: string,
  unit: string | undefined,
  { from, until }: { readonly from: string; readonly until: string | undefined },
): Promise<Answered<readonly { readonly day: string; readonly above: readonly string[] }[]>> {
  const found: { day: string; above: readonly string[] }[] = [];
  const asked = new Map<string, Basis>();
  const days = new Set([from]);
  // A day that is found on the way is looked at in its turn.
  for (const day of days) {
    const above = await unitsFrom(log, tenant, unit, day);
    found.push({ day, above: above.answer });
    for (const one of above.basis) asked.set(one.stream, one);
    for (const code of above.answer) {
      for (const later of changesOf((await unitOf(log, tenant, code)).unit)) {
        if (later > from && (until === undefined || later < until)) days.add(later);
      }
    }
  }
  return { answer: found, basis: [...asked.values()] };
}

/** From which days it stands under whom. */
const changesOf = (unit: Unit): readonly string[] =>
  unit.status === 'absent' ? [] : [...new Set(unit.parents.map(({ from }) => from))].toSorted();

/**
 * Whether a unit would come to stand under itself on that day or a later one until it is placed elsewhere, or to be merged into itself in the
 * end, under or into that one.
 */
export async function wouldBeInItself(
  log: Log,
  tenant: string,
  unit: string,
  named: { readonly parent?: unknown; readonly into?: unknown },
  day: string,
): Promise<Answered<boolean>> {
  const [into, parent] = [named.into, named.parent].map((one) => (typeof one === 'string' ? one : undefined));
  const until = changesOf((await unitOf(log, tenant, unit)).unit).find((from) => from > day);
  const under = await unitsFromThenOn(log, tenant, parent, { from: day, until });
  const above = await unitsFrom(log, tenant, into, day);
  const takenOver = await takenOverBy(log, tenant, into);
  const all = [...under.answer.flatMap((one) => one.above), ...above.answer, ...takenOver.answer];
  return { answer: all.includes(unit), basis: [...under.basis, ...above.basis, ...takenOver.basis] };
}

/** This unit, that which took over from it, and so on. */
async function takenOverBy(
  log: Log,
  tenant: string,
  unit: string | undefined,
): Promise<Answered<readonly string[]>> {
  const answer: string[] = [];
  const basis: Basis[] = [];
  for (let code = unit; code !== undefined && !answer.includes(code);) {
    answer.push(code);
    const found = await unitOf(log, tenant, code);
    basis.push(...found.basis);
    code = found.unit.status === 'absent' ? undefined : found.unit.into;
  }
  return { answer, basis };
}

/**
 * Which units would stand above this one while they stand under it, or take over from it while they were merged into it, were one of its events
 * revised: those rest on its not being so. Looked at on each day from which something is told of it, or of the units above.
 */
export async function standingUnder(
  log: Log,
  tenant: string,
  unit: string,
  { revision, today }: { readonly revision: Revision; readonly today: string },
): Promise<Answered<readonly StandingUnder[]>> {
  const { history } = await log.look(unitDecider, unitStream(tenant, unit));
  const revised = history.find(({ id }) => id === revision.eventId);
  if (revised === undefined) return { ...notAsked, answer: [] };
  // What could never be said is refused before it is looked at.
  if ('changed' in revision && Object.hasOwn(unitEvents.declared, revised.type)) {
    checkChanged(unitEvents, revised.type, revision.changed);
  }
  const { reason } = revision;
  const fact =
    'reasonCode' in revision
      ? annulment(unitEvents, revised, revision.reasonCode, reason)
      : correction(unitEvents, revised, revision.changed, reason);
  const after = effective(revisedBy(history, [fact])).reduce(
    (state, event) => unitDecider.evolve(state, event as never),
    unitDecider.initialState,
  );
  const parents = after.status === 'absent' ? [] : after.parents;
  const into = after.status === 'absent' ? undefined : after.into;
  const takenOver = await takenOverBy(log, tenant, into);
  const basis: Basis[] = [...takenOver.basis];
  const found: StandingUnder[] = [];
  if (into !== undefined && takenOver.answer.includes(unit)) {
    const merged = takenOver.answer[takenOver.answer.indexOf(unit) - 1] ?? into;
    const { effective: told } = await log.look(unitDecider, unitStream(tenant, merged));
    const last = told.findLast(({ data }) => 'into' in data && data.into === unit);
    if (last) found.push({ eventId: last.id, type: last.type, stream: last.stream, into, day: today });
  }
  const days = changesOf(after);
  for (const [n, from] of days.entries()) {
    const parent = heldOn(parents, from)?.parent;
    const spans = await unitsFromThenOn(log, tenant, parent, { from, until: days[n + 1] });
    basis.push(...spans.basis);
    for (const { day, above } of spans.answer) {
      if (parent === undefined || !above.includes(unit)) continue;
      const below = above[above.indexOf(unit) - 1] ?? parent;
      const { effective: told } = await log.look(unitDecider, unitStream(tenant, below));
      const last = told.findLast(({ data }) => 'parent' in data && data.parent === unit);
      if (last) found.push({ eventId: last.id, type: last.type, stream: last.stream, parent, day });
    }
  }
  return { answer: found, basis };
}
