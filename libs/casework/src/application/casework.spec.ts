import { noMeetings } from './meetings.testing.js';
import { numbersInMemory } from './numbers.testing.js';
import { coordinationEvents, restingOnCases } from '#coordination';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  type Decider,
  type Envelope,
  type Events,
  type FactOf,
  type Intent,
  Rejection,
  streamName,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing, plainText } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents, partyEvents, unitEvents } from '#municipality';
import { subjectEvents } from '#subject';
import { caseEvents, grantFor, openIn } from '../index.js';
import { CloseCaseCommand, CloseCaseHandler } from './close-case.js';
import { ReviseCaseEventCommand, ReviseCaseEventHandler } from './revise-case-event.js';
import { RecordCaseStepCommand, RecordCaseStepHandler } from './record-case-step.js';

const tenant = '1576';
const subjectId = 'subject-1';
const codec = codecOf([
  caseEvents,
  coordinationEvents,
  municipalityEvents,
  partyEvents,
  subjectEvents,
  unitEvents,
]);

const contextOf = (commandId: string, municipality = tenant): CommandContext => ({
  commandId,
  correlationId: commandId,
  municipality,
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
});

const person = {
  type: 'SubjectRegistered',
  data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
} as const;
const disposal = {
  type: 'PersonalDataDisposed',
  data: {
    subjectId,
    classes: ['PERSON', 'CASE', 'COORDINATION'],
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'CASE_FILE',
    confirmedBy: 'party-1',
    disposedOn: '2026-03-02',
  },
} as const;
const profile = {
  type: 'MunicipalityProfileAdopted',
  data: {
    municipality: tenant,
    profileVersion: 1,
    name: 'Prøvedal',
    municipalityNumber: tenant,
    language: 'NB',
    unitTerm: 'COORDINATING_UNIT',
    coordinatorTerm: 'COORDINATOR',
    groupTerm: 'GROUP',
    meetingTerm: 'COORDINATION_MEETING',
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
    deciderBody: 'KE_MEETING',
    groupPresupposesPlan: false,
    leaderConcurrence: false,
    adoptedOn: '2026-01-01',
  },
} as const;

/** A municipality with a log, one person and a profile, and every handler of casework. */
async function municipality({ hasProfile = true } = {}) {
  const store = new MemoryEventStore();
  const runner = new CommandRunner(store, codec, plainSealing);
  let told = 0;
  /** What other contexts decided, without asking them. */
  const record = <E extends Events>(events: E, id: string, fact: FactOf<E>) => {
    const anything: Decider<undefined, Intent, E> = {
      events,
      initialState: undefined,
      evolve: () => undefined,
      decide: () => [fact],
    };
    told += 1;
    return runner.run(
      anything,
      streamName(events.category, tenant, id),
      { type: 'Record', data: {} },
      contextOf(`told-${told}`),
    );
  };
  await record(subjectEvents, subjectId, person);
  for (const partyId of ['party-2', 'party-3']) {
    await record(partyEvents, partyId, {
      type: 'PartyRegistered',
      data: { partyId, kind: 'STAFF', name: 'Testolf Prøve' },
    });
  }
  if (hasProfile) await record(municipalityEvents, 'profile', profile);
  const elsewhere = restingOnCases(runner);
  const numbers = numbersInMemory();
  const handlers = {
    assign: new RecordCaseStepHandler(runner, numbers, noMeetings),
    complete: new RecordCaseStepHandler(runner, numbers, noMeetings),
    convene: new RecordCaseStepHandler(runner, numbers, noMeetings),
    decide: new RecordCaseStepHandler(runner, numbers, noMeetings),
    notify: new RecordCaseStepHandler(runner, numbers, noMeetings),
    notifyNeed: new RecordCaseStepHandler(runner, numbers, noMeetings),
    receive: new RecordCaseStepHandler(runner, numbers, noMeetings),
    revise: new ReviseCaseEventHandler(runner, elsewhere, noMeetings),
    withdraw: new RecordCaseStepHandler(runner, numbers, noMeetings),
  };
  const close = new CloseCaseHandler(runner, elsewhere);
  const typesIn = async (caseId: string) =>
    (await store.read(`case-${tenant}.${caseId}`)).map(({ type }) => type);
  return { store, runner, record, typesIn, numbers, close, ...handlers };
}

