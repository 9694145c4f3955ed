import { codecOf, type CommandContext, CommandRunner, type IntentOf, type Recorded } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { subjectDecider, type SubjectIntent } from '../domain/decide.js';
import { intent, mergedInto, otherId, registered, subjectId } from '../domain/example-person.testing.js';
import { subjectStream } from '../questions.js';
import { subjectEvents } from '../domain/events.js';
import { merged } from './merged.js';

const tenant = '1576';
const clock = { at: () => '2026-03-02T10:00:00.000Z', today: () => '2026-03-02' };
const contextOf = (commandId: string): CommandContext => ({
  commandId,
  correlationId: 'c',
  municipality: tenant,
  actor: { partyId: 'worker', role: 'CASEWORKER' },
  at: clock.at(),
  today: clock.today(),
});

async function twoRegistrations() {
  const runner = new CommandRunner(new MemoryEventStore(), codecOf([subjectEvents]), plainSealing);
  const run = async (id: string, key: string, wish: IntentOf<SubjectIntent>) =>
    (await runner.run(subjectDecider, subjectStream(tenant, id), wish, contextOf(key))).events[0] as Recorded;
  const { data } = registered({ protectedAddress: true });
  await run(subjectId, 'one', { type: 'RegisterSubject', data });
  await run(otherId, 'other', {
    type: 'RegisterSubject',
    data: { ...data, subjectId: otherId, protectedAddress: false },
  });
  const merge = await run(subjectId, 'merge', intent.merge());
  const survivor = async () => runner.look(subjectDecider, subjectStream(tenant, otherId));
  return { runner, run, merge, survivor };
}

describe('C4 The reactor to a merge', () => {
  it('tells the survivor once, under ids of its own', async () => {
    const { runner, merge, survivor } = await twoRegistrations();
    await merged.react(merge, runner, clock);
    await merged.react(merge, runner, clock);
    const { history, state } = await survivor();
    expect(history).toHaveLength(2);
    expect(history[1]).toMatchObject({
      type: 'SubjectMergedFrom',
      data: { subjectId: otherId, mergedId: subjectId, protectedAddress: true },
    });
    expect(history[1]?.id).not.toBe(merge.id);
    expect(state.merged).toEqual([{ mergedId: subjectId, goesOn: mergedInto().data.goesOn }]);
  });

  it('takes it back once the merge was recorded in error, and tells nothing of one that does not stand', async () => {
    const { runner, run, merge, survivor } = await twoRegistrations();
    await merged.react(merge, runner, clock);
    const annulled = await run(subjectId, 'wrong', intent.annul({ eventId: merge.id }));
    await merged.react(annulled, runner, clock);
    await merged.react(annulled, runner, clock);
    await merged.react(merge, runner, clock);
    const { history, state } = await survivor();
    expect(history.map(({ type }) => type)).toEqual([
      'SubjectRegistered',
      'SubjectMergedFrom',
      'RecordedInErrorMarked',
    ]);
    expect(state.merged).toEqual([]);
  });

  it('leaves alone whose data was disposed of, and every other event', async () => {
    const { runner, run, merge, survivor } = await twoRegistrations();
    const renamed = await run(otherId, 'renamed', intent.rename({ subjectId: otherId }));
    await merged.react(renamed, runner, clock);
    await run(otherId, 'requested', intent.request({ subjectId: otherId }));
    await run(otherId, 'disposed', intent.dispose({ subjectId: otherId }));
    await merged.react(merge, runner, clock);
    expect((await survivor()).state.merged).toEqual([]);
  });
});
