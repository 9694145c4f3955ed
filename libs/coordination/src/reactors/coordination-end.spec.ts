import type { IntentOf } from '#event-sourcing';
import { contextOf, livedLog, tenant } from '../application/log.testing.js';
import { coordinationDecider } from '../domain/decide.js';
import { intent, subjectId } from '../domain/facts.testing.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { coordinationStream } from '../questions.js';
import { coordinationEnd } from './coordination-end.js';

const clock = { at: () => '2026-03-02T10:00:00.000Z', today: () => '2026-03-02' };
const stream = coordinationStream(tenant, subjectId);

async function coordinated() {
  const log = await livedLog();
  const run = (key: string, wish: IntentOf<CoordinationIntent>) =>
    log.runner.run(coordinationDecider, stream, wish, contextOf(key));
  await log.decide('GRANTED');
  await run('consent', intent.consent());
  await run('appoint', intent.appoint({ appointmentId: 'appointment-1' }));
  await run('plan', intent.start());
  /** Shows the reactor the whole log. */
  const react = async () => {
    for (const stored of log.store.all) {
      const isItsOwn = coordinationEnd.streamPrefixes.some((prefix) => stored.stream.startsWith(prefix));
      if (isItsOwn && !coordinationEnd.passesOver?.has(stored.type)) {
        await coordinationEnd.react(log.codec.decode(stored), log.runner, clock);
      }
    }
  };
  const ends = async () => (await log.coordination()).effective.slice(3).map(({ type }) => type);
  return { ...log, run, react, ends };
}
const all = ['CoordinatorReleased', 'PlanClosed', 'CoordinationEnded'];

describe('D1 The reactor to a death', () => {
  it('ends what is coordinated, once, in the name of the system', async () => {
    const log = await coordinated();
    await log.react();
    expect(await log.ends()).toEqual([]);
    await log.die();
    await log.react();
    await log.react();
    expect(await log.ends()).toEqual(all);
    const { history } = await log.coordination();
    expect(history.at(-1)?.metadata).toMatchObject({ actor: { role: 'SYSTEM' }, municipality: tenant });
  });

  it('ends what began at the same moment', async () => {
    const log = await coordinated();
    await log.die();
    await log.react();
    await log.run('late', intent.appoint({ temporary: true, deathToldOn: '2026-03-02' }));
    await log.react();
    expect(await log.ends()).toEqual([
      ...all,
      'CoordinatorAppointed',
      'CoordinatorReleased',
      'CoordinationEnded',
    ]);
  });

  it('takes the ends back, and ends anew when the death stands after all', async () => {
    const log = await coordinated();
    await log.die();
    await log.react();
    await log.revive();
    await log.react();
    await log.react();
    expect(await log.ends()).toEqual([]);
    await log.die();
    await log.react();
    expect(await log.ends()).toEqual(all);
  });

  it('leaves a person alone whose data was disposed of', async () => {
    const log = await coordinated();
    await log.die();
    await log.dispose();
    await log.react();
    expect(await log.ends()).toEqual([]);
  });
});