const application = {
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  receivedOn: '2026-02-03',
  channel: 'LETTER',
  written: true,
  signed: false,
  applicantRole: 'SUBJECT',
} as const;
const need = {
  subjectId,
  notifiedOn: '2026-02-01',
  channel: 'PHONE',
  notifierRole: 'EMPLOYEE',
  subjectWishes: 'YES',
} as const;
const decision = {
  items: [
    { item: 'INDIVIDUAL_PLAN', outcome: 'PARTLY', reason: 'For ett år.' },
    { item: 'COORDINATOR', outcome: 'PARTLY', reason: 'Midlertidig koordinator.' },
  ],
  criteria: [
    { criterion: 'LONG_TERM', met: true, reason: 'Varer i flere år.' },
    { criterion: 'COORDINATED', met: true, reason: 'Tre tjenester.' },
  ],
  decidedBy: 'KE_MEETING',
  decidedOn: '2026-02-20',
  legalBasis: 'HOL_7_2',
} as const;
const meeting = { convenedOn: '2026-02-13', meetsOn: '2026-02-20', invitedUnits: ['SCHOOL'] } as const;
const appointment = (caseId: string) =>
  ({
    type: 'CoordinatorAppointed',
    data: {
      subjectId,
      appointmentId: 'appointment-1',
      coordinatorId: 'party-2',
      kind: 'ORDINARY',
      temporary: false,
      caseId,
      validFrom: '2026-02-25',
      wishFollowed: 'NO_WISH',
    },
  }) as const;

/** A case with a decision. */
async function decidedCase() {
  const here = await municipality();
  const { caseId } = await here.receive.execute(
    new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('receive')),
  );
  const { meetingId } = await here.convene.execute(
    new RecordCaseStepCommand('KeMeetingConvenedForCase', { caseId, ...meeting }, contextOf('convene')),
  );
  const { receipt } = await here.decide.execute(
    new RecordCaseStepCommand('DecisionMade', { caseId, meetingId, ...decision }, contextOf('decide')),
  );
  const decisionId = receipt.events.at(-1)?.id ?? '';
  const annulment = (commandId: string) =>
    new ReviseCaseEventCommand(
      { caseId, eventId: decisionId, reasonCode: 'TYPING_ERROR', reason: 'Feil tast.' },
      contextOf(commandId),
    );
  return { ...here, caseId, meetingId, decisionId, annulment };
}

