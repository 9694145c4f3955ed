import { caseStream } from '#casework';
import { CommandRunner, type IntentOf, type Recorded } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { contextOf, livedLog, tenant } from '../application/log.testing.js';
import { coordinationDecider } from '../domain/decide.js';
import { caseId, grant, intent, subjectId } from '../domain/facts.testing.js';
import type { CoordinationIntent } from '../domain/intents.js';
import { coordinationStream } from '../questions.js';
import { basisCheck } from './basis-check.js';

const clock = { at: () => '2026-03-02T10:00:00.000Z', today: () => '2026-03-02' };
const stream = coordinationStream(tenant, subjectId);

/** A granted case and a consent; what is appointed here was decided on a grant that may be gone by now. */
async function granted() {
  const log = await livedLog();
  const run = (key: string, wish: IntentOf<CoordinationIntent>) =>
    log.runner.run(coordinationDecider, stream, wish, contextOf(key));
  await log.decide('GRANTED');
  await run('consent', intent.consent());
  const appoint = async () => {
    const { events } = await run('appoint', intent.appoint({ appointmentId: 'appointment-1' }));
    return events[0]?.id ?? '';
  };
  const reactFrom = async (from: number, runner = log.runner) => {
    for (const stored of log.store.all.slice(from)) {
      const isItsOwn = basisCheck.streamPrefixes.some((prefix) => stored.stream.startsWith(prefix));
      if (isItsOwn && !basisCheck.passesOver?.has(stored.type)) {
        await basisCheck.react(log.codec.decode(stored), runner, clock);
      }
    }
  };
  let seen = 0;
  /** Shows the reactor what it has not seen, in the order of the log. */
  const react = async () => {
    const from = seen;
    seen = log.store.all.length;
    await reactFrom(from);
  };
  /** Shows it the whole log, as after a crash that lost its place. */
  const reactAgain = (runner?: CommandRunner) => reactFrom(0, runner);
  const notices = async () =>
    (await log.coordination()).history.filter(({ type }) => /^Basis(Lost|Regained)$/.test(type));
  const restsOn = ['appointment-1'];
  const lost = { type: 'BasisLost', data: { subjectId, caseId, restsOn, detectedOn: '2026-03-02' } };
  return { ...log, run, appoint, react, reactAgain, notices, lost };
}

describe('The reactor to a decision that no longer carries what rests on it', () => {
  it('notices nothing while it does', async () => {
    const log = await granted();
    await log.appoint();
    await log.react();
    expect(await log.notices()).toEqual([]);
  });

  it('notices a decision annulled while somebody was appointed on it, whichever was recorded first', async () => {
    const first = await granted();
    await first.appoint();
    await first.annulDecision();
    await first.react();
    expect(await first.notices()).toMatchObject([first.lost]);

    const last = await granted();
    await last.annulDecision();
    await last.react();
    expect(await last.notices()).toEqual([]);
    await last.appoint();
    await last.react();
    expect(await last.notices()).toMatchObject([last.lost]);
  });

  it('records it once, in the name of the system, with what it asked', async () => {
    const log = await granted();
    await log.appoint();
    await log.annulDecision();
    await log.react();
    await log.reactAgain();
    await log.reactAgain(new CommandRunner(log.store, log.codec, plainSealing));
    const found = await log.notices();
    expect(found).toHaveLength(1);
    expect(found[0]?.metadata).toMatchObject({
      actor: { role: 'SYSTEM' },
      basis: expect.arrayContaining([{ stream: caseStream(tenant, caseId), revision: 2 }]),
    });
  });

  it('records it once also when two hosts react at the same time', async () => {
    const log = await granted();
    await log.appoint();
    await log.annulDecision();
    const other = new CommandRunner(log.store, log.codec, plainSealing);
    const stored = await log.store.last(caseStream(tenant, caseId));
    if (!stored) throw new Error('the case has events');
    const annulment: Recorded = log.codec.decode(stored);
    await Promise.all([
      basisCheck.react(annulment, log.runner, clock),
      basisCheck.react(annulment, other, clock),
    ]);
    expect(await log.notices()).toHaveLength(1);
  });

  it('has nothing to add to a refusal, and notices that it was granted anew', async () => {
    const log = await granted();
    await log.appoint();
    await log.annulDecision();
    await log.react();
    await log.decide('REFUSED');
    await log.react();
    expect(await log.notices()).toMatchObject([log.lost]);
    await log.annulDecision();
    await log.react();
    await log.decide('GRANTED');
    await log.react();
    expect(await log.notices()).toMatchObject([log.lost, { type: 'BasisRegained', data: { caseId } }]);
  });

  it('notices an appointment that comes back after its decision has gone', async () => {
    const log = await granted();
    const eventId = await log.appoint();
    const { events } = await log.run('wrong', intent.annul(eventId));
    await log.annulDecision();
    await log.react();
    expect(await log.notices()).toEqual([]);
    await log.run('right', intent.annul(events[0]?.id ?? ''));
    await log.react();
    expect(await log.notices()).toMatchObject([log.lost]);
  });

  it('looks at every case of the person when an entry of the person’s own was revised', async () => {
    const log = await granted();
    await log.appoint();
    const elsewhere = { appointmentId: 'appointment-2', temporary: true, caseId: 'another-case' };
    const grants = { [elsewhere.caseId]: grant() };
    await log.run('elsewhere', intent.appoint({ ...elsewhere, grants }));
    await log.annulDecision();
    const { history } = await log.coordination();
    const guardian = intent.correct(history[0]?.id ?? '', { givenBy: 'GUARDIAN' }, { grants: {} });
    const { events } = await log.run('guardian', guardian);
    await basisCheck.react(events[0] as Recorded, log.runner, clock);
    expect(await log.notices()).toMatchObject([
      log.lost,
      { type: 'BasisLost', data: { caseId: elsewhere.caseId, restsOn: [elsewhere.appointmentId] } },
    ]);
  });

  it('leaves a person alone whose data was disposed of', async () => {
    const log = await granted();
    await log.appoint();
    await log.annulDecision();
    await log.dispose();
    await log.react();
    expect(await log.notices()).toEqual([]);
  });
});
