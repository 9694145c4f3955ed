import { plansRunning } from '#coordination';
import { derivedId, type Reactor } from '#event-sourcing';
import type { Keys } from '#personal-data';
import { birthDateOf, subjectOf } from '#subject';
import { followUpDecider } from '../domain/decide.js';
import { insightTurnedAt, yearBefore } from '../domain/insight.js';
import { followUpStream } from '../questions.js';

const name = 'insight-ages';

export interface InsightAges {
  readonly keys: Pick<Keys, 'open'>;
  /** Who has a plan and may have reached an age in the year up to this day at which parents see otherwise, as the log has it now; others do no harm. */
  readonly turningBy: (tenant: string, day: string) => Promise<readonly string[]>;
}

/**
 * Notices on the day on which a child is 12, 16 and 18 that parents see otherwise of its plan from then on, and so on that day also after a week
 * in which nobody ran (docs/adr/0080). What they see follows from the age by itself; somebody has to hear the child.
 */
export const insightAges = ({ keys, turningBy }: InsightAges): Reactor => ({
  name,
  from: 'origin',
  streamPrefixes: ['calendar-'],
  async react(event, runner, clock) {
    const { municipality: tenant, $correlationId } = event.metadata;
    const day = event.data['day'];
    if (event.type !== 'DayBegan' || typeof day !== 'string') return;
    const today = clock.today();
    // A history that is gone through for the first time: what came then is past today.
    if (day <= yearBefore(today)) return;
    for (const person of await turningBy(tenant, day)) {
      const subject = await subjectOf(runner, tenant, person);
      const { exists, disposed, birthYear, registrations, coordinatedAs: subjectId, deathToldOn } = subject;
      if (!exists || disposed.length > 0 || deathToldOn !== undefined) continue;
      const plans = await plansRunning(runner, tenant, registrations);
      if (plans.answer.length === 0) continue;
      const birthDate = await birthDateOf({ runner, keys }, { tenant, registrations, today });
      const turned = insightTurnedAt({ birth: birthDate ?? birthYear, day, plansSince: plans.answer });
      if (turned === undefined) continue;
      const commandId = derivedId('reactor', name, event.id, person);
      await runner.run(
        followUpDecider,
        followUpStream(tenant, subjectId),
        {
          type: 'RecordStep',
          data: {
            partyIsKnown: true,
            step: 'InsightReviewDue',
            about: { subjectId },
            said: { reviewId: derivedId('insightReview', commandId), age: turned.age, dueOn: turned.since },
            asked: { coordinatorIds: [], mayCoordinate: true, mayShare: true, birthYear },
          },
        },
        {
          commandId,
          correlationId: $correlationId,
          municipality: tenant,
          actor: { partyId: derivedId('system', tenant), role: 'SYSTEM' },
          at: clock.at(),
          today,
        },
        [...subject.basis, ...plans.basis],
      );
    }
  },
});
