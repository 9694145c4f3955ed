import type { CommandContext, CommandRunner } from '#event-sourcing';
import { leaderOf } from '#municipality';
import type { ApiRequest } from '../auth/authenticate.js';
import { standingIn } from '../auth/login.js';

type Circumstances = Pick<CommandContext, 'municipality' | 'actor' | 'today'>;

/** Whether a unit is led by whoever asks: by the register of units, or by the token. */
export async function leads(
  runner: CommandRunner,
  { login }: Pick<ApiRequest, 'login'>,
  { municipality, actor, today }: Circumstances,
  unit: string,
): Promise<boolean> {
  if (standingIn(login, municipality).units.includes(unit)) return true;
  return (await leaderOf(runner, municipality, unit, today)).answer === actor.partyId;
}

/** A coordinator, and the unit for which. */
interface Coordinating {
  readonly coordinatorId: string;
  readonly unit?: string | undefined;
}

/**
 * Whether somebody may record what is one of these coordinators' to tell: whoever works for the coordinating unit, the coordinator, and the
 * leader of the coordinator's unit.
 */
export async function isConcerned(
  runner: CommandRunner,
  request: Pick<ApiRequest, 'login' | 'roles'>,
  context: Circumstances,
  those: readonly Coordinating[],
): Promise<boolean> {
  const has = (...roles: readonly (typeof request.roles)[number][]) =>
    roles.some((role) => request.roles.includes(role));
  if (has('CASEWORKER', 'LEADER')) return true;
  if (has('COORDINATOR') && those.some((one) => one.coordinatorId === context.actor.partyId)) return true;
  if (!has('UNIT_LEADER')) return false;
  const led = await Promise.all(
    those.flatMap(({ unit }) => (unit === undefined ? [] : [leads(runner, request, context, unit)])),
  );
  return led.includes(true);
}
