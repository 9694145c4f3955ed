import { randomUUID } from 'node:crypto';
import type { Viewer } from '#personal-data/viewer';
import { lackCounts } from '#projections/case-overview/queries';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let leader: ApiClient;
let steps: Procedure;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  leader = await ApiClient.as(app.url, 'LEADER');
  steps = new Procedure(worker);
});
afterAll(() => app?.stop());

interface Gap {
  readonly gap: string;
  readonly from: string | null;
  readonly items: readonly string[];
  readonly criteria: readonly string[];
  readonly legalBasis: string;
  readonly step: string;
  readonly by: string;
  readonly sentence: { readonly nb: string; readonly nn: string };
}
interface Readiness {
  readonly ready: boolean;
  readonly lacking: readonly Gap[];
  readonly toCome: readonly Gap[];
}
const after = (readAfter: string) => `readAfter=${encodeURIComponent(readAfter)}`;
const readinessOf = async (caseId: string, readAfter: string): Promise<Readiness> =>
  done(await worker.get(`/v1/cases/${caseId}?${after(readAfter)}`)).readiness;
const codesOf = (gaps: readonly Gap[]) => gaps.map(({ gap }) => gap);
/** Whether the list of those that lack something, or of those that do not, has the case. */
const isListed = async (caseId: string, lacking: boolean) => {
  const { cases } = done(await worker.get(`/v1/cases?lacking=${lacking}&limit=200`));
  return (cases as readonly { readonly caseId: string }[]).some((one) => one.caseId === caseId);
};
const applied = async (subjectId: string, fields: object) =>
  done(
    await worker.post('/v1/cases', {
      opening: 'APPLICATION',
      subjectId,
      items: ['COORDINATOR'],
      channel: 'FORM',
      signed: true,
      ...fields,
    }),
  );
/** The school told of a need yesterday, and nobody asked what the person wishes. */
const need = async (givenName: string) =>
  done(
    await worker.post('/v1/cases', {
      opening: 'NEED',
      subjectId: await steps.person({ givenName }),
      receivedOn: inDays(-1),
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      notifierUnit: 'SCHOOL',
      subjectWishes: 'NOT_ASKED',
    }),
  );
const told = async (path: string, body: object): Promise<string> =>
  done(await worker.post(path, body)).readAfter;

