import { type CommandRunner, streamName } from '#event-sourcing';
import { planInCoordination } from '#coordination';
import { planDecider } from './domain/decide.js';
import { planEvents } from './domain/events.js';

type Log = Pick<CommandRunner, 'look'>;

/** Where a plan's content is kept. */
export const planStream = (tenant: string, planId: string) => streamName(planEvents.category, tenant, planId);

/** Whose plan it is, from when and up to when, and what stands in it; undefined where there is no such plan. */
export async function planOf(log: Log, tenant: string, planId: string) {
  const [known, content] = await Promise.all([
    planInCoordination(log, tenant, planId),
    log.look(planDecider, planStream(tenant, planId)),
  ]);
  return (
    known.answer && {
      ...known.answer,
      isOpen: known.answer.closedOn === undefined,
      content: content.state,
      basis: [...known.basis, ...content.basis],
    }
  );
}

/** Who has been given access to what of a plan, whatever has become of the consent since; for what is decided, not for what is shown. */
export async function accessesIn(log: Log, tenant: string, planId: string) {
  const { state, basis } = await log.look(planDecider, planStream(tenant, planId));
  return { answer: state.accesses.filter(({ revokedOn }) => revokedOn === undefined), basis };
}

/** The unit whose leader is asked whether a measure's cost is cleared; undefined where nobody is. */
export async function clearingUnit(log: Log, tenant: string, planId: string, clearanceId: string) {
  const { state } = await log.look(planDecider, planStream(tenant, planId));
  return state.measures.find((one) => one.clearance?.clearanceId === clearanceId)?.clearance?.unit;
}
