import { randomUUID } from 'node:crypto';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { adoptProfile, readProfile, shippedProfile } from '#municipality/application/index';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done } from './procedure.js';
import { decisionOn, Scene } from './scene.js';

interface Task {
  readonly kind: string;
  readonly caseId: string | null;
  readonly target: { readonly target: string; readonly dueOn: string; readonly late: boolean } | null;
}

/** What is a municipality's own choice, in the way of everybody's work. */
describe('what a municipality chooses for itself', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ tenants: [] });
    const targets = [
      { target: 'RECEIVED_TO_MAPPED', days: 20 },
      { target: 'RECEIVED_TO_DECIDED', days: 400 },
      { target: 'DECIDED_TO_APPOINTED', days: 14 },
    ] as const;
    await adopt('folldal', '3429');
    await adopt('alesund', '1508', { targets });
    await adopt('stranda', '1525');
  });
  afterAll(() => app?.stop());

  async function adopt(name: Parameters<typeof shippedProfile>[0], tenant: string, more: object = {}) {
    const { settings } = await readProfile(shippedProfile(name));
    const context = ownCommand('OPERATOR', tenant, randomUUID());
    const adopting = { ...settings, ...more };
    await adoptProfile(app.parts.runner, adopting, context, { adoptedOn: '2026-01-01' });
  }
  const wished = (scene: Scene, subjectId: string) =>
    scene.post(`/v1/subjects/${subjectId}/coordinator-wishes`, {
      wish: 'En som er rolig.',
      wishedBy: 'SUBJECT',
      wishedOn: '2026-01-21',
    });
  const tasksOf = async (scene: Scene, caseId: string, readAfter: string): Promise<readonly Task[]> =>
    (await scene.get(`/v1/tasks?limit=200`, { readAfter })).tasks.filter(
      (one: Task) => one.caseId === caseId,
    );

  it('who decides: in Folldal the team, whose task a ready case is', async () => {
    const folldal = await Scene.in(app.url, '3429', 'TEAM');
    const subjectId = await folldal.person();
    await folldal.consent(subjectId);
    const caseId = await folldal.applied(subjectId, ['INDIVIDUAL_PLAN']);
    const { readAfter } = await folldal.post(`/v1/cases/${caseId}/mapping-completion`, {
      performerId: await folldal.party('Testa Kartlegger'),
      competenceBasis: 'EXPERIENCE',
      completedOn: '2026-01-19',
    });
    const [ready] = (await tasksOf(folldal, caseId, readAfter)).filter(
      ({ kind }) => kind === 'CASE_TO_CONSIDER',
    );
    const path = `/v1/cases/${caseId}/decision`;
    expect(ready).toMatchObject({ step: { path } });
    const byUnit = await folldal.worker.post(path, decisionOn(['INDIVIDUAL_PLAN'], 'KE', '2026-01-20'), {
      headers: { 'accept-language': 'nb' },
    });
    expect(byUnit).toMatchObject({ status: 409, body: { type: 'casework/not-the-decider' } });
    expect(byUnit.body.detail).toBe('Etter kommunens profil avgjøres søknader av koordinerende team.');
    await folldal.post(path, decisionOn(['INDIVIDUAL_PLAN'], 'TEAM', '2026-01-20'));
    const { entries } = await folldal.get(`/v1/cases/${caseId}/audit-trail`);
    const told = entries.map(({ sentence }: { sentence: string }) => sentence).join(' ');
    expect(told).toContain('koordinerende team');
  });

  it('days to be done in: each task and the case’s page say by when, and what is late', async () => {
    const alesund = await Scene.in(app.url, '1508');
    const subjectId = await alesund.person();
    const caseId = await alesund.applied(subjectId);
    const { readAfter } = await alesund.consent(subjectId);
    const targetsOf = async (seen: string) =>
      new Map((await tasksOf(alesund, caseId, seen)).map(({ kind, target }) => [kind, target]));
    const waiting = await targetsOf(readAfter);
    expect(waiting.get('MAPPING_TO_ASSIGN')).toEqual({
      target: 'RECEIVED_TO_MAPPED',
      dueOn: '2026-01-26',
      late: true,
    });
    expect(waiting.get('APPLICATION_TO_COMPLETE')).toEqual({
      target: 'RECEIVED_TO_DECIDED',
      dueOn: '2027-02-10',
      late: false,
    });
    const mapped = await alesund.post(`/v1/cases/${caseId}/mapping-completion`, {
      performerId: await alesund.party('Testa Kartlegger'),
      competenceBasis: 'PROFESSION',
      completedOn: '2026-01-20',
    });
    const page = await alesund.get(`/v1/cases/${caseId}`, mapped);
    expect(page.targets).toEqual([
      { target: 'RECEIVED_TO_MAPPED', dueOn: '2026-01-26', late: false, reachedOn: '2026-01-20' },
      { target: 'RECEIVED_TO_DECIDED', dueOn: '2027-02-10', late: false, reachedOn: null },
    ]);
  });

  it('days from the grant to the coordinator, which the first day of one reaches', async () => {
    const alesund = await Scene.in(app.url, '1508');
    const { subjectId, caseId } = await alesund.ready();
    const kept = await alesund.get(`/v1/cases/${caseId}`, await wished(alesund, subjectId));
    expect(kept.targets).toContainEqual({
      target: 'DECIDED_TO_APPOINTED',
      dueOn: '2026-02-03',
      late: true,
      reachedOn: null,
    });
    const appointed = await alesund.coordinator(subjectId, caseId, await alesund.party('Testa Koordinator'));
    const { targets } = await alesund.get(`/v1/cases/${caseId}`, appointed);
    expect(targets).toContainEqual({
      target: 'DECIDED_TO_APPOINTED',
      dueOn: '2026-02-03',
      late: false,
      reachedOn: '2026-02-02',
    });
  });

  it('no days where it says none', async () => {
    const folldal = await Scene.in(app.url, '3429', 'TEAM');
    const { subjectId, caseId } = await folldal.ready(['INDIVIDUAL_PLAN']);
    const { readAfter } = await wished(folldal, subjectId);
    expect((await folldal.get(`/v1/cases/${caseId}`, { readAfter })).targets).toEqual([]);
    const tasks = await tasksOf(folldal, caseId, readAfter);
    expect(tasks.map(({ target }) => target)).toEqual(tasks.map(() => null));
  });

  it('who hears that somebody coordinates: the task names them until each was told or left out (F24)', async () => {
    const folldal = await Scene.in(app.url, '3429', 'TEAM');
    const { subjectId, caseId } = await folldal.ready(['INDIVIDUAL_PLAN']);
    const candidateId = await folldal.party('Testa Koordinator');
    const { proposalId } = await folldal.post(`/v1/subjects/${subjectId}/coordinator-proposals`, {
      candidateId,
      unit: 'HOME_CARE',
      grounds: ['FIT'],
      proposedOn: '2026-01-21',
    });
    await folldal.post(`/v1/subjects/${subjectId}/coordinator-proposals/${proposalId}/acceptance`, {
      acceptedOn: '2026-01-22',
    });
    const appointed = await folldal.coordinator(subjectId, caseId, candidateId, { proposalId });
    const path = `/v1/subjects/${subjectId}/coordinators/${appointed.appointmentId}/notifications`;
    const telling = async (readAfter: string) =>
      (await tasksOf(folldal, caseId, readAfter)).filter(({ kind }) => kind === 'ALLOCATION_TO_TELL');
    expect(await telling(appointed.readAfter)).toMatchObject([
      {
        toTell: ['SUBJECT', 'NEXT_OF_KIN', 'COORDINATOR'],
        since: '2026-02-02',
        why: {
          nb: 'Testa Koordinator er koordinator IP fra 2. februar 2026. Disse skal ha melding om det: personen, pårørende og koordinator IP.',
        },
        step: { method: 'POST', path },
        eventId: expect.any(String),
      },
    ]);
    const written = { channel: 'LETTER', notifiedOn: '2026-02-03' };
    const unexplained = { ...written, recipients: ['SUBJECT'], leftOut: ['NEXT_OF_KIN'] };
    expect((await folldal.worker.post(path, unexplained)).body.type).toBe(
      'coordination/left-out-needs-reason',
    );
    const some = await folldal.post(path, { ...unexplained, reason: 'Ingen pårørende.' });
    expect(await telling(some.readAfter)).toMatchObject([{ toTell: ['COORDINATOR'] }]);
    const all = await folldal.post(path, { ...written, recipients: ['COORDINATOR'] });
    expect(await telling(all.readAfter)).toEqual([]);

    const nobody = `/v1/subjects/${subjectId}/coordinators/${randomUUID()}/notifications`;
    expect((await folldal.worker.post(nobody, { ...written, recipients: ['SUBJECT'] })).status).toBe(404);
    const auditor = await ApiClient.as(app.url, 'AUDITOR', '3429');
    expect((await auditor.post(path, { ...written, recipients: ['SUBJECT'] })).status).toBe(403);
    const elsewhere = await ApiClient.as(app.url, 'CASEWORKER', '1508');
    expect((await elsewhere.post(path, { ...written, recipients: ['SUBJECT'] })).status).toBe(404);
    expect((await folldal.worker.post(path, { ...written, recipients: ['MAYOR'] })).status).toBe(400);
  });

  it('its target groups, which in Stranda do not mention kin: they are somebody else, and helped all the same (S12)', async () => {
    const stranda = await ApiClient.as(app.url, 'CASEWORKER', '1525');
    const asked = { receivedOn: '2026-01-12', channel: 'PHONE', text: 'Kven kan hjelpe oss?' };
    const post = (sourceType: string) => stranda.post('/v1/enquiries', { ...asked, sourceType });
    const refused = await stranda.post(
      '/v1/enquiries',
      { ...asked, sourceType: 'NEXT_OF_KIN' },
      { headers: { 'accept-language': 'nn' } },
    );
    expect(refused).toMatchObject({ status: 409, body: { type: 'enquiry/other-target-group' } });
    expect(refused.body.detail).toContain(
      'Han nemner: ein brukar, ei teneste i kommunen, ei teneste utanfor kommunen.',
    );
    done(await post('OTHER'));
    done(await post('OUTSIDE_SERVICE'));
    const need = {
      opening: 'NEED',
      subjectId: await (await Scene.in(app.url, '1525', 'BOARD')).person(),
      receivedOn: '2026-01-12',
      channel: 'PHONE',
      subjectWishes: 'NOT_ASKED',
    };
    const byKin = await stranda.post('/v1/cases', { ...need, notifierRole: 'NEXT_OF_KIN' });
    expect(byKin.body.type).toBe('casework/other-target-group');
    done(await stranda.post('/v1/cases', { ...need, notifierRole: 'OTHER' }));

    const folldal = await ApiClient.as(app.url, 'CASEWORKER', '3429');
    done(await folldal.post('/v1/enquiries', { ...asked, sourceType: 'NEXT_OF_KIN' }));
    expect(done(await stranda.get('/v1/profile'))).toMatchObject({
      targetGroups: ['USER', 'MUNICIPAL_SERVICE', 'OUTSIDE_SERVICE'],
      delegationNeededFor: ['APPOINT_COORDINATOR', 'APPROVE_APPLICATION'],
      allocationToldTo: [],
      targets: [],
      standingItems: [],
      offered: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR'],
      proposalAwaits: [],
    });
    expect(done(await folldal.get('/v1/profile'))).toMatchObject({
      targetGroups: null,
      offered: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR'],
      proposalAwaits: ['CANDIDATE'],
    });
    await adopt('hamar', '3403');
    const hamar = await ApiClient.as(app.url, 'CASEWORKER', '3403');
    expect(done(await hamar.get('/v1/profile')).proposalAwaits).toEqual(['LEADER']);
  });

  it('what it calls its unit and its coordinator in what codes are called', async () => {
    for (const municipality of ['1525', '3429']) {
      const worker = await ApiClient.as(app.url, 'CASEWORKER', municipality);
      const { terms } = done(await worker.get('/v1/profile'));
      const { labels } = done(await worker.get('/v1/labels'));
      expect(labels).toMatchObject({
        item: { COORDINATOR: terms.coordinator, GROUP: terms.group },
        deciderBody: { KE: terms.unit },
      });
    }
  });

  it('nothing of the law, which is told under old and new names with what replaced it (A13, F28)', async () => {
    const auditor = await ApiClient.as(app.url, 'AUDITOR', '3429');
    const { references, rights } = done(await auditor.get('/v1/labels/law'));
    expect(references).toContainEqual({
      code: 'KHL_6_2A',
      label: { nb: 'kommunehelsetjenesteloven § 6-2 a', nn: 'kommunehelsetenestelova § 6-2 a' },
      validFrom: null,
      validUntil: '2011-12-31',
      replacedBy: ['HOL_7_1'],
    });
    expect(rights).toContainEqual({
      item: 'INDIVIDUAL_PLAN',
      legalBasis: 'KHL_6_2A',
      validFrom: '2001-01-01',
      validUntil: '2011-12-31',
    });
    expect((await new ApiClient(app.url).get('/v1/labels/law')).status).toBe(401);
  });
});
