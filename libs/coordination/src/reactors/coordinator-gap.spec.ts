import { CommandRunner, derivedId, type Recorded } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { subjectStream } from '#subject';
import type { IntentOf } from '#event-sourcing';
import { coordinationDecider } from '../domain/decide.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { intent, subjectId } from '../domain/facts.testing.js';
import { contextOf, livedLog, tenant } from '../application/log.testing.js';
import { coordinationStream } from '../questions.js';
import { coordinatorGap } from './coordinator-gap.js';

const clock = { at: () => '2026-03-02T10:00:00.000Z', today: () => '2026-03-02' };
const stream = coordinationStream(tenant, subjectId);

async function afterRelease(reasonCode: 'LEFT_POSITION' | 'NEED_CEASED' = 'LEFT_POSITION') {
  const log = await livedLog();
  const run = (key: string, wish: IntentOf<CoordinationIntent>) =>
    log.runner.run(coordinationDecider, stream, wish, contextOf(key));
  await run('consent', intent.consent());
  await run('appoint', intent.appoint({ appointmentId: 'appointment-1' }));
  await run('release', intent.release({ reasonCode, personAgrees: true }));
  const react = async () => {
    const { history } = await log.coordination();
    for (const event of history) await coordinatorGap.react(event, log.runner, clock);
  };
  return { ...log, run, react };
}
const gaps = (history: readonly Recorded[]) =>
  history.filter(({ type }) => type === 'CoordinatorGapDetected');

describe('The reactor to a coordinator who left', () => {
  it('records the gap once, in the name of the system, however often it sees the event', async () => {
    const log = await afterRelease();
    await log.react();
    await log.react();
    const found = gaps((await log.coordination()).history);
    expect(found).toMatchObject([
      {
        data: { subjectId, appointmentId: 'appointment-1', kind: 'ORDINARY', since: '2026-02-15' },
        metadata: { actor: { role: 'SYSTEM' }, municipality: tenant, $correlationId: 'release' },
      },
    ]);
  });

  it('records it under an id that follows from the event, with what it asked of the person', async () => {
    const log = await afterRelease();
    const release = (await log.coordination()).history.at(-1) as Recorded;
    await log.react();
    const [found] = gaps((await log.coordination()).history);
    expect(found?.metadata).toMatchObject({
      $causationId: derivedId('reactor', 'coordinator-gap', release.id, 0),
      basis: [{ stream: subjectStream(tenant, subjectId), revision: 0 }],
    });
  });

  it('records it once also when two hosts react at the same time', async () => {
    const log = await afterRelease();
    const { history } = await log.coordination();
    const release = history.at(-1) as Recorded;
    const other = new CommandRunner(log.store, log.codec, plainSealing);
    await Promise.all([
      coordinatorGap.react(release, log.runner, clock),
      coordinatorGap.react(release, other, clock),
    ]);
    expect(gaps((await log.coordination()).history)).toHaveLength(1);
  });

  it('records nothing where somebody took over by then', async () => {
    const log = await afterRelease();
    await log.run('successor', intent.appoint({ validFrom: '2026-02-15' }));
    await log.react();
    expect(gaps((await log.coordination()).history)).toEqual([]);
  });

  it('notices when the successor was recorded in error', async () => {
    const log = await afterRelease();
    const { events } = await log.run('successor', intent.appoint({ validFrom: '2026-02-15' }));
    await log.react();
    await log.run('wrong', intent.annul(events[0]?.id ?? ''));
    // The entry alone: the release, seen again, would have the gap noticed too.
    const entry = (await log.coordination()).history.at(-1) as Recorded;
    await coordinatorGap.react(entry, log.runner, clock);
    expect(gaps((await log.coordination()).history)).toHaveLength(1);
  });

  it('notices when a plan is recorded that was running as the last one left', async () => {
    const log = await afterRelease('NEED_CEASED');
    await log.react();
    expect(gaps((await log.coordination()).history)).toEqual([]);
    await log.run('plan', intent.start());
    const entry = (await log.coordination()).history.at(-1) as Recorded;
    await coordinatorGap.react(entry, log.runner, clock);
    expect(gaps((await log.coordination()).history)).toHaveLength(1);
  });

  it('leaves a person alone whose data was disposed of', async () => {
    const log = await afterRelease();
    await log.dispose();
    await log.react();
    expect(gaps((await log.coordination()).history)).toEqual([]);
  });
});
