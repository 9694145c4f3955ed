import { derivedId, type Reactor, revises } from '#event-sourcing';
import { subjectOf } from '#subject';
import { coordinationDecider } from '../domain/decide.js';

const name = 'coordinator-gap';
const asking: readonly string[] = ['CoordinatorReleased', 'PlanStarted'];

/** Asks, when a coordinator left, a plan started that may be older, or the record of either changed, whether somebody still coordinates (U7, invariant 4). */
export const coordinatorGap: Reactor = {
  name,
  from: 'origin',
  streamPrefixes: ['coordination-'],
  async react(event, runner, clock) {
    if (!asking.includes(event.type) && !revises(event)) return;
    const { municipality, $correlationId } = event.metadata;
    const subjectId = String(event.data['subjectId']);
    const subject = await subjectOf(runner, municipality, subjectId);
    if (!subject.exists || subject.disposed.length > 0) return;
    await runner.run(
      coordinationDecider,
      event.stream,
      { type: 'DetectCoordinatorGap', data: { subjectId, birthYear: subject.birthYear } },
      {
        commandId: derivedId('reactor', name, event.id, 0),
        correlationId: $correlationId,
        municipality,
        actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
        at: clock.at(),
        today: clock.today(),
      },
      subject.basis,
    );
  },
};
