import { derivedId, type Reactor } from '#event-sourcing';
import type { Keys } from '#personal-data';
import { birthDateOf, subjectOf } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationStream } from '../questions.js';

const name = 'coming-of-age';

export interface ComingOfAge {
  readonly keys: Pick<Keys, 'open'>;
  /**
   * Whoever comes of some age in the year of this day, or did before, while something in their coordination goes by that age, as the log has
   * it now; others among them do no harm.
   */
  readonly comingOfAgeBy: (tenant: string, day: string) => Promise<readonly string[]>;
}

/**
 * What follows from a birthday when its day begins (docs/adr/0030), and so on that day also after a week in which nobody ran: a child coordinator
 * ends, and what guardians consented to is asked anew. Of a year of birth alone its last day counts. The day of birth is opened for those alone whose
 * birthday is in that year or was before.
 */
export const comingOfAge = ({ keys, comingOfAgeBy }: ComingOfAge): Reactor => ({
  name,
  from: 'origin',
  streamPrefixes: ['calendar-'],
  async react(event, runner, clock) {
    const { municipality: tenant, $correlationId } = event.metadata;
    const day = event.data['day'];
    if (event.type !== 'DayBegan' || typeof day !== 'string') return;
    const today = clock.today();
    for (const person of await comingOfAgeBy(tenant, day)) {
      const subject = await subjectOf(runner, tenant, person);
      const { exists, disposed, birthYear, registrations, coordinatedAs: subjectId, basis } = subject;
      if (!exists || disposed.length > 0) continue;
      const birthDate = await birthDateOf({ runner, keys }, { tenant, registrations, today });
      await runner.run(
        coordinationDecider,
        coordinationStream(tenant, subjectId),
        { type: 'ComeOfAge', data: { subjectId, day, birth: birthDate ?? birthYear } },
        {
          commandId: derivedId('reactor', name, event.id, person),
          correlationId: $correlationId,
          municipality: tenant,
          actor: { partyId: derivedId('system', tenant), role: 'SYSTEM' },
          at: clock.at(),
          today,
        },
        basis,
      );
    }
  },
});