describe('a case', () => {
  it('goes from a need over mapping, application and meeting to the written answer, all in one stream', async () => {
    const here = await municipality();
    const { caseId } = await here.notifyNeed.execute(
      new RecordCaseStepCommand('NeedNotified', need, contextOf('1')),
    );
    const { assignmentId } = await here.assign.execute(
      new RecordCaseStepCommand(
        'MappingAssigned',
        { caseId, assigneeId: 'party-2', assignedOn: '2026-02-02' },
        contextOf('2'),
      ),
    );
    await here.complete.execute(
      new RecordCaseStepCommand(
        'MappingCompleted',
        {
          caseId,
          assignmentId,
          performerId: 'party-2',
          competenceBasis: 'TRAINING',
          completedOn: '2026-02-10',
        },
        contextOf('3'),
      ),
    );
    await here.receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, caseId }, contextOf('4')),
    );
    const { meetingId } = await here.convene.execute(
      new RecordCaseStepCommand('KeMeetingConvenedForCase', { caseId, ...meeting }, contextOf('5')),
    );
    await here.decide.execute(
      new RecordCaseStepCommand('DecisionMade', { caseId, meetingId, ...decision }, contextOf('6')),
    );
    await here.notify.execute(
      new RecordCaseStepCommand(
        'DecisionNotified',
        { caseId, recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-02-23' },
        contextOf('7'),
      ),
    );

    expect(await here.typesIn(caseId)).toEqual([
      'NeedNotified',
      'MappingAssigned',
      'MappingCompleted',
      'ApplicationReceived',
      'KeMeetingConvenedForCase',
      'CriterionAssessed',
      'CriterionAssessed',
      'DecisionMade',
      'DecisionNotified',
    ]);
    expect(await grantFor(here.runner, tenant, caseId)).toMatchObject({
      subjectId,
      decidedOn: '2026-02-20',
      granted: [{ item: 'INDIVIDUAL_PLAN' }, { item: 'COORDINATOR', outcome: 'PARTLY' }],
      refused: [],
      notifiedOn: '2026-02-23',
      basis: [{ stream: `case-${tenant}.${caseId}`, revision: 8 }],
    });
  });

  it('is opened once by a command that is sent twice, also when the person was disposed of since', async () => {
    const here = await municipality();
    const command = new RecordCaseStepCommand(
      'ApplicationReceived',
      { ...application, subjectId },
      contextOf('receive'),
    );
    const first = await here.receive.execute(command);
    await here.record(subjectEvents, subjectId, disposal);
    const again = await here.receive.execute(command);

    expect(again).toMatchObject({ caseId: first.caseId, receipt: { repeated: true, revision: 0n } });
    expect(await here.typesIn(first.caseId)).toEqual(['ApplicationReceived']);
  });

  it('E5 gets the next number with its opening, the same at a repeat, and none where it is refused', async () => {
    const { receive, notifyNeed, numbers, store } = await municipality();
    const opening = (key: string, of = subjectId) =>
      receive.execute(
        new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId: of }, contextOf(key)),
      );
    const first = await opening('1');
    expect(first.caseNumber).toBe('2026/1');
    expect(await store.read(`case-${tenant}.${first.caseId}`)).toMatchObject([
      { data: { caseNumber: '2026/1' } },
    ]);
    expect((await opening('1')).caseNumber).toBe('2026/1');
    await expect(opening('2', 'nobody')).rejects.toThrow(Rejection);
    const second = await notifyNeed.execute(new RecordCaseStepCommand('NeedNotified', need, contextOf('3')));
    expect(second.caseNumber).toBe('2026/2');
    expect([...numbers.given.values()]).toEqual(['2026/1', '2026/2']);
  });

  it('E5 keeps its number when the need that opened it is struck out and the application stands', async () => {
    const { receive, notifyNeed, revise, numbers } = await municipality();
    const { caseId, receipt } = await notifyNeed.execute(
      new RecordCaseStepCommand('NeedNotified', need, contextOf('1')),
    );
    const joined = await receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, caseId }, contextOf('2')),
    );
    expect(joined.caseNumber).toBeUndefined();
    const eventId = receipt.events[0]?.id ?? '';
    const why = { reasonCode: 'NEVER_HAPPENED', reason: 'Feil.' } as const;
    await revise.execute(new ReviseCaseEventCommand({ caseId, eventId, ...why }, contextOf('3')));
    const given = await receive.execute(
      new RecordCaseStepCommand('CaseNumberGiven', { caseId }, contextOf('4')),
    );
    expect(given.caseNumber).toBe('2026/1');
    expect(numbers.given.size).toBe(1);
  });

  it('records what it asked of person and profile, as they stood then', async () => {
    const { receive } = await municipality();
    const { receipt } = await receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('receive')),
    );
    expect(receipt.events[0]?.metadata).toMatchObject({
      occurredOn: '2026-02-03',
      basis: [
        { stream: 'subject-1576.subject-1', revision: 0 },
        { stream: 'municipality-1576.profile', revision: 0 },
      ],
    });
  });

  it('is not opened for a person who is not registered, or was disposed of', async () => {
    const { receive, notifyNeed, record } = await municipality();
    const receiving = (of: string) =>
      receive.execute(
        new RecordCaseStepCommand(
          'ApplicationReceived',
          { ...application, subjectId: of },
          contextOf('receive'),
        ),
      );
    await expect(receiving('nobody')).rejects.toMatchObject({ code: 'casework/no-such-subject' });
    await record(subjectEvents, subjectId, disposal);
    await expect(receiving(subjectId)).rejects.toMatchObject({ code: 'casework/subject-disposed' });
    await expect(
      notifyNeed.execute(new RecordCaseStepCommand('NeedNotified', need, contextOf('need'))),
    ).rejects.toMatchObject({
      code: 'casework/subject-disposed',
    });
  });

  it('takes no step at all once its person was disposed of', async () => {
    const here = await decidedCase();
    const { caseId, decisionId: eventId } = here;
    const { caseId: undecided } = await here.receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('undecided')),
    );
    await here.record(subjectEvents, subjectId, disposal);
    const steps: readonly (() => Promise<unknown>)[] = [
      () =>
        here.receive.execute(
          new RecordCaseStepCommand(
            'ApplicationReceived',
            { ...application, caseId: undecided },
            contextOf('0'),
          ),
        ),
      () =>
        here.assign.execute(
          new RecordCaseStepCommand(
            'MappingAssigned',
            { caseId: undecided, assigneeId: 'party-2', assignedOn: '2026-02-04' },
            contextOf('1'),
          ),
        ),
      () =>
        here.complete.execute(
          new RecordCaseStepCommand(
            'MappingCompleted',
            {
              caseId: undecided,
              performerId: 'party-2',
              competenceBasis: 'TRAINING',
              completedOn: '2026-02-10',
            },
            contextOf('2'),
          ),
        ),
      () =>
        here.convene.execute(
          new RecordCaseStepCommand(
            'KeMeetingConvenedForCase',
            { caseId: undecided, ...meeting },
            contextOf('3'),
          ),
        ),
      () =>
        here.decide.execute(
          new RecordCaseStepCommand(
            'DecisionMade',
            { caseId: undecided, meetingId: 'm', ...decision },
            contextOf('4'),
          ),
        ),
      () =>
        here.notify.execute(
          new RecordCaseStepCommand(
            'DecisionNotified',
            { caseId, recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-02-23' },
            contextOf('5'),
          ),
        ),
      () =>
        here.withdraw.execute(
          new RecordCaseStepCommand(
            'ApplicationWithdrawn',
            { caseId: undecided, withdrawnOn: '2026-02-10', withdrawnBy: 'SUBJECT' },
            contextOf('6'),
          ),
        ),
      () =>
        here.revise.execute(
          new ReviseCaseEventCommand(
            { caseId, eventId, changed: { legalBasis: 'HOL_7_1' }, reason: 'Feil tast.' },
            contextOf('7'),
          ),
        ),
      () => here.revise.execute(here.annulment('8')),
    ];
    for (const step of steps) {
      await expect(step()).rejects.toMatchObject({ code: 'casework/subject-disposed' });
    }
  });

  it('is mapped by somebody who is registered, which is recorded', async () => {
    const { caseId, assign, complete, revise } = await (async () => {
      const here = await municipality();
      const opened = await here.notifyNeed.execute(
        new RecordCaseStepCommand('NeedNotified', need, contextOf('need')),
      );
      return { ...here, ...opened };
    })();
    const assigned = { caseId, assignedOn: '2026-02-02' };
    const completed = { caseId, competenceBasis: 'TRAINING', completedOn: '2026-02-10' } as const;
    const unknown = { code: 'casework/unknown-party' };
    await expect(
      assign.execute(
        new RecordCaseStepCommand('MappingAssigned', { ...assigned, assigneeId: 'nobody' }, contextOf('1')),
      ),
    ).rejects.toMatchObject(unknown);
    await expect(
      complete.execute(
        new RecordCaseStepCommand(
          'MappingCompleted',
          { ...completed, performerId: 'nobody' },
          contextOf('2'),
        ),
      ),
    ).rejects.toMatchObject(unknown);
    const { receipt } = await assign.execute(
      new RecordCaseStepCommand('MappingAssigned', { ...assigned, assigneeId: 'party-2' }, contextOf('3')),
    );
    const basisOf = (partyId: string) => ({ stream: `party-${tenant}.${partyId}`, revision: 0 });
    expect(receipt.events[0]?.metadata.basis).toContainEqual(basisOf('party-2'));

    const done = await complete.execute(
      new RecordCaseStepCommand('MappingCompleted', { ...completed, performerId: 'party-2' }, contextOf('4')),
    );
    const eventId = done.receipt.events[0]?.id ?? '';
    const correcting = (changed: Readonly<Record<string, unknown>>, key: string) =>
      revise.execute(
        new ReviseCaseEventCommand({ caseId, eventId, changed, reason: 'Feil navn.' }, contextOf(key)),
      );
    await expect(correcting({ performerId: 'nobody' }, '5')).rejects.toMatchObject(unknown);
    const corrected = await correcting({ performerId: 'party-3' }, '6');
    expect(corrected.receipt.events[0]?.metadata.basis).toContainEqual(basisOf('party-3'));
  });

  it('of another municipality is no case', async () => {
    const { caseId, receive, assign, revise, runner } = await decidedCase();
    const there = contextOf('elsewhere', '3403');
    const noSuchCase = { code: 'casework/no-such-case' };
    await expect(
      receive.execute(new RecordCaseStepCommand('ApplicationReceived', { ...application, caseId }, there)),
    ).rejects.toMatchObject(noSuchCase);
    await expect(
      assign.execute(
        new RecordCaseStepCommand(
          'MappingAssigned',
          { caseId, assigneeId: 'party-2', assignedOn: '2026-02-02' },
          there,
        ),
      ),
    ).rejects.toMatchObject(noSuchCase);
    await expect(
      revise.execute(
        new ReviseCaseEventCommand(
          { caseId, eventId: 'x', changed: { signed: true }, reason: 'Feil tast.' },
          there,
        ),
      ),
    ).rejects.toMatchObject(noSuchCase);
    expect(await grantFor(runner, '3403', caseId)).toMatchObject({ subjectId: undefined, granted: [] });
  });

  it('takes no application, but a need, before a profile is in the log', async () => {
    const { receive, notifyNeed, typesIn } = await municipality({ hasProfile: false });
    await expect(
      receive.execute(
        new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('receive')),
      ),
    ).rejects.toMatchObject({ code: 'casework/no-profile' });
    const { caseId } = await notifyNeed.execute(
      new RecordCaseStepCommand('NeedNotified', need, contextOf('need')),
    );
    expect(await typesIn(caseId)).toEqual(['NeedNotified']);
  });

  it('is withdrawn', async () => {
    const { receive, withdraw, typesIn } = await municipality();
    const { caseId } = await receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('receive')),
    );
    await withdraw.execute(
      new RecordCaseStepCommand(
        'ApplicationWithdrawn',
        { caseId, withdrawnOn: '2026-02-10', withdrawnBy: 'SUBJECT' },
        contextOf('withdraw'),
      ),
    );
    expect(await typesIn(caseId)).toEqual(['ApplicationReceived', 'ApplicationWithdrawn']);
  });
});

