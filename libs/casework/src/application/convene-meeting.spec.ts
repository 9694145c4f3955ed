import { noMeetings } from './meetings.testing.js';
import { numbersInMemory } from './numbers.testing.js';
import { codecOf, type CommandContext, CommandRunner, derivedId, madeId, streamName } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { subjectEvents } from '#subject';
import { caseEvents } from '../index.js';
import { ConveneMeetingCommand, ConveneMeetingHandler } from './convene-meeting.js';
import { RecordCaseStepCommand, RecordCaseStepHandler } from './record-case-step.js';

const subjectId = 'subject-1';
const meeting = { meetsOn: '2026-03-20', invitedUnits: ['SCHOOL'] };
const contextOf = (commandId: string): CommandContext => ({
  commandId,
  correlationId: commandId,
  municipality: '1576',
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
});

/** A municipality with a person, and as many open cases as are asked for. */
async function withCases(count: number) {
  const store = new MemoryEventStore();
  const runner = new CommandRunner(store, codecOf([caseEvents, subjectEvents]), plainSealing);
  await runner.run(
    {
      events: subjectEvents,
      initialState: undefined,
      evolve: () => undefined,
      decide: () => [
        {
          type: 'SubjectRegistered',
          data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
        },
      ],
    },
    streamName('subject', '1576', subjectId),
    { type: 'Register', data: {} },
    contextOf('register'),
  );
  const opening = new RecordCaseStepHandler(runner, numbersInMemory(), noMeetings);
  const caseIds: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const need = {
      subjectId,
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      subjectWishes: 'YES',
      notifiedOn: '2026-03-01',
    } as const;
    const { caseId } = await opening.execute(
      new RecordCaseStepCommand('NeedNotified', need, contextOf(`case-${n}`)),
    );
    caseIds.push(caseId);
  }
  const handler = new ConveneMeetingHandler(runner, noMeetings);
  const convene = (
    data: { readonly caseId: string; readonly caseIds?: readonly string[]; readonly meetingId?: string },
    context = contextOf('convene'),
  ) => handler.execute(new ConveneMeetingCommand({ ...meeting, ...data }, context));
  const convenedIn = async (caseId: string) =>
    (await store.read(`case-1576.${caseId}`)).filter(({ type }) => type === 'KeMeetingConvenedForCase');
  const [one = '', ...others] = caseIds;
  return { one, others, convene, convenedIn, store };
}

describe('a meeting of several cases', () => {
  it('is convened in each of them, today unless told, by a command of its own', async () => {
    const { one, others, convene, convenedIn, store } = await withCases(2);
    const { meetingId, receipt, cases } = await convene({ caseId: one, caseIds: [one, ...others] });
    expect(meetingId).toBe(madeId('convene', 'meeting'));
    expect(cases).toEqual([{ caseId: one }, ...others.map((caseId) => ({ caseId }))]);
    const [first] = await convenedIn(one);
    const [second] = await convenedIn(others[0] ?? '');
    expect([first, second].map((event) => event?.metadata)).toMatchObject([
      { $causationId: 'convene', occurredOn: '2026-03-02' },
      { $causationId: derivedId('meeting', 'convene', others[0] ?? ''), occurredOn: '2026-03-02' },
    ]);
    expect(receipt.events).toHaveLength(1);
    expect(receipt.position).toBe(await store.end());
  });

  it('leaves out a further case that refuses it, and says why', async () => {
    const { one, others, convene, convenedIn } = await withCases(2);
    const { cases } = await convene({ caseId: one, caseIds: ['nowhere', ...others] });
    expect(cases).toEqual([
      { caseId: one },
      { caseId: 'nowhere', refused: 'casework/no-such-case' },
      { caseId: others[0] },
    ]);
    expect(await convenedIn(others[0] ?? '')).toHaveLength(1);
  });

  it('is convened in none where the case that it is called for refuses', async () => {
    const { one, convene, convenedIn } = await withCases(1);
    const refused = convene({ caseId: 'nowhere', caseIds: [one] });
    await expect(refused).rejects.toMatchObject({ code: 'casework/no-such-case' });
    expect(await convenedIn(one)).toEqual([]);
  });

  it('is the same when it is sent again', async () => {
    const { one, others, convene, convenedIn } = await withCases(2);
    const first = await convene({ caseId: one, caseIds: others });
    const again = await convene({ caseId: one, caseIds: others });
    expect(again).toMatchObject({ meetingId: first.meetingId, cases: first.cases });
    expect(again.receipt.position).toBe(first.receipt.position);
    expect(await convenedIn(others[0] ?? '')).toHaveLength(1);
  });

  it('holds what the client has seen against the case that it is called for alone', async () => {
    const { one, others, convene } = await withCases(2);
    await convene({ caseId: others[0] ?? '' }, contextOf('earlier'));
    const context = { ...contextOf('convene'), ifMatch: 0n };
    const { cases } = await convene({ caseId: one, caseIds: others, meetingId: 'meeting-2' }, context);
    expect(cases).toEqual([{ caseId: one }, { caseId: others[0] }]);
    await expect(convene({ caseId: one }, { ...context, commandId: 'late' })).rejects.toMatchObject({
      name: 'StaleRevision',
    });
  });
});
