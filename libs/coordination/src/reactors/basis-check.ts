import { caseEvents, grantFor } from '#casework';
import {
  type CommandRunner,
  derivedId,
  partsOf,
  type Reactor,
  type Recorded,
  revises,
} from '#event-sourcing';
import { subjectOf } from '#subject';
import { grantTo } from '../application/circumstances.js';
import { coordinationDecider } from '../domain/decide.js';
import { caseIdsIn, coordinationStream } from '../questions.js';

const name = 'basis-check';
const decisions: readonly string[] = ['DecisionMade', 'DecisionAmended', 'DecisionSetAside'];
const mayChangeDecision = (type: string) => decisions.includes(type) || revises({ type });

/**
 * Asks, when a decision or what rests on it has changed, whether the one still carries the other (invariant 5). Commands see to that
 * themselves as far as they can know; two at the same moment, each in its own stream, cannot.
 */
export const basisCheck: Reactor = {
  name,
  from: 'origin',
  streamPrefixes: ['case-', 'coordination-'],
  passesOver: new Set(Object.keys(caseEvents.all).filter((type) => !mayChangeDecision(type))),
  async react(event, runner, clock) {
    const caseIds = await casesTouched(event, runner);
    if (caseIds.length === 0) return;
    const { municipality, $correlationId } = event.metadata;
    const subject = await subjectOf(runner, municipality, String(event.data['subjectId']));
    if (!subject.exists || subject.disposed.length > 0) return;
    const { coordinatedAs: subjectId, registrations } = subject;
    for (const [index, caseId] of caseIds.entries()) {
      const { basis, ...grant } = await grantFor(runner, municipality, caseId);
      await runner.run(
        coordinationDecider,
        coordinationStream(municipality, subjectId),
        {
          type: 'CheckBasis',
          data: { subjectId, caseId, grant: grantTo({ subjectId, registrations }, grant) },
        },
        {
          commandId: derivedId('reactor', name, event.id, index),
          correlationId: $correlationId,
          municipality,
          actor: { partyId: derivedId('system', municipality), role: 'SYSTEM' },
          at: clock.at(),
          today: clock.today(),
        },
        [...subject.basis, ...basis],
      );
    }
  },
};

/** The cases whose decision the event may have changed, or rests on. */
async function casesTouched(event: Recorded, runner: CommandRunner): Promise<readonly string[]> {
  const parts = partsOf(event.stream);
  if (parts?.category === 'case') {
    return mayChangeDecision(event.type) ? [parts.id] : [];
  }
  if (revises(event)) {
    const { history } = await runner.look(coordinationDecider, event.stream);
    return caseIdsIn(history);
  }
  const isNotice = event.type === 'BasisLost' || event.type === 'BasisRegained';
  return isNotice ? [] : caseIdsIn([event]);
}
