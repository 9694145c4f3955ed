import { listedRefusals } from '../../domain/party/listed.js';
import { unitDecider, type UnitStep } from '../../domain/unit/decide.js';
import { heldOn } from '../../domain/unit/unit.js';
import { unitStream } from '../../units.js';
import { recordUnitStep, type ToldUnitStep } from '../record-unit-step.js';
import { type Imported, type Importing, numbered, openedTexts, partyBy } from './importing.js';
import type { ListedUnit } from './listed.js';

/** Establishes a unit of the list, or records what the list has otherwise than the register: names and parent. Whoever it stands under comes first. */
export async function importUnit(
  importing: Importing,
  { code: unit, nb, nn, parent, establishedOn }: ListedUnit,
): Promise<Imported> {
  const { municipality, today } = importing.contextOf();
  const { state, effective } = await importing.runner.look(unitDecider, unitStream(municipality, unit));
  const record = recorderOf(importing, unit);
  if (state.status === 'absent') {
    await record('UnitEstablished', {
      nb,
      nn,
      ...(parent !== undefined && { parent }),
      ...(establishedOn !== undefined && { establishedOn }),
    });
    return { kind: 'NEW', changes: [] };
  }
  const changes: string[] = [];
  const named = effective.findLast(({ data }) => 'nb' in data)?.data as
    { nb: unknown; nn: unknown } | undefined;
  const names = await openedTexts(importing, [named?.nb, named?.nn]);
  if (names[0] !== nb || names[1] !== nn) {
    await record('UnitRenamed', { nb, nn });
    changes.push('name');
  }
  if (parent !== undefined && heldOn(state.parents, today)?.parent !== parent) {
    await record('UnitMovedUnder', { parent });
    changes.push('parent');
  }
  return imported(changes);
}

/** What waits until everybody of the list is known, and every unit there: who leads it, and its end. */
export async function concludeUnit(
  importing: Importing,
  { code: unit, leader, endedOn }: ListedUnit,
): Promise<Imported> {
  const { municipality, today } = importing.contextOf();
  const { state } = await importing.runner.look(unitDecider, unitStream(municipality, unit));
  const changes: string[] = [];
  if (state.status === 'absent') return imported(changes);
  const record = recorderOf(importing, unit);
  const leaderId =
    leader === undefined ? undefined : await partyBy(importing, numbered(municipality, leader));
  if (leader !== undefined && leaderId === undefined) throw listedRefusals.refusal('not-listed');
  if (leaderId !== undefined && heldOn(state.leaders, today)?.leaderId !== leaderId) {
    await record('UnitLeaderNamed', { leaderId });
    changes.push('leader');
  }
  if (endedOn !== undefined && state.endedOn !== endedOn) {
    await record('UnitEnded', { endedOn });
    changes.push('end');
  }
  return imported(changes);
}

const imported = (changes: readonly string[]): Imported => ({
  kind: changes.length === 0 ? 'UNCHANGED' : 'CHANGED',
  changes,
});

const recorderOf =
  ({ runner, parties, contextOf }: Importing, unit: string) =>
  <Type extends UnitStep>(step: Type, told: ToldUnitStep<Type>) =>
    recordUnitStep(runner, parties, { step, data: { ...told, unit }, context: contextOf() });
