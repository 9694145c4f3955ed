import { randomUUID } from 'node:crypto';
import { caseClosureReasons } from '#casework';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

describe('the end of a case', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const caseOf = async (caseId: string, readAfter: string) =>
    done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));
  const listed = async (query: string, readAfter: string): Promise<string[]> => {
    const { cases } = done(await worker.get(`/v1/cases?${query}&limit=200&readAfter=${readAfter}`));
    return (cases as readonly { readonly caseId: string }[]).map(({ caseId }) => caseId);
  };
  const sentencesOf = async (caseId: string, readAfter: string, language: string): Promise<string[]> => {
    const path = `/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`;
    const { entries } = done(await worker.get(path, { headers: { 'accept-language': language } }));
    return (entries as readonly { readonly sentence: string }[]).map(({ sentence }) => sentence);
  };
  const close = (caseId: string, body: object = {}) =>
    worker.post(`/v1/cases/${caseId}/closing`, { reasonCode: 'NO_NEED', personAgrees: true, ...body });
  const reopen = (caseId: string, body: object = {}) =>
    worker.post(`/v1/cases/${caseId}/reopening`, { reason: 'Ny avklaring.', ...body });
  const withoutCoordinator = async (subjectId: string, readAfter: string): Promise<boolean> => {
    const query = `subjectId=${subjectId}&withoutCoordinator=true&readAfter=${readAfter}`;
    const { coordination: people } = done(await worker.get(`/v1/coordination?${query}`));
    return (people as readonly unknown[]).length > 0;
  };

  const needOf = async (subjectId: string, subjectWishes = 'NOT_ASKED') =>
    done(
      await worker.post('/v1/cases', {
        opening: 'NEED',
        subjectId,
        receivedOn: '2026-01-05',
        channel: 'PHONE',
        subjectWishes,
      }),
    ).caseId as string;
  const overdue = async () => {
    const caseId = await steps.application(await steps.person(), { signed: false });
    const assigned = {
      assigneeId: await steps.party('Øvelse'),
      assignedOn: '2026-01-07',
      dueOn: '2026-01-20',
    };
    done(await worker.post(`/v1/cases/${caseId}/mapping-assignments`, assigned));
    return caseId;
  };

  it.each([
    ['a need', 'NEED_NOTIFIED', async () => needOf(await steps.person())],
    [
      'a need that the person does not want',
      'DECLINED_BY_SUBJECT',
      async () => needOf(await steps.person(), 'NO'),
    ],
    ['an application', 'APPLICATION_RECEIVED', async () => steps.application(await steps.person())],
    ['a mapping that is overdue', 'MAPPING_ASSIGNED', overdue],
    [
      'a meeting',
      'MEETING_CONVENED',
      async () => {
        const caseId = await steps.application(await steps.person());
        await steps.meeting(caseId);
        return caseId;
      },
    ],
    ['a decision', 'DECIDED_NOT_NOTIFIED', async () => (await steps.granted()).caseId],
    [
      'a written answer',
      'NOTIFIED',
      async () => {
        const { caseId } = await steps.granted();
        await steps.notification(caseId);
        return caseId;
      },
    ],
    [
      'a withdrawal',
      'WITHDRAWN',
      async () => {
        const caseId = await steps.application(await steps.person());
        const withdrawn = { withdrawnOn: '2026-01-08', withdrawnBy: 'SUBJECT' };
        done(await worker.post(`/v1/cases/${caseId}/withdrawal`, withdrawn));
        return caseId;
      },
    ],
  ])('D1 comes at every stage: after %s', async (_, status, begin) => {
    const caseId = await begin();
    const closed = done(await close(caseId, { reason: 'Klarer seg selv.' }));
    expect(closed).toMatchObject({ caseId, goesOn: [], events: [{ type: 'CaseClosed' }] });
    expect(await caseOf(caseId, closed.readAfter)).toMatchObject({
      status: 'CLOSED',
      closureReasonCode: 'NO_NEED',
      closureReason: 'Klarer seg selv.',
      openPoints: [],
      withoutConsent: [],
      overdue: false,
    });
    expect(await listed('withoutDecision=true', closed.readAfter)).not.toContain(caseId);
    expect(await listed('overdue=true', closed.readAfter)).not.toContain(caseId);
    expect(await listed('status=CLOSED', closed.readAfter)).toContain(caseId);

    const reopened = done(await reopen(caseId));
    expect(await caseOf(caseId, reopened.readAfter)).toMatchObject({
      status,
      closedOn: null,
      closureReasonCode: null,
      closureReason: null,
      reopeningReason: 'Ny avklaring.',
      overdue: status === 'MAPPING_ASSIGNED',
    });
    expect(await listed(`status=${status}`, reopened.readAfter)).toContain(caseId);
  });

  it.each(caseClosureReasons.codes)('D1 comes for every reason, told in words: %s', async (reasonCode) => {
    const { caseId } = await steps.granted();
    const { readAfter } = done(await close(caseId, { closedOn: '2026-02-02', reasonCode }));
    const [nb, nn] = caseClosureReasons.words[reasonCode];
    expect(await sentencesOf(caseId, readAfter, 'nb')).toContain(
      `Saken ble avsluttet 2. februar 2026 (${nb}). Personen er enig.`,
    );
    expect(await sentencesOf(caseId, readAfter, 'nn')).toContain(
      `Saka vart avslutta 2. februar 2026 (${nn}). Personen er samd.`,
    );
    const reopened = done(await reopen(caseId, { reopenedOn: '2026-02-03' }));
    expect(await sentencesOf(caseId, reopened.readAfter, 'nb')).toContain(
      'Saken ble gjenåpnet 3. februar 2026. Begrunnelse: «Ny avklaring.»',
    );
  });

  it('D1 refuses what comes after it, and takes what came before', async () => {
    const caseId = await overdue();
    done(await close(caseId, { closedOn: '2026-02-02' }));
    const completed = { performerId: await steps.party('Prøve'), competenceBasis: 'PROFESSION' };
    const path = `/v1/cases/${caseId}/mapping-completion`;
    const later = { ...completed, completedOn: '2026-02-03' };
    expect(await worker.post(path, later, { headers: { 'accept-language': 'nb' } })).toMatchObject({
      status: 409,
      body: {
        type: 'casework/case-closed',
        detail: expect.stringContaining('Denne saken er avsluttet.') as string,
      },
    });
    done(await worker.post(path, { ...completed, completedOn: '2026-02-02' }));
    expect(await close(caseId)).toMatchObject({ status: 409, body: { type: 'casework/case-closed' } });
    done(await reopen(caseId, { reopenedOn: '2026-02-04' }));
    done(await worker.post(path, { ...completed, completedOn: '2026-02-05' }));
    expect(await reopen(caseId)).toMatchObject({ status: 409, body: { type: 'casework/case-not-closed' } });
  });

  it('D1 is taken back by marking it as recorded in error', async () => {
    const caseId = await overdue();
    const { events } = done(await close(caseId, { reasonCode: 'DECEASED' }));
    const wrong = { recordedInError: { reasonCode: 'WRONG_PERSON' }, reason: 'Gjaldt en annen.' };
    const annulled = done(
      await worker.post(`/v1/cases/${caseId}/corrections`, { eventId: events[0].eventId, ...wrong }),
    );
    expect(await caseOf(caseId, annulled.readAfter)).toMatchObject({
      status: 'MAPPING_ASSIGNED',
      overdue: true,
      openPoints: expect.arrayContaining(['SIGNATURE']) as string[],
    });
  });

  it('D1 happens once, however many ask at once', async () => {
    const { caseId } = await steps.granted();
    const answers = await Promise.all(Array.from({ length: 32 }, () => close(caseId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(31);
  });

  it('D1 lets nobody wait for what is used up with it, and nothing begins on it', async () => {
    const { subjectId, caseId, readAfter } = await steps.granted();
    expect(await withoutCoordinator(subjectId, readAfter)).toBe(true);
    const closed = done(await close(caseId, { closedOn: '2026-02-02', reasonCode: 'DECLINED' }));
    expect(await withoutCoordinator(subjectId, closed.readAfter)).toBe(false);
    const appointed = {
      coordinatorId: await steps.party('Øvelse'),
      caseId,
      validFrom: '2026-02-03',
      wishFollowed: 'YES',
    };
    expect(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed)).toMatchObject({
      status: 409,
      body: { type: 'coordination/grant-used-up' },
    });
    const reopened = done(await reopen(caseId));
    expect(await withoutCoordinator(subjectId, reopened.readAfter)).toBe(true);
    const completed = done(await close(caseId, { reasonCode: 'COMPLETED' }));
    expect(await withoutCoordinator(subjectId, completed.readAfter)).toBe(true);
  });

  it('D1 names what goes on for the person, and ends none of it', async () => {
    const { subjectId, caseId } = await steps.granted();
    const coordinatorId = await steps.party('Øvelse');
    const { appointmentId } = done(
      await worker.post(`/v1/subjects/${subjectId}/coordinators`, {
        coordinatorId,
        caseId,
        validFrom: '2026-01-28',
        wishFollowed: 'YES',
      }),
    );
    const { planId } = done(
      await worker.post(`/v1/subjects/${subjectId}/plans`, {
        caseId,
        startedOn: '2026-01-29',
        withSubject: true,
      }),
    );
    const { memberId } = done(
      await worker.post(`/v1/subjects/${subjectId}/group/members`, {
        partyId: await steps.party('Prøve'),
        memberRole: 'NURSE',
        joinedOn: '2026-01-30',
      }),
    );
    const closed = done(await close(caseId, { reasonCode: 'DECEASED' }));
    const goesOn = [appointmentId, planId, memberId];
    expect(closed.goesOn).toEqual(goesOn);
    expect(await caseOf(caseId, closed.readAfter)).toMatchObject({ status: 'CLOSED', goesOn });
    const register = done(
      await worker.get(`/v1/subjects/${subjectId}/coordination?readAfter=${closed.readAfter}`),
    );
    expect(register).toMatchObject({ activePlanId: planId, coordinator: { partyId: coordinatorId } });

    const end = { releasedOn: '2026-02-02', reasonCode: 'DECEASED' };
    done(await worker.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, end));
    const left = { leftOn: '2026-02-02', reasonCode: 'NEED_CEASED' };
    done(await worker.post(`/v1/subjects/${subjectId}/group/members/${memberId}/departure`, left));
    const over = { closedOn: '2026-02-02', reasonCode: 'DECEASED' };
    const last = done(await worker.post(`/v1/plans/${planId}/closure`, over));
    expect(await caseOf(caseId, last.readAfter)).toMatchObject({ status: 'CLOSED', goesOn: [] });
  });

  it('D1 ends the wait for one who should follow a coordinator who left', async () => {
    const { subjectId, caseId } = await steps.granted();
    const { appointmentId } = done(
      await worker.post(`/v1/subjects/${subjectId}/coordinators`, {
        coordinatorId: await steps.party('Øvelse'),
        caseId,
        validFrom: '2026-01-28',
        wishFollowed: 'YES',
      }),
    );
    const end = { releasedOn: '2026-02-02', reasonCode: 'LEFT_POSITION' };
    const left = done(await worker.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, end));
    expect(await withoutCoordinator(subjectId, left.readAfter)).toBe(true);
    const closed = done(await close(caseId, { closedOn: '2026-02-10', reasonCode: 'DECEASED' }));
    expect(await withoutCoordinator(subjectId, closed.readAfter)).toBe(false);
  });

  it('is the same when it is sent again', async () => {
    const { caseId } = await steps.granted();
    const headers = { 'idempotency-key': randomUUID() };
    const body = { reasonCode: 'MOVED' };
    const first = done(await worker.post(`/v1/cases/${caseId}/closing`, body, { headers }));
    const again = done(await worker.post(`/v1/cases/${caseId}/closing`, body, { headers }));
    expect(again).toEqual(first);
  });

  describe('of a person’s time here', () => {
    const coordinated = async () => {
      const { subjectId, caseId } = await steps.granted();
      const coordinatorId = await steps.party('Testine Koordinator');
      const appointmentId = await steps.coordinator(subjectId, caseId, coordinatorId);
      const planId = await steps.plan(subjectId, caseId);
      const partyId = await steps.party('Testolf Medlem');
      const member = { partyId, memberRole: 'NURSE', joinedOn: '2026-02-05' };
      const { memberId } = done(await worker.post(`/v1/subjects/${subjectId}/group/members`, member));
      return { subjectId, caseId, appointmentId, planId, memberId: String(memberId), coordinatorId };
    };
    const die = async (subjectId: string, body: object = {}) =>
      worker.post(`/v1/subjects/${subjectId}/death`, { source: 'NEXT_OF_KIN', ...body });
    const coordinationOf = async (subjectId: string) =>
      done(await worker.get(`/v1/subjects/${subjectId}/coordination`));
    const tasksOf = async (subjectId: string, readAfter?: string) => {
      const query = readAfter === undefined ? '' : `&readAfter=${readAfter}`;
      const { tasks } = done(await worker.get(`/v1/tasks?limit=200${query}`));
      const all = tasks as readonly {
        readonly kind: string;
        readonly subject: { subjectId: string } | null;
      }[];
      return all.filter(({ subject }) => subject?.subjectId === subjectId).map(({ kind }) => kind);
    };

    it('D1 ends everything when the person dies, and takes it back when that was an error', async () => {
      const { subjectId, caseId, coordinatorId } = await coordinated();
      const open = await steps.application(subjectId, { items: ['COORDINATOR'] });
      const told = done(await die(subjectId, { diedOn: '2026-02-20' }));

      const person = done(await worker.get(`/v1/subjects/${subjectId}?readAfter=${told.readAfter}`));
      expect(person).toMatchObject({ isDead: true, diedOn: '2026-02-20' });
      const { toldOn } = { toldOn: String(person.deathToldOn) };
      const ended = await eventually(async () => {
        const now = await coordinationOf(subjectId);
        expect(now).toMatchObject({ endedOn: toldOn, endReason: 'DECEASED' });
        return now;
      });
      expect(ended).toMatchObject({
        coordinator: null,
        activePlanId: null,
        withoutCoordinatorSince: null,
        withoutConsent: [],
        plans: [{ closedOn: toldOn, reasonCode: 'DECEASED' }],
      });
      for (const id of [caseId, open]) {
        await eventually(async () =>
          expect(done(await worker.get(`/v1/cases/${id}`))).toMatchObject({
            status: 'CLOSED',
            closureReasonCode: 'DECEASED',
            overdue: false,
            openPoints: [],
          }),
        );
      }
      await eventually(async () => expect(await tasksOf(subjectId)).toEqual([]));

      const late = { coordinatorId, caseId, wishFollowed: 'YES', validFrom: inDays(30) };
      const refused = await worker.post(`/v1/subjects/${subjectId}/coordinators`, late);
      expect(refused).toMatchObject({
        status: 409,
        body: { type: expect.stringMatching(/coordination\/deceased$/) },
      });
      expect(await die(subjectId)).toMatchObject({
        status: 409,
        body: { type: expect.stringMatching(/subject\/already-deceased$/) },
      });

      const trail = done(await worker.get(`/v1/cases/${caseId}/audit-trail?limit=200`));
      const entries = trail.entries as readonly {
        readonly type: string;
        readonly eventId: string;
        readonly sentence: string;
      }[];
      const death = entries.find(({ type }) => type === 'SubjectDeceased');
      expect(death?.sentence).toMatch(/^Enheten fikk .* vite at personen er død \(kilde: pårørende\)/);
      done(
        await worker.post(`/v1/subjects/${subjectId}/corrections`, {
          eventId: death?.eventId,
          recordedInError: { reasonCode: 'WRONG_PERSON' },
          reason: 'Det var en annen.',
        }),
      );
      await eventually(async () =>
        expect(await coordinationOf(subjectId)).toMatchObject({
          endedOn: null,
          activePlanId: expect.any(String),
          coordinator: { partyId: coordinatorId },
        }),
      );
      for (const id of [caseId, open]) {
        await eventually(async () =>
          expect(done(await worker.get(`/v1/cases/${id}`)).status).not.toBe('CLOSED'),
        );
      }
    });

    it('D1 closes the case of somebody dead that is typed in late, and opens none of a later day', async () => {
      const subjectId = await steps.person();
      done(await die(subjectId, { toldOn: '2026-02-01' }));
      const caseId = await steps.application(subjectId);
      await eventually(async () =>
        expect(done(await worker.get(`/v1/cases/${caseId}`)).status).toBe('CLOSED'),
      );
      const later = {
        opening: 'APPLICATION',
        subjectId,
        items: ['COORDINATOR'],
        receivedOn: '2026-02-02',
        channel: 'FORM',
        signed: true,
      };
      expect(await worker.post('/v1/cases', later)).toMatchObject({
        status: 409,
        body: { type: expect.stringMatching(/casework\/deceased$/) },
      });
    });

    it('D1 leaves what goes on after a move to somebody, until it is ended', async () => {
      const { subjectId, appointmentId, planId, memberId } = await coordinated();
      const move = { movedOn: '2026-02-20', toMunicipalityNo: '3403' };
      const { readAfter } = done(await worker.post(`/v1/subjects/${subjectId}/moves`, move));
      expect(await tasksOf(subjectId, readAfter)).toContain('MOVE_TO_FOLLOW_UP');
      const path = `/v1/subjects/${subjectId}`;
      const at = '2026-02-21';
      const release = { releasedOn: at, reasonCode: 'MOVED' };
      done(await worker.post(`${path}/coordinators/${appointmentId}/end`, release));
      done(
        await worker.post(`${path}/group/members/${memberId}/departure`, { leftOn: at, reasonCode: 'OTHER' }),
      );
      const closed = done(
        await worker.post(`/v1/plans/${planId}/closure`, { closedOn: at, reasonCode: 'MOVED' }),
      );
      expect(await tasksOf(subjectId, closed.readAfter)).not.toContain('MOVE_TO_FOLLOW_UP');
      expect(await worker.post(`${path}/moves`, { toMunicipalityNo: 'Hamar' })).toMatchObject({
        status: 400,
      });
    });
  });
});

