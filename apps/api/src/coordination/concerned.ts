import type { CommandContext, CommandRunner } from '#event-sourcing';
import { isOneParty, leaderOf } from '#municipality';
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
  const { answer: leaderId } = await leaderOf(runner, municipality, unit, today);
  return leaderId !== undefined && isOneParty(runner, municipality, leaderId, actor.partyId);
}

/** A coordinator, and the unit for which. */
interface Coordinating {
  readonly coordinatorId: string;
  readonly unit?: string | undefined;
}

/** Whether whoever asks is one of these coordinators, under whichever registration. */
export async function isAmong(
  runner: CommandRunner,
  { municipality, actor }: Pick<Circumstances, 'municipality' | 'actor'>,
  those: readonly Coordinating[],
): Promise<boolean> {
  const own = those.map((one) => isOneParty(runner, municipality, one.coordinatorId, actor.partyId));
  return (await Promise.all(own)).includes(true);
}

/**
 * Whether somebody may record what is one of these coordinators' to tell: whoever works for the coordinating unit, the coordinator, and the
 * leader of the coordinator's unit, or of one that reported the person; under whichever registration.
 */
export async function isConcerned(
  runner: CommandRunner,
  request: Pick<ApiRequest, 'login' | 'roles'>,
  context: Circumstances,
  those: readonly Coordinating[],
  reported: readonly string[] = [],
): Promise<boolean> {
  const has = (...roles: readonly (typeof request.roles)[number][]) =>
    roles.some((role) => request.roles.includes(role));
  if (has('CASEWORKER', 'LEADER')) return true;
  const { municipality, actor } = context;
  const asked = those.flatMap(({ coordinatorId, unit }) => [
    ...(has('COORDINATOR') ? [isOneParty(runner, municipality, coordinatorId, actor.partyId)] : []),
    ...(has('UNIT_LEADER') && unit !== undefined ? [leads(runner, request, context, unit)] : []),
  ]);
  const led = has('UNIT_LEADER') ? reported.map((unit) => leads(runner, request, context, unit)) : [];
  return (await Promise.all([...asked, ...led])).includes(true);
}
