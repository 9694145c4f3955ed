import { derivedId, type Reactor } from '#event-sourcing';
import type { Keys } from '#personal-data';
import { birthDateOf, subjectOf } from '#subject';
import { yearsBy } from '#vocabulary';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationStream } from '../questions.js';

const name = 'coming-of-age';

export interface ComingOfAge {
  readonly keys: Pick<Keys, 'open'>;
  /** Everybody who has a child coordinator without a day of release, as the log has it now; others among them do no harm. */
  readonly childrenOf: (tenant: string) => Promise<readonly string[]>;
}

/**
 * Ends a child coordinator on the 18th birthday: what follows from a day that begins (docs/adr/0030), and so on that day also after a week in which
 * nobody ran. Of a year of birth alone its last day counts. The day of birth is opened only in the year of the birthday or later.
 */
export const comingOfAge = ({ keys, childrenOf }: ComingOfAge): Reactor => ({
  name,
  from: 'origin',
  streamPrefixes: ['calendar-'],
  async react(event, runner, clock) {
    const { municipality: tenant, $correlationId } = event.metadata;
    const day = event.data['day'];
    if (event.type !== 'DayBegan' || typeof day !== 'string') return;
    const today = clock.today();
    for (const child of await childrenOf(tenant)) {
      const subject = await subjectOf(runner, tenant, child);
      const { exists, disposed, birthYear, registrations, coordinatedAs: subjectId, basis } = subject;
      const isThisYear =
        birthYear === undefined || Number(day.slice(0, 4)) >= birthYear + yearsBy('MAJORITY', day);
      if (!exists || disposed.length > 0 || !isThisYear) continue;
      const birthDate = await birthDateOf({ runner, keys }, { tenant, registrations, today });
      await runner.run(
        coordinationDecider,
        coordinationStream(tenant, subjectId),
        { type: 'EndAtMajority', data: { subjectId, day, birth: birthDate ?? birthYear } },
        {
          commandId: derivedId('reactor', name, event.id, child),
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