describe('what the county governor would miss of a case', () => {
  it('is told from its first day, and is nothing before a day has passed', async () => {
    const subjectId = await steps.person({ givenName: 'Førstine', birthDate: '1980-01-01' });
    const opened = await applied(subjectId, { receivedOn: inDays(0) });
    const { ready, lacking, toCome } = await readinessOf(opened.caseId, opened.readAfter);
    expect({ ready, lacking }).toEqual({ ready: true, lacking: [] });
    expect(codesOf(toCome)).toEqual(['ANSWER_MISSING', 'LATE_WITHOUT_REPLY', 'CRITERION_WITHOUT_REASON']);
    expect(toCome.at(-1)).toMatchObject({
      from: null,
      criteria: ['LONG_TERM', 'COORDINATED'],
      legalBasis: 'fvl. § 25; hol. §§ 7-1, 7-2, 7-2 a',
      step: 'DecisionMade',
      by: 'CASEWORKER',
      sentence: {
        nb: 'Hvert vilkår skal vurderes med en begrunnelse i avgjørelsen.',
        nn: 'Kvart vilkår skal vurderast med ei grunngiving i avgjerda.',
      },
    });
    expect([await isListed(opened.caseId, true), await isListed(opened.caseId, false)]).toEqual([
      false,
      true,
    ]);
  });

  it('comes with the day, with nothing recorded, and goes once it is mended', async () => {
    const subjectId = await steps.person({ givenName: 'Sentine' });
    const { caseId, readAfter } = await applied(subjectId, { receivedOn: inDays(-40) });
    const late = await readinessOf(caseId, readAfter);
    expect(codesOf(late.lacking)).toEqual(['ANSWER_MISSING', 'LATE_WITHOUT_REPLY']);
    expect(await isListed(caseId, true)).toBe(true);
    const replied = await told(`/v1/cases/${caseId}/preliminary-replies`, {
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      reasonCode: 'AWAITING_MEETING',
      expectedOn: inDays(20),
      sentOn: inDays(-1),
    });
    const now = await readinessOf(caseId, replied);
    expect(now.ready).toBe(true);
    expect(codesOf(now.toCome)).toContain('DEADLINE_UNEXPLAINED');
    expect([await isListed(caseId, true), await isListed(caseId, false)]).toEqual([false, true]);
  });

  it('is nothing of a case that was answered, of which the answer arrived, with the right to complain told', async () => {
    const { caseId } = await steps.granted();
    const sent = done(
      await worker.post(`/v1/cases/${caseId}/decision/notification`, {
        recipients: ['SUBJECT'],
        channel: 'LETTER',
        notifiedOn: '2026-01-29',
      }),
    );
    const before = await readinessOf(caseId, sent.readAfter);
    expect(codesOf(before.lacking)).toEqual(['DISPATCH_UNPROVEN', 'COMPLAINT_RIGHT_NOT_TOLD']);
    await told(`/v1/cases/${caseId}/decision/notification/${sent.dispatchId}/delivery`, {
      recipient: 'SUBJECT',
      deliveredOn: '2026-02-02',
      proof: 'CONFIRMED',
    });
    const informed = await told(`/v1/cases/${caseId}/information`, {
      topics: ['COMPLAINT'],
      recipients: ['SUBJECT'],
      ways: ['LETTER'],
      givenOn: '2026-01-29',
    });
    expect(await readinessOf(caseId, informed)).toEqual({ ready: true, lacking: [], toCome: [] });
    expect([await isListed(caseId, true), await isListed(caseId, false)]).toEqual([false, true]);
  });

  it('is that a child was not heard, by the age on the day of the decision', async () => {
    const decidedFor = async (birthDate: string) => {
      const subjectId = await steps.person({ givenName: 'Alderine', birthDate });
      const caseId = await steps.application(subjectId);
      const { readAfter } = await steps.decision(caseId, await steps.meeting(caseId));
      return { caseId, readAfter };
    };
    const [child, adult] = [await decidedFor('2015-05-05'), await decidedFor('1985-05-05')];
    expect(codesOf((await readinessOf(child.caseId, child.readAfter)).lacking)).toContain('CHILD_NOT_HEARD');
    expect(codesOf((await readinessOf(adult.caseId, adult.readAfter)).lacking)).not.toContain(
      'CHILD_NOT_HEARD',
    );
    const heard = await told(`/v1/cases/${child.caseId}/hearings`, {
      mode: 'CONVERSATION',
      childView: 'Vil ha én å snakke med.',
      heardOn: '2026-01-20',
    });
    expect(codesOf((await readinessOf(child.caseId, heard)).lacking)).not.toContain('CHILD_NOT_HEARD');
  });

  it('is counted for the leader, by the unit and by what is missed', async () => {
    const before = done(await leader.get('/v1/cases/lacking'));
    const of = (found: typeof before, unit: string) =>
      (found.units as readonly { unit: string; count: number }[]).find((one) => one.unit === unit)?.count ??
      0;
    const needed = await need('Tellina');
    const now = done(await leader.get(`/v1/cases/lacking?${after(needed.readAfter)}`));
    expect(of(now, 'SCHOOL')).toBe(of(before, 'SCHOOL') + 1);
    expect(now.count).toBe(before.count + 1);
    expect(now.gaps).toContainEqual({ gap: 'WISH_NOT_ASKED', count: 1 });
    const listed = async (query: string) =>
      done(await leader.get(`/v1/cases?${query}&open=true&limit=200`)).cases;
    expect(await listed('gap=WISH_NOT_ASKED')).toMatchObject([
      { caseId: needed.caseId, lacking: ['WISH_NOT_ASKED'] },
    ]);
    expect(await listed('gap=WISH_NOT_ASKED&unit=SCHOOL')).toHaveLength(1);
    expect(await listed('gap=WISH_NOT_ASKED&unit=HOME_CARE')).toEqual([]);
    expect(done(await leader.get('/v1/cases/count?gap=WISH_NOT_ASKED')).count).toBe(1);
    const file = await leader.get('/v1/cases?gap=WISH_NOT_ASKED', { headers: { accept: 'text/csv' } });
    expect(String(file.body)).toContain('ønsket er ikke avklart');
    expect((await leader.get('/v1/cases?gap=NOTHING')).status).toBe(400);
    const answered = await told(`/v1/cases/${needed.caseId}/need-answers`, {
      subjectWishes: 'YES',
      answeredBy: 'SUBJECT',
      answeredOn: inDays(0),
    });
    const mended = done(await leader.get(`/v1/cases/lacking?${after(answered)}`));
    expect(mended.count).toBe(before.count);
  });

  it('is counted of the newest, with whether there are more', async () => {
    await need('Først');
    const { readAfter } = await need('Sist');
    done(await leader.get(`/v1/cases/lacking?${after(readAfter)}`));
    const viewer: Viewer = { tenants: ['1576'], partyId: randomUUID(), roles: ['LEADER'], units: [] };
    const counts = await lackCounts(app.parts.reader, viewer, { today: inDays(0), limit: 1 });
    expect(counts.toSorted((one, other) => other.count - one.count)).toEqual([
      { unit: null, code: null, count: 2 },
      { unit: 'SCHOOL', code: null, count: 1 },
      { unit: null, code: 'WISH_NOT_ASKED', count: 1 },
    ]);
  });
});