describe('a meeting on several cases', () => {
  it('has the same id in each of them, and is convened once for each', async () => {
    const { receive, convene, store } = await municipality();
    const cases = await Promise.all(
      ['a', 'b'].map((name) =>
        receive.execute(
          new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf(name)),
        ),
      ),
    );
    const convening = (caseId: string, commandId: string) =>
      convene.execute(
        new RecordCaseStepCommand(
          'KeMeetingConvenedForCase',
          { caseId, meetingId: 'meeting-1', ...meeting },
          contextOf(commandId),
        ),
      );
    for (const { caseId } of cases) {
      expect(await convening(caseId, `first-${caseId}`)).toMatchObject({ meetingId: 'meeting-1' });
      const again = await convening(caseId, `again-${caseId}`);
      expect([again.meetingId, again.receipt.events]).toEqual(['meeting-1', []]);
    }
    expect(store.all.filter(({ type }) => type === 'KeMeetingConvenedForCase')).toHaveLength(2);
  });
});

describe('a decision', () => {
  it('is made by whom the profile in the log names, and by one of many at once', async () => {
    const { receive, convene, decide, typesIn } = await municipality();
    const { caseId } = await receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('receive')),
    );
    const { meetingId } = await convene.execute(
      new RecordCaseStepCommand('KeMeetingConvenedForCase', { caseId, ...meeting }, contextOf('convene')),
    );
    await expect(
      decide.execute(
        new RecordCaseStepCommand(
          'DecisionMade',
          { caseId, meetingId, ...decision, decidedBy: 'BOARD' },
          contextOf('board'),
        ),
      ),
    ).rejects.toMatchObject({ code: 'casework/not-the-decider' });

    const tried = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        decide.execute(
          new RecordCaseStepCommand(
            'DecisionMade',
            { caseId, meetingId, ...decision },
            contextOf(`try-${index}`),
          ),
        ),
      ),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await typesIn(caseId)).filter((type) => type === 'DecisionMade')).toHaveLength(1);
  });

  it('is made, and corrected, by whom the profile named on its day, whichever is in force when it is typed in', async () => {
    const { receive, convene, decide, revise, record } = await municipality();
    const team = { profileVersion: 2, deciderBody: 'TEAM', adoptedOn: '2026-02-25' } as const;
    await record(municipalityEvents, 'profile', { ...profile, data: { ...profile.data, ...team } });
    const { caseId } = await receive.execute(
      new RecordCaseStepCommand('ApplicationReceived', { ...application, subjectId }, contextOf('receive')),
    );
    const { meetingId } = await convene.execute(
      new RecordCaseStepCommand('KeMeetingConvenedForCase', { caseId, ...meeting }, contextOf('convene')),
    );
    const decidedBy = (body: 'KE_MEETING' | 'TEAM') =>
      decide.execute(
        new RecordCaseStepCommand(
          'DecisionMade',
          { caseId, meetingId, ...decision, decidedBy: body },
          contextOf(body),
        ),
      );
    await expect(decidedBy('TEAM')).rejects.toMatchObject({ code: 'casework/not-the-decider' });
    const eventId = (await decidedBy('KE_MEETING')).receipt.events.at(-1)?.id ?? '';

    const correcting = (changed: { readonly decidedBy: string; readonly decidedOn?: string }) =>
      revise.execute(
        new ReviseCaseEventCommand(
          { caseId, eventId, changed, reason: 'Feil.' },
          contextOf(`correct-${changed.decidedOn}`),
        ),
      );
    await expect(correcting({ decidedBy: 'TEAM' })).rejects.toMatchObject({
      code: 'casework/not-the-decider',
    });
    const moved = await correcting({ decidedBy: 'TEAM', decidedOn: '2026-02-25' });
    expect(moved.receipt.events[0]?.data['changed']).toEqual({ decidedBy: 'TEAM', decidedOn: '2026-02-25' });
  });

  it('D1 is used up when its case is closed for such a reason, which names what goes on', async () => {
    const { caseId, close, record, runner } = await decidedCase();
    await record(coordinationEvents, subjectId, appointment(caseId));
    expect((await openIn(runner, tenant, caseId)).standing).toHaveLength(1);
    const data = { caseId, closedOn: '2026-02-27', reasonCode: 'DECLINED' } as const;
    const { goesOn, receipt } = await close.execute(new CloseCaseCommand(data, contextOf('close')));
    expect(goesOn).toEqual([appointment(caseId).data.appointmentId]);
    expect(receipt.events).toMatchObject([{ type: 'CaseClosed', data }]);
    expect(await grantFor(runner, tenant, caseId)).toMatchObject({
      granted: [{ item: 'INDIVIDUAL_PLAN' }, { item: 'COORDINATOR' }],
      usedUpOn: '2026-02-27',
    });
    expect((await openIn(runner, tenant, caseId)).standing).toEqual([]);
  });

  it('is annulled only when no coordinator rests on it', async () => {
    const { caseId, revise, annulment, record, runner } = await decidedCase();
    const { events } = await record(coordinationEvents, subjectId, appointment(caseId));
    const appointed = events[0]?.id ?? '';
    await expect(revise.execute(annulment('refused'))).rejects.toMatchObject({
      code: 'casework/rests-on',
      restsOn: [
        { eventId: appointed, type: 'CoordinatorAppointed', stream: `coordination-${tenant}.${subjectId}` },
      ],
    });

    await record(coordinationEvents, subjectId, {
      type: 'RecordedInErrorMarked',
      data: { corrects: appointed, subjectId, reasonCode: 'TYPING_ERROR', reason: 'Feil tast.' },
    });
    const { receipt } = await revise.execute(annulment('annulled'));
    expect(receipt.events[0]?.metadata.basis).toContainEqual({
      stream: `coordination-${tenant}.${subjectId}`,
      revision: 1,
    });
    expect(await grantFor(runner, tenant, caseId)).toMatchObject({ granted: [] });
  });

  it('is not moved to a day after a coordinator’s first day', async () => {
    const { caseId, decisionId, revise, record } = await decidedCase();
    await record(coordinationEvents, subjectId, appointment(caseId));
    const moving = (decidedOn: string) =>
      revise.execute(
        new ReviseCaseEventCommand(
          { caseId, eventId: decisionId, changed: { decidedOn }, reason: 'Feil dag.' },
          contextOf(decidedOn),
        ),
      );
    await expect(moving('2026-02-26')).rejects.toMatchObject({
      code: 'casework/rests-on',
      restsOn: [{ type: 'CoordinatorAppointed' }],
    });
    expect((await moving('2026-02-25')).receipt.events.map(({ type }) => type)).toEqual([
      'DecisionMadeCorrected',
      'CriterionAssessedCorrected',
      'CriterionAssessedCorrected',
    ]);
  });

  it('is annulled with its criteria, although a coordinator rests on another case', async () => {
    const { revise, annulment, record, caseId, decisionId, store } = await decidedCase();
    await record(coordinationEvents, subjectId, appointment('another-case'));
    const { receipt } = await revise.execute(annulment('annulled'));
    const criteria = (await store.read(`case-${tenant}.${caseId}`)).filter(
      ({ type }) => type === 'CriterionAssessed',
    );
    expect(receipt.events.map(({ data }) => data['corrects'])).toEqual([
      decisionId,
      ...criteria.map(({ id }) => id),
    ]);
  });
});

