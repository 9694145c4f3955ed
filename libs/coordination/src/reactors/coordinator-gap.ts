import { derivedId, type Reactor, revises } from '#event-sourcing';
import { subjectOf } from '#subject';
import { coordinationDecider } from '../domain/decide.js';

const name = 'coordinator-gap';

/** Asks, when a coordinator left or the record of it changed, whether somebody still coordinates (U7, invariant 4). */
export const coordinatorGap: Reactor = {
  name,
  from: 'origin',
  streamPrefixes: ['coordination-'],
  async react(event, runner, clock) {
    if (event.type !== 'CoordinatorReleased' && !revises(event)) return;
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
