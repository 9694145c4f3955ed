import { CommandRunner, type FactOf, KeyReused } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { unitEvents, unitStream } from '#municipality';
import { restingOnCases } from '../index.js';
import { caseId, planId, subjectId } from '../domain/facts.testing.js';
import {
  ReviseCoordinationEventCommand,
  ReviseCoordinationEventHandler,
} from './revise-coordination-event.js';
import type { SaidOf, ToldType } from '../domain/events.js';
import { contextOf, livedLog, plainKeys, tenant, today } from './log.testing.js';
import {
  RecordCoordinationStepCommand,
  RecordCoordinationStepHandler,
  type ToldStep,
} from './record-coordination-step.js';

/** A log, and what a caseworker can do with it, each request under a key of its own. */
async function unit(options: Parameters<typeof livedLog>[0] = {}) {
  const log = await livedLog(options);
  const { runner } = log;
  let requests = 0;
  const next = () => {
    requests += 1;
    return contextOf(`request ${requests}`);
  };
  const record = <Type extends ToldType>(step: Type, told: ToldStep<Type>, context = next(), by = runner) =>
    new RecordCoordinationStepHandler(by, plainKeys).execute(
      new RecordCoordinationStepCommand(step, told, context),
    );
  return {
    ...log,
    recordIn: log.record,
    record,
    consent: (context = next()) =>
      record(
        'ConsentGiven',
        { subjectId, scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'], givenBy: 'SUBJECT' },
        context,
      ),
    withdraw: (consentId: string) => record('ConsentWithdrawn', { subjectId, consentId }),
    appoint: (
      { of = caseId, ...change }: Partial<SaidOf<'CoordinatorAppointed'>> & { of?: string } = {},
      by = runner,
      context = next(),
    ) =>
      record(
        'CoordinatorAppointed',
        { subjectId, coordinatorId: 'party-7', caseId: of, wishFollowed: 'YES', ...change },
        context,
        by,
      ),
    release: (appointmentId: string) =>
      record('CoordinatorReleased', { subjectId, appointmentId, reasonCode: 'LEFT_POSITION' }),
    start: (context = next(), by = runner) =>
      record('PlanStarted', { subjectId, caseId, withSubject: true }, context, by),
    close: (of: string) =>
      record('PlanClosed', { planId: of, reasonCode: 'NEED_CEASED', personAgrees: true }),
    join: (change: { caseId?: string; partyId?: string } = {}) =>
      record('MemberJoinedGroup', { subjectId, partyId: 'party-9', memberRole: 'TEACHER', ...change }),
    leave: (memberId: string) => record('MemberLeftGroup', { subjectId, memberId, reasonCode: 'OWN_WISH' }),
    correct: (eventId: string, changed: Readonly<Record<string, unknown>>) =>
      new ReviseCoordinationEventHandler(runner, plainKeys).execute(
        new ReviseCoordinationEventCommand({ subjectId, eventId, changed, reason: 'Feil.' }, next()),
      ),
    annul: (eventId: string) =>
      new ReviseCoordinationEventHandler(runner, plainKeys).execute(
        new ReviseCoordinationEventCommand(
          { subjectId, eventId, reasonCode: 'OTHER', reason: 'Feil.' },
          next(),
        ),
      ),
  };
}

const firstId = ({
  receipt,
}: {
  readonly receipt: { readonly events: readonly { readonly id: string }[] };
}) => receipt.events[0]?.id ?? '';

describe('Coordination, from the first consent to a closed plan', () => {
  it('is recorded with ids of its own, dates of the day, and what it rested on elsewhere', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    const { consentId } = await ke.consent();
    const { appointmentId, receipt } = await ke.appoint();
    const started = await ke.start();
    const { memberId } = await ke.join();
    await ke.leave(memberId);
    await ke.close(started.planId);
    await ke.release(appointmentId);
    await ke.withdraw(consentId);

    expect(started.planId).toBe(planId);
    const { state } = await ke.coordination();
    expect(state).toMatchObject({
      consents: [{ consentId, givenOn: today, withdrawn: [{ withdrawnOn: today }, {}, {}, {}] }],
      appointments: [
        { appointmentId, kind: 'ORDINARY', temporary: false, validFrom: today, releasedOn: today },
      ],
      plans: [{ planId, caseId, startedOn: today, closedOn: today }],
      members: [{ memberId, joinedOn: today, leftOn: today }],
    });
    expect(receipt.events[0]?.metadata.basis).toEqual([
      { stream: `subject-${tenant}.${subjectId}`, revision: 0 },
      { stream: `case-${tenant}.${caseId}`, revision: 1 },
      { stream: `party-${tenant}.party-7`, revision: 0 },
      { stream: `municipality-${tenant}.profile`, revision: -1 },
    ]);
  });

  it('has a leader’s answer by whoever leads the unit on its day, and a repeat stands when nobody leads it any more (H2)', async () => {
    const ke = await unit();
    const school = { municipality: tenant, unit: 'SCHOOL' };
    const tellUnit = (fact: FactOf<typeof unitEvents>) =>
      ke.recordIn(unitEvents, unitStream(tenant, 'SCHOOL'), fact);
    await tellUnit({
      type: 'UnitEstablished',
      data: { ...school, nb: 'skolen', nn: 'skulen', establishedOn: '2026-01-01' },
    });
    await tellUnit({
      type: 'UnitLeaderNamed',
      data: { ...school, leaderId: 'party-7', leadsFrom: '2026-01-01' },
    });
    const { proposalId } = await ke.record('CoordinatorProposed', {
      subjectId,
      candidateId: 'party-9',
      unit: 'SCHOOL',
      grounds: ['FIT'],
    });
    const concur = () => ke.record('LeaderConcurred', { subjectId, proposalId }, contextOf('concurring'));
    const { receipt } = await concur();
    expect(receipt.events).toMatchObject([
      {
        data: { leaderId: 'party-7' },
        metadata: {
          basis: expect.arrayContaining([{ stream: unitStream(tenant, 'SCHOOL'), revision: 1 }]),
        },
      },
    ]);
    await tellUnit({ type: 'UnitEnded', data: { ...school, endedOn: '2026-01-01' } });
    expect((await concur()).receipt).toEqual({ ...receipt, repeated: true });
  });

  it('is refused about a person who is not there, or whose data was disposed of', async () => {
    const ke = await unit();
    const nobody = ke.record('ConsentGiven', {
      subjectId: 'nobody',
      scopes: ['PLAN'],
      givenBy: 'SUBJECT',
    });
    await expect(nobody).rejects.toMatchObject({ code: 'subject/no-such-subject' });
    await ke.dispose();
    await expect(ke.consent()).rejects.toMatchObject({ code: 'subject/disposed' });
    await expect(ke.close(planId)).rejects.toMatchObject({ code: 'subject/disposed' });
  });

  it('asks the case itself what was granted, also to whom', async () => {
    const ke = await unit();
    await ke.consent();
    await expect(ke.appoint()).rejects.toMatchObject({ code: 'coordination/not-granted' });
    await expect(ke.appoint({ of: 'no-case' })).rejects.toMatchObject({ code: 'coordination/not-granted' });
    await ke.decide('REFUSED');
    await expect(ke.start()).rejects.toMatchObject({ code: 'coordination/not-granted' });
  });

  it('asks whether coordinator and member are registered', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.consent();
    const unknown = { code: 'coordination/unknown-party' };
    await expect(ke.appoint({ coordinatorId: 'nobody' })).rejects.toMatchObject(unknown);
    await ke.start();
    await expect(ke.join({ partyId: 'nobody' })).rejects.toMatchObject(unknown);
    const { receipt } = await ke.join();
    expect(receipt.events[0]?.metadata.basis).toContainEqual({
      stream: `party-${tenant}.party-9`,
      revision: 0,
    });
  });

  it('asks the case again before an annulled appointment comes back', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.consent();
    const appointed = await ke.appoint();
    const annulled = await ke.annul(firstId(appointed));
    await ke.annulDecision();
    await expect(ke.annul(firstId(annulled))).rejects.toMatchObject({ code: 'coordination/not-granted' });
    await ke.decide('GRANTED');
    const { receipt } = await ke.annul(firstId(annulled));
    expect(receipt.events[0]?.metadata.basis).toContainEqual({
      stream: `case-${tenant}.${caseId}`,
      revision: 3,
    });
  });

  it('asks the case before an appointment is moved to before its decision', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.consent();
    const appointed = await ke.appoint();
    await expect(ke.correct(firstId(appointed), { validFrom: '2026-01-19' })).rejects.toMatchObject({
      code: expect.stringMatching(/no-consent|before-decision/),
    });
  });

  it('asks the person’s own record for the year of birth', async () => {
    const grown = await unit({ birthYear: 1990 });
    await grown.decide('GRANTED');
    await grown.consent();
    await expect(grown.appoint({ kind: 'CHILD' })).rejects.toMatchObject({ code: 'coordination/adult' });
    const ordinary = await grown.appoint();
    await expect(grown.correct(firstId(ordinary), { kind: 'CHILD' })).rejects.toMatchObject({
      code: 'coordination/adult',
    });
  });

  it.each([
    ['presupposes a plan', true, 'coordination/no-group-basis'],
    ['does not presuppose a plan', false, undefined],
  ])('lets a group gather without a plan as the profile says: it %s', async (_, presupposes, code) => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.adoptProfile(presupposes);
    await ke.consent();
    await expect(ke.join()).rejects.toMatchObject({ code: 'coordination/no-group-basis' });
    const joining = ke.join({ caseId });
    if (code === undefined) await expect(joining).resolves.toHaveProperty('memberId');
    else await expect(joining).rejects.toMatchObject({ code });
  });

  it('tells what rests on a case, for as long as it stands', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.adoptProfile(false);
    await ke.consent();
    const made = [await ke.appoint(), await ke.start(), await ke.join({ caseId })];
    const { resting, basis } = await restingOnCases(ke.runner).of(tenant, subjectId, caseId);
    const stream = `coordination-${tenant}.${subjectId}`;
    expect(resting).toEqual(
      [
        ['CoordinatorAppointed', 'ANYTHING'],
        ['PlanStarted', 'INDIVIDUAL_PLAN'],
        ['MemberJoinedGroup', 'GROUP'],
      ].map(([type, needs], index) => {
        const { receipt } = made[index] ?? { receipt: undefined };
        return { eventId: receipt?.events[0]?.id, type, stream, begins: today, needs };
      }),
    );
    expect(basis).toEqual([{ stream, revision: 3 }]);

    for (const one of made.toReversed()) await ke.annul(firstId(one));
    await expect(restingOnCases(ke.runner).of(tenant, subjectId, caseId)).resolves.toMatchObject({
      resting: [],
    });
    await expect(restingOnCases(ke.runner).of(tenant, subjectId, 'another')).resolves.toMatchObject({
      resting: [],
    });
  });

  it('is put right and taken back by later entries alone', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    const consented = await ke.consent();
    const started = await ke.start();
    await expect(ke.annul(firstId(consented))).rejects.toMatchObject({
      code: 'coordination/rests-on',
      restsOn: [{ eventId: firstId(started), type: 'PlanStarted' }],
    });
    await ke.correct(firstId(started), { withSubject: false });
    const closed = await ke.close(started.planId);
    await ke.annul(firstId(closed));
    const { state, history } = await ke.coordination();
    expect(state.plans).toEqual([{ planId, caseId, startedOn: today }]);
    expect(history.map(({ type }) => type)).toEqual([
      'ConsentGiven',
      'PlanStarted',
      'PlanStartedCorrected',
      'PlanClosed',
      'RecordedInErrorMarked',
    ]);
  });

  it('asks for whom and what a correction brings in', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.consent();
    const eventId = firstId(await ke.appoint());
    await expect(ke.correct(eventId, { coordinatorId: 'nobody' })).rejects.toMatchObject({
      code: 'coordination/unknown-party',
    });
    await expect(ke.correct(eventId, { caseId: 'nowhere' })).rejects.toMatchObject({
      code: 'coordination/not-granted',
    });
    const { receipt } = await ke.correct(eventId, { coordinatorId: 'party-9' });
    expect(receipt.events[0]?.metadata.basis?.map(({ stream }) => stream)).toEqual([
      `subject-${tenant}.${subjectId}`,
      `case-${tenant}.${caseId}`,
      `party-${tenant}.party-9`,
      `municipality-${tenant}.profile`,
    ]);
  });

  it('asks the profile of the day on which a member joined who is to rest on a case', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.consent();
    await ke.start();
    const eventId = firstId(await ke.join());
    await ke.adoptProfile(true);
    await expect(ke.correct(eventId, { caseId })).rejects.toMatchObject({
      code: 'coordination/no-group-basis',
    });
    await ke.adoptProfile(false);
    const { receipt } = await ke.correct(eventId, { caseId });
    expect(receipt.events[0]?.metadata.basis).toContainEqual({
      stream: `municipality-${tenant}.profile`,
      revision: 1,
    });
  });

  it('answers a repeated request alike, and refuses another under its key', async () => {
    const ke = await unit();
    const first = await ke.consent(contextOf('k', '{"a":1}'));
    await ke.withdraw(first.consentId);
    const again = await ke.consent(contextOf('k', '{"a":1}'));
    expect([again.consentId, again.receipt.repeated]).toEqual([first.consentId, true]);
    await expect(ke.consent(contextOf('k', '{"a":2}'))).rejects.toBeInstanceOf(KeyReused);
  });

  it('hands over in one step that leaves no day without a coordinator', async () => {
    const ke = await unit();
    await ke.decide('GRANTED');
    await ke.consent();
    const first = await ke.appoint();
    const context = contextOf('handover');
    const second = await ke.appoint(
      { succeeds: first.appointmentId, validFrom: '2026-06-01' },
      ke.runner,
      context,
    );
    expect(second.receipt.events.map(({ type }) => type)).toEqual([
      'CoordinatorReleased',
      'CoordinatorAppointed',
    ]);
    expect(second.appointmentId).not.toBe(first.appointmentId);
    const again = await ke.appoint(
      { succeeds: first.appointmentId, validFrom: '2026-06-01' },
      ke.runner,
      context,
    );
    expect(again).toMatchObject({ appointmentId: second.appointmentId, receipt: { repeated: true } });
    expect((await ke.coordination()).state.appointments).toMatchObject([
      { appointmentId: first.appointmentId, releasedOn: '2026-06-01', releaseReason: 'HANDOVER' },
      { appointmentId: second.appointmentId, validFrom: '2026-06-01' },
    ]);
  });

  it('takes no consent from a child, but from the guardian', async () => {
    const ke = await unit({ birthYear: 2015 });
    await expect(ke.consent()).rejects.toMatchObject({ code: 'coordination/under-16' });
  });

  it('appoints one coordinator, however many ask at once and through however many processes', async () => {
    const ke = await unit();
    const { store, codec } = ke;
    const processes = Array.from({ length: 8 }, () => new CommandRunner(store, codec, plainSealing));
    await ke.decide('GRANTED');
    await ke.consent();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, n) => ke.appoint({}, processes[n % 8], contextOf(`appoint ${n}`))),
    );
    const refusals = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { code?: string }] : [],
    );
    expect(refusals.map(({ code }) => code)).toEqual(
      Array.from({ length: 63 }, () => 'coordination/already-coordinated'),
    );
    expect((await ke.coordination()).state.appointments).toHaveLength(1);
  });

  it('starts one plan, however many ask at once and through however many processes', async () => {
    const ke = await unit();
    const { store, codec } = ke;
    const processes = Array.from({ length: 8 }, () => new CommandRunner(store, codec, plainSealing));
    await ke.decide('GRANTED');
    await ke.consent();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, n) => ke.start(contextOf(`start ${n}`), processes[n % 8])),
    );
    const refusals = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { code?: string }] : [],
    );
    expect(refusals.map(({ code }) => code)).toEqual(
      Array.from({ length: 63 }, () => 'coordination/plan-already-active'),
    );
    expect((await ke.coordination()).state.plans).toHaveLength(1);
  });
});