describe('the caseworker of a case', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const assign = (caseId: string, body: object) => worker.post(`/v1/cases/${caseId}/caseworkers`, body);
  const listed = async (caseworkerId: string, readAfter: string) => {
    const { cases } = done(await worker.get(`/v1/cases?caseworkerId=${caseworkerId}&readAfter=${readAfter}`));
    return cases as readonly { readonly caseId: string; readonly caseworker: object }[];
  };

  it('has it until it is handed over, and is told on the case, in the list and in the trail', async () => {
    const caseId = await steps.application(await steps.person());
    const [one, other] = [await steps.party('Saksbehandler Øvelse'), await steps.party('Vikar Prøve')];
    const first = done(await assign(caseId, { caseworkerId: one, assignedOn: '2026-01-07' }));
    expect(await listed(one, first.readAfter)).toMatchObject([
      { caseId, caseworker: { partyId: one, name: 'Saksbehandler Øvelse' }, caseworkerStandsIn: false },
    ]);
    expect((await assign(caseId, { caseworkerId: one, assignedOn: '2026-01-08' })).status).toBe(200);

    const stood = { caseworkerId: other, assignedOn: '2026-02-02', standsIn: true };
    const second = done(await assign(caseId, stood));
    expect(await listed(one, second.readAfter)).toEqual([]);
    const seen = done(await worker.get(`/v1/cases/${caseId}?readAfter=${second.readAfter}`));
    expect(seen).toMatchObject({
      caseworker: { partyId: other, name: 'Vikar Prøve' },
      caseworkerSince: '2026-02-02',
      caseworkerStandsIn: true,
    });
    for (const [language, sentence] of [
      ['nb', 'Vikar Prøve er saksbehandler fra 2. februar 2026, som stedfortreder.'],
      ['nn', 'Vikar Prøve er saksbehandlar frå 2. februar 2026, som stadfortredar.'],
    ] as const) {
      const path = `/v1/cases/${caseId}/audit-trail?readAfter=${second.readAfter}`;
      const { entries } = done(await worker.get(path, { headers: { 'accept-language': language } }));
      expect(entries).toContainEqual(expect.objectContaining({ sentence }));
    }
  });

  it('is somebody registered', async () => {
    const caseId = await steps.application(await steps.person());
    expect(await assign(caseId, { caseworkerId: randomUUID(), assignedOn: '2026-01-07' })).toMatchObject({
      status: 409,
      body: { type: 'casework/unknown-party' },
    });
  });
});
