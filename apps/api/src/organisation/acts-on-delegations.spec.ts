import { codec } from '#apps/codec';
import { CommandRunner } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { Log } from '../../../../projections/log.testing.js';
import { actsOnDelegations } from './acts-on-delegations.js';

describe('what was done on a delegation', () => {
  it('is found in each stream that names it, few of which are read at once', async () => {
    const log = new Log();
    const people = Array.from({ length: 120 }, (_, n) => `subject-${n}`);
    for (const subjectId of people) {
      await log.inCoordination(subjectId, {
        type: 'CoordinatorAppointed',
        data: {
          subjectId,
          appointmentId: `appointment-${subjectId}`,
          coordinatorId: 'party-7',
          caseId: 'case-1',
          kind: 'ORDINARY',
          temporary: false,
          validFrom: '2026-02-10',
          wishFollowed: 'YES',
          delegatedBy: 'MUNICIPAL_DIRECTOR',
          delegationId: subjectId === 'subject-0' ? 'another' : 'delegation-1',
        },
      });
    }
    const runner = new CommandRunner(log.store, codec, plainSealing);
    let reading = 0;
    let most = 0;
    const look = (async (...asked: Parameters<typeof runner.look>) => {
      reading += 1;
      most = Math.max(most, reading);
      return runner.look(...asked).finally(() => (reading -= 1));
    }) as typeof runner.look;
    const acts = await actsOnDelegations({ store: log.store, runner: { look } }).of('1576', 'delegation-1');
    expect(acts).toHaveLength(119);
    expect(acts[0]).toMatchObject({
      scope: 'APPOINT_COORDINATOR',
      toRole: 'KE',
      fromRole: 'MUNICIPAL_DIRECTOR',
    });
    expect(new Set(acts.map(({ day }) => day))).toEqual(new Set(['2026-02-10']));
    expect(most).toBeLessThanOrEqual(20);
  });
});
