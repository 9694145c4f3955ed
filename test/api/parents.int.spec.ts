import { randomUUID } from 'node:crypto';
import { planSections } from '#plan';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { textOfPdf } from '../support/pdf-text.js';
import { done, Procedure } from './procedure.js';

const story = 'Jeg vil helst bo hos bestemor.';

/** A child whose parents disagree, and a coordinator who looks at the plan as each of them. */
describe('What a parent may see of a child’s plan (pbrl § 3-4)', () => {
  let app: TestApp;
  let worker: ApiClient;
  let coordinator: ApiClient;
  let coordinatorId: string;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
    const login = { issuer: 'samspor-demo', subject: 'parents-coordinator' };
    coordinatorId = await steps.staffWith(login, 'Testa Koordinator');
    coordinator = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'parents-coordinator');
  }, 120_000);
  afterAll(() => app?.stop());

  /** To all of it: by the person from 16 on, and by a parent before. */
  const consent = async (subjectId: string, birthDate: string): Promise<string> =>
    done(
      await worker.post(`/v1/subjects/${subjectId}/consents`, {
        scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
        givenBy: birthDate < '2010-01-01' ? 'SUBJECT' : 'PARENT',
        givenOn: '2026-01-05',
      }),
    ).consentId;

  /** Somebody born that day, with a plan, a mother and a father. */
  async function family(birthDate: string) {
    const subjectId = await steps.person({ birthDate });
    await consent(subjectId, birthDate);
    const caseId = await steps.application(subjectId);
    await steps.decision(caseId, await steps.meeting(caseId));
    await steps.coordinator(subjectId, caseId, coordinatorId);
    const planId = await steps.plan(subjectId, caseId);
    const [motherId, fatherId] = [await steps.party('Mor Prøvesen'), await steps.party('Far Testesen')];
    const relate = async (partyId: string, more: object) =>
      done(await worker.post(`/v1/subjects/${subjectId}/relations`, { partyId, kind: 'PARENT', ...more }));
    await relate(motherId, { telephone: '99 00 00 01', email: 'mor@eksempel.example' });
    await relate(fatherId, { telephone: '99 00 00 02', email: 'far@eksempel.example' });
    const write = async (path: string, body: object) =>
      done(await coordinator.post(`/v1/plans/${planId}/${path}`, body));
    await write('own-story', { text: story, author: 'PERSON' });
    await write('goals', { kind: 'MAIN', text: 'Bo trygt', author: 'PERSON' });
    const decide = async (kind: 'withholdings' | 'requirements', body: object) =>
      done(
        await coordinator.post(`/v1/subjects/${subjectId}/follow-up/insight-decisions/${kind}`, {
          reason: 'Snakket med barnet alene.',
          decidedById: coordinatorId,
          ...body,
        }),
      );
    const as = async (partyId: string, readAfter?: string) =>
      done(
        await coordinator.get(
          `/v1/plans/${planId}/as/${partyId}${readAfter === undefined ? '' : `?readAfter=${readAfter}`}`,
        ),
      );
    return { subjectId, planId, motherId, fatherId, relate, write, decide, as };
  }
  const all = planSections.codes.toSorted();

  it('is all of it, but what was kept from that one (F9, F11)', async () => {
    const { motherId, fatherId, decide, as } = await family('2012-06-15');
    const decision = { sections: ['OWN_STORY'], ground: 'OWN_WISH', partyId: fatherId };
    const { readAfter } = await decide('withholdings', decision);
    const [mothers, fathers] = [await as(motherId, readAfter), await as(fatherId, readAfter)];
    expect(mothers).toMatchObject({ isWhole: false, insight: { age: 'FROM_12', by: 'pbrl § 3-4' } });
    expect(mothers.sections.toSorted()).toEqual(all);
    expect(JSON.stringify(mothers)).toContain(story);
    expect(fathers.sections).not.toContain('OWN_STORY');
    expect(JSON.stringify(fathers)).not.toContain(story);
    expect(fathers.goals).toHaveLength(1);
  });

  it('is not shared with that one on anybody’s consent either', async () => {
    const { subjectId, fatherId, write, decide, as } = await family('2012-06-15');
    const consentId = await consent(subjectId, '2012-06-15');
    const given = { partyId: fatherId, sections: ['OWN_STORY', 'GOALS'], until: '2098-12-31', consentId };
    await write('accesses', given);
    const { readAfter } = await decide('withholdings', { sections: ['OWN_STORY'], ground: 'WEIGHTY' });
    expect(JSON.stringify(await as(fatherId, readAfter))).not.toContain(story);
  });

  it('comes back once the decision holds no more', async () => {
    const { subjectId, fatherId, decide, as } = await family('2012-06-15');
    const { insightId } = await decide('withholdings', { sections: ['OWN_STORY'], ground: 'OWN_WISH' });
    const end = `/v1/subjects/${subjectId}/follow-up/insight-decisions/${insightId}/end`;
    const { readAfter } = done(await coordinator.post(end, {}));
    expect(JSON.stringify(await as(fatherId, readAfter))).toContain(story);
  });

  it('is from 16 on what responsibility requires, and what is shared', async () => {
    const { subjectId, motherId, fatherId, write, decide, as } = await family('2009-06-15');
    const consentId = await consent(subjectId, '2009-06-15');
    await write('accesses', { partyId: motherId, sections: ['GOALS'], until: '2098-12-31', consentId });
    const { readAfter } = await decide('requirements', { sections: ['MEASURES'] });
    const seen = await Promise.all([motherId, fatherId].map((one) => as(one, readAfter)));
    expect(seen.map(({ sections }) => sections)).toEqual([['GOALS', 'MEASURES'], ['MEASURES']]);
    expect(seen.map(({ insight }) => insight.age)).toEqual(['FROM_16', 'FROM_16']);
  });

  it('is nothing of an adult, and nothing for a parent without responsibility', async () => {
    const adult = await family('2000-06-15');
    expect(await adult.as(adult.motherId)).toMatchObject({ sections: [], entries: [], insight: null });
    const child = await family('2015-06-15');
    const other = await steps.party('Forelder Uten');
    await child.relate(other, { parentalResponsibility: false });
    expect(await child.as(other)).toMatchObject({ sections: [], entries: [], insight: null });
  });

  it('never tells how the other is reached', async () => {
    const { motherId, as } = await family('2015-06-15');
    const text = JSON.stringify(await as(motherId));
    expect(text).toContain(story);
    for (const told of ['99 00 00', 'eksempel.example', 'Far Testesen']) expect(text).not.toContain(told);
  });

  it('is what a copy on paper for that one has, and nothing else (F18)', async () => {
    const { subjectId, planId, motherId, fatherId, write, decide } = await family('2012-06-15');
    await write('entries', { section: 'NEEDS', text: 'Trenger følge til legen.', author: 'COORDINATOR' });
    const decision = { sections: ['OWN_STORY'], ground: 'OWN_WISH', partyId: fatherId };
    const { readAfter } = await decide('withholdings', decision);
    const copyFor = async (partyId: string) => {
      const answer = await fetch(`${app.url}/v1/plans/${planId}/as/${partyId}/print?readAfter=${readAfter}`, {
        headers: { authorization: `Bearer ${coordinator.token ?? ''}`, 'accept-language': 'nb' },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      return textOfPdf(Buffer.from(await answer.arrayBuffer()));
    };
    const [mothers, fathers] = [await copyFor(motherId), await copyFor(fatherId)];
    if (mothers === undefined || fathers === undefined) return;
    expect(mothers).toContain(story);
    expect(fathers).not.toContain(story);
    for (const told of ['Trenger følge til legen.', 'Bo trygt', 'pbrl § 3-4']) {
      expect([mothers.includes(told), fathers.includes(told)]).toEqual([true, true]);
    }
    expect([mothers.includes('Mor Prøvesen'), fathers.includes('Far Testesen')]).toEqual([true, true]);
    for (const told of ['Far Testesen', '99 00 00', 'eksempel.example']) expect(mothers).not.toContain(told);
    for (const told of ['Mor Prøvesen', '99 00 00', 'eksempel.example']) expect(fathers).not.toContain(told);
    for (const path of ['', '/print']) {
      const nobody = await coordinator.get(`/v1/plans/${planId}/as/${randomUUID()}${path}`);
      expect([nobody.status, nobody.body.type]).toEqual([404, 'not-found']);
    }
    const refused = await worker.get(`/v1/plans/${planId}/as/${motherId}/print`);
    expect(refused.status).toBe(404);
    const leader = await ApiClient.as(app.url, 'LEADER');
    const { entries } = done(await leader.get(`/v1/subjects/${subjectId}/access-log?limit=200`));
    expect(entries.filter(({ what }: { what: string }) => what === 'plan').length).toBeGreaterThanOrEqual(2);
  });

  it('is decided by whoever coordinates, with a reason that nobody else reads', async () => {
    const { subjectId, decide } = await family('2012-06-15');
    const { readAfter } = await decide('withholdings', { sections: ['NEEDS'], ground: 'WEIGHTY' });
    const path = `/v1/subjects/${subjectId}/follow-up?readAfter=${readAfter}`;
    expect(done(await coordinator.get(path)).insights).toMatchObject([
      { ground: 'WEIGHTY', reason: 'Snakket med barnet alene.', decidedBy: { partyId: coordinatorId } },
    ]);
    expect(done(await worker.get(path)).insights).toEqual([]);
    const refused = await worker.post(`/v1/subjects/${subjectId}/follow-up/insight-decisions/withholdings`, {
      sections: ['NEEDS'],
      ground: 'WEIGHTY',
      reason: 'x',
      decidedById: coordinatorId,
    });
    expect(refused.status).toBe(403);
  });
});
