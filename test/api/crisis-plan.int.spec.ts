import { randomUUID } from 'node:crypto';
import { workingDaysAfter } from '#deadlines';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { linesIn } from '../support/dump.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

type Fields = Readonly<Record<string, unknown>>;

const written = {
  warningSigns: 'Slutter å svare på telefonen.',
  whatHelps: 'Å bli med ut.',
  whatToDo: 'Ring. Kom hjem til meg om jeg ikke svarer.',
  whomToCall: 'Testa Søsteren',
  withSubject: true,
};

/** A coordinator, a school nurse to whom it was given, a service office that meets the person at night, the unit and its leader. */
describe('A crisis plan (F20)', () => {
  let app: TestApp;
  let worker: ApiClient;
  let boss: ApiClient;
  let steps: Procedure;
  let coordinator: ApiClient;
  let coordinatorId: string;
  let nurse: ApiClient;
  let nurseId: string;
  let office: ApiClient;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '9999'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    boss = await ApiClient.as(app.url, 'LEADER');
    steps = new Procedure(worker);
    const staff = async (sub: string, role: string, name: string) => {
      const partyId = await steps.staffWith({ issuer: 'samspor-demo', subject: sub }, name);
      return [await ApiClient.as(app.url, role, '1576', sub), partyId] as const;
    };
    [coordinator, coordinatorId] = await staff('crisis-coordinator', 'COORDINATOR', 'Testa Koordinator');
    [nurse, nurseId] = await staff('crisis-nurse', 'UNIT_LEADER', 'Testo Helsesykepleier');
    [office] = await staff('crisis-office', 'SERVICE_OFFICE', 'Testine Natt');
  }, 120_000);
  afterAll(() => app?.stop());

  async function begun(person: Fields = {}) {
    const { subjectId, caseId } = await steps.granted(person);
    await steps.coordinator(subjectId, caseId, coordinatorId);
    const at = `/v1/subjects/${subjectId}/crisis-plan`;
    const write = async (path: string, body: Fields, by = coordinator) =>
      done(await by.post(`${at}${path}`, body));
    const drawnUp = await write('', { ...written, nextReviewOn: inDays(100) });
    const read = (by: ApiClient, { readAfter }: Fields = drawnUp, path = '') =>
      by.get(`${at}${path}?readAfter=${String(readAfter)}`);
    const share = async (sections: readonly string[]) => {
      const agreed = { scopes: ['SHARE'], givenBy: 'SUBJECT', recipientIds: [nurseId], sections };
      return done(await worker.post(`/v1/subjects/${subjectId}/consents`, agreed)).consentId as string;
    };
    return { subjectId, at, drawnUp, write, read, share };
  }

  const tasksOf = async (by: ApiClient, kind: string, subjectId: string, readAfter: string) =>
    (
      done(await by.get(`/v1/tasks?mine=true&kind=${kind}&readAfter=${readAfter}`)).tasks as {
        subject: { subjectId: string };
        dueOn: string;
      }[]
    ).filter((task) => task.subject.subjectId === subjectId);

  it('is read by whoever coordinates; the unit sees that there is one', async () => {
    const { read } = await begun();
    const whole = done(await read(coordinator));
    expect(whole).toMatchObject({ ...written, isWhole: true, version: 1, versions: [{ version: 1 }] });
    const known = await read(worker);
    expect(known.body).toMatchObject({
      isOpen: false,
      version: 1,
      nextReviewOn: inDays(100),
      readings: null,
    });
    expect(JSON.stringify(known.body)).not.toContain('telefonen');
    expect((await read(nurse)).status).toBe(404);
    expect((await read(await ApiClient.as(app.url, 'BOARD_MEMBER'))).status).toBe(403);
    const other = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'crisis-other');
    expect((await read(other)).status).toBe(404);
  });

  it('is written by whoever coordinates alone', async () => {
    const { at } = await begun();
    const other = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'crisis-other');
    const again = { ...written, nextReviewOn: inDays(100) };
    expect((await other.post(`${at}/versions`, again)).status).toBe(404);
    expect((await worker.post(`${at}/versions`, again)).status).toBe(403);
  });

  it('is read by whom it was given to, while a consent covers it', async () => {
    const { subjectId, at, write, read, share } = await begun();
    const ofPlan = await share(['GOALS']);
    const given = { partyId: nurseId, until: '2098-12-31' };
    const refused = await coordinator.post(`${at}/recipients`, { ...given, consentId: ofPlan });
    expect([refused.status, refused.body.type]).toEqual([409, expect.stringMatching(/not-consented$/)]);
    const consentId = await share(['CRISIS_PLAN']);
    const shared = await write('/recipients', { ...given, consentId });
    const seen = done(await read(nurse, shared));
    expect(seen).toMatchObject({ ...written, isOpen: true, isWhole: false, recipients: [], copies: [] });
    expect(seen.readings).toBeNull();
    const listed = done(await read(coordinator, shared));
    expect(listed.recipients).toMatchObject([{ party: { name: 'Testo Helsesykepleier' }, readsToday: true }]);
    const taken = done(await worker.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, {}));
    expect((await read(nurse, taken)).status).toBe(404);
    const still = done(await read(coordinator, taken));
    expect(still.recipients).toMatchObject([{ readsToday: false, takenBackOn: null }]);
  });

  it('stands in the list of whom it was given to, while a consent covers it, and of nobody else', async () => {
    const { subjectId, write, share } = await begun();
    const listOf = async (by: ApiClient, { readAfter }: Fields) =>
      (
        done(await by.get(`/v1/crisis-plans?limit=200&readAfter=${String(readAfter)}`)).crisisPlans as {
          subject: { subjectId: string | null };
          until: string;
          version: number;
        }[]
      ).filter(({ subject }) => subject.subjectId === subjectId);
    const consentId = await share(['CRISIS_PLAN']);
    const { recipientId, ...shared } = await write('/recipients', {
      partyId: nurseId,
      until: '2098-12-31',
      consentId,
    });
    const listed = await listOf(nurse, shared);
    expect(listed).toMatchObject([{ subject: { subjectId }, version: 1, until: '2098-12-31' }]);
    expect(JSON.stringify(listed)).not.toContain(written.whatToDo);
    for (const other of [coordinator, office, worker]) expect(await listOf(other, shared)).toEqual([]);
    const leader = await ApiClient.as(app.url, 'LEADER');
    const log = done(await leader.get(`/v1/subjects/${subjectId}/access-log?limit=200`)).entries as {
      what: string;
    }[];
    expect(log.map(({ what }) => what)).toContain('crisisPlan');
    const ended = await write(`/recipients/${recipientId}/end`, { reason: 'Byttet skole' });
    expect(await listOf(nurse, ended)).toEqual([]);
  });

  it('stands there without a name where the address is protected', async () => {
    const { subjectId, write, share } = await begun({ protectedAddress: true });
    const consentId = await share(['CRISIS_PLAN']);
    const given = await write('/recipients', { partyId: nurseId, until: '2097-07-07', consentId });
    const { crisisPlans } = done(await nurse.get(`/v1/crisis-plans?limit=200&readAfter=${given.readAfter}`));
    expect(crisisPlans.filter(({ until }: { until: string }) => until === '2097-07-07')).toMatchObject([
      { subject: { subjectId: null, givenName: null, familyName: null, protectedAddress: true } },
    ]);
    const { next } = done(await nurse.get(`/v1/crisis-plans?limit=1&readAfter=${given.readAfter}`));
    expect(Buffer.from(String(next), 'base64url').toString('latin1')).not.toContain(subjectId);
  });

  it('is read no longer by whom it was taken back from', async () => {
    const { write, read, share } = await begun();
    const consentId = await share(['CRISIS_PLAN']);
    const { recipientId } = await write('/recipients', { partyId: nurseId, until: '2098-12-31', consentId });
    const ended = await write(`/recipients/${recipientId}/end`, { reason: 'Byttet skole' });
    expect((await read(nurse, ended)).status).toBe(404);
  });

  it('opens to whoever says why in an emergency, that day, and is told of', async () => {
    const { subjectId, at, drawnUp, write, read } = await begun();
    expect((await read(office, drawnUp, '/in-emergency')).status).toBe(404);
    expect((await office.post(`${at}/emergency-readings`, {})).status).toBe(400);
    const opened = await write('/emergency-readings', { reason: 'Ute uten klær.' }, office);
    const seen = done(await read(office, opened, '/in-emergency'));
    expect(seen).toMatchObject({ ...written, isOpen: true, isWhole: false, recipients: [], readings: null });
    expect((await read(worker, opened, '/in-emergency')).status).toBe(404);
    const known = done(await read(office, opened));
    expect(known).toMatchObject({ isOpen: false, openedToday: true, warningSigns: null, readings: null });
    const dueOn = workingDaysAfter(inDays(0), 1);
    const toTell = await tasksOf(coordinator, 'CRISIS_PLAN_READ_TO_TELL', subjectId, opened.readAfter);
    expect(toTell).toMatchObject([{ dueOn }]);
    const toReview = await tasksOf(boss, 'CRISIS_PLAN_READ_TO_REVIEW', subjectId, opened.readAfter);
    expect(toReview).toHaveLength(1);
    const listed = done(await read(boss, opened));
    expect(listed).toMatchObject({
      isOpen: false,
      warningSigns: null,
      readings: [{ reader: { name: 'Testrid Servicekontor' }, reason: 'Ute uten klær.', tellBy: dueOn }],
    });
    const reading = `/emergency-readings/${String(opened.readingId)}`;
    const told = await write(`${reading}/telling`, {});
    expect(await tasksOf(coordinator, 'CRISIS_PLAN_READ_TO_TELL', subjectId, told.readAfter)).toEqual([]);
    const judged = await write(`${reading}/review`, { judgement: 'JUSTIFIED' }, boss);
    expect(await tasksOf(boss, 'CRISIS_PLAN_READ_TO_REVIEW', subjectId, judged.readAfter)).toEqual([]);
  });

  it('is in the access log as read in an emergency', async () => {
    const { subjectId, write, read } = await begun();
    const opened = await write('/emergency-readings', { reason: 'Ute uten klær.' }, office);
    done(await read(office, opened, '/in-emergency'));
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    await eventually(async () => {
      const { body } = await auditor.get(`/v1/access-log?subjectId=${subjectId}`);
      const records = (body.entries as { what: string }[]).map(({ what }) => what);
      expect(records).toContain('crisisPlanInEmergency');
    });
  });

  it('has a task for the coordinator when its review is due', async () => {
    const { subjectId, write } = await begun();
    const reviewed = (nextReviewOn: string, reviewedOn: string) =>
      write('/versions', { ...written, nextReviewOn, revisedOn: reviewedOn });
    const due = await reviewed(inDays(0), inDays(0));
    const waiting = await tasksOf(coordinator, 'CRISIS_PLAN_TO_REVIEW', subjectId, due.readAfter);
    expect(waiting).toMatchObject([{ dueOn: inDays(0) }]);
    const reviewedNow = await write('/reviews', { withSubject: true, nextReviewOn: inDays(90) });
    expect(await tasksOf(coordinator, 'CRISIS_PLAN_TO_REVIEW', subjectId, reviewedNow.readAfter)).toEqual([]);
  });

  it('that was withdrawn is read by nobody, and its copies can still be called in', async () => {
    const { write, read } = await begun();
    const { copyId } = await write('/copies', { form: 'WALLET', holder: 'Personen selv' });
    const gone = await write('/withdrawal', { reason: 'Trengs ikke' });
    const seen = done(await read(coordinator, gone));
    expect(seen).toMatchObject({
      drawnUpOn: null,
      warningSigns: null,
      copies: [{ copyId, calledInOn: null }],
    });
    const called = await write(`/copies/${String(copyId)}/end`, { end: 'DESTROYED' });
    const after = done(await read(coordinator, called));
    expect(after.copies).toMatchObject([{ end: 'DESTROYED', version: 1 }]);
  });

  it('is told of in its history without what it says, or why it was read', async () => {
    const { write, read } = await begun();
    const opened = await write('/emergency-readings', { reason: 'Ute uten klær.' }, office);
    const trail = done(await read(coordinator, opened, '/audit-trail'));
    const text = JSON.stringify(trail);
    expect(text).toContain('Testrid Servicekontor leste kriseplanen i en nødsituasjon');
    expect(text).not.toContain('telefonen');
    expect(text).not.toContain('uten klær');
    expect((await read(worker, opened, '/audit-trail')).status).toBe(403);
  });

  it('is nowhere once the person is disposed of: no reader, row, event or line has what it said', async () => {
    const planted = ['Kvekkvekk', 'Snirkelsnark', 'Blåbærtrost', 'Hosterisk', 'Nattgjesp', 'Skuffelaget'];
    const [warningSigns, whatHelps, whatToDo, whomToCall, reason, holder] = planted;
    const { subjectId, at, write, read, share } = await begun();
    const consentId = await share(['CRISIS_PLAN']);
    const texts = { warningSigns, whatHelps, whatToDo, whomToCall, withSubject: true };
    await write('/versions', { ...texts, nextReviewOn: inDays(90) });
    await write('/copies', { form: 'WALLET', holder });
    await write('/recipients', { partyId: nurseId, until: '2098-12-31', consentId });
    const opened = await write('/emergency-readings', { reason }, office);
    const paths = ['', '/audit-trail', '/in-emergency'];
    const told = async () => {
      const answers = await Promise.all(
        [coordinator, nurse, office, boss, worker].flatMap((by) =>
          paths.map((path) => read(by, opened, path)),
        ),
      );
      return JSON.stringify(answers.map(({ body }) => body));
    };
    const before = await told();
    expect(planted.filter((text) => !before.includes(text))).toEqual([]);
    const disposed = { tenant: '1576', owner: subjectId, classes: ['CRISIS_PLAN'] as const };
    await app.parts.vault.disposals.destroy({ ...disposed, disposalEventId: randomUUID() });
    const found = (text: string) => planted.filter((one) => text.includes(one));
    expect(found(await told())).toEqual([]);
    expect((await coordinator.get(at)).status).toBe(200);
    const { events } = await app.parts.store.history(`crisisPlan-1576.${subjectId}`);
    expect(events.length).toBeGreaterThan(4);
    expect(found(events.map((event) => JSON.stringify(event, bigintsAsText)).join())).toEqual([]);
    expect(found(app.logged.join())).toEqual([]);
    for (const url of [app.database.superuserUrl, app.database.vaultSuperuserUrl]) {
      const lines = (await linesIn(url)).join();
      expect(lines).toContain(subjectId);
      expect(found(lines)).toEqual([]);
    }
  });
});

const bigintsAsText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