describe('correcting a case', () => {
  it('changes the received date, once, however often it is sent', async () => {
    const { caseId, revise, store } = await decidedCase();
    const [received] = await store.read(`case-${tenant}.${caseId}`);
    const correction = (commandId: string) =>
      revise.execute(
        new ReviseCaseEventCommand(
          {
            caseId,
            eventId: received?.id ?? '',
            changed: { receivedOn: '2026-01-30' },
            reason: 'Stemplet 30. januar.',
          },
          contextOf(commandId),
        ),
      );
    await correction('correct');
    expect((await correction('correct')).receipt.repeated).toBe(true);
    expect((await correction('correct again')).receipt.events).toEqual([]);
    const stored = (await store.read(`case-${tenant}.${caseId}`)).filter(
      ({ type }) => type === 'ApplicationReceivedCorrected',
    );
    expect(stored).toMatchObject([
      { data: { corrects: received?.id, changed: { receivedOn: '2026-01-30' } } },
    ]);
  });

  it('seals the reason and any personal text', async () => {
    const { caseId, revise, store } = await decidedCase();
    const [received] = await store.read(`case-${tenant}.${caseId}`);
    await revise.execute(
      new ReviseCaseEventCommand(
        {
          caseId,
          eventId: received?.id ?? '',
          changed: { wish: 'Hemmelig ønske' },
          reason: 'Hemmelig grunn',
        },
        contextOf('correct'),
      ),
    );
    const last = store.all.at(-1)?.data as unknown as { changed: { wish: Envelope }; reason: Envelope };
    expect([plainText(last.changed.wish), plainText(last.reason)]).toEqual([
      'Hemmelig ønske',
      'Hemmelig grunn',
    ]);
    expect(JSON.stringify(store.all.map(({ data }) => data))).not.toContain('Hemmelig');
  });
});
