import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

interface Line {
  readonly subject: { readonly subjectId: string; readonly familyName: string };
  readonly withoutCoordinatorSince: string | null;
  readonly nextReviewOn: string | null;
  readonly planSince: string | null;
}

describe('The register in an order of days', () => {
  let app: TestApp;
  let worker: ApiClient;
  let readAfter: string;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    const steps = new Procedure(worker);
    const coordinator = await steps.party('Testa Koordinator');
    const granted = async (familyName: string) => {
      const subjectId = await steps.person({ givenName: 'Testine', familyName });
      await steps.consent(subjectId);
      const caseId = await steps.application(subjectId);
      await steps.decision(caseId, await steps.meeting(caseId));
      return { subjectId, caseId };
    };
    const coordinated = async (familyName: string, from: string) => {
      const { subjectId, caseId } = await granted(familyName);
      return {
        subjectId,
        caseId,
        appointmentId: await steps.coordinator(subjectId, caseId, coordinator, from),
      };
    };
    const started = async (subjectId: string, caseId: string, startedOn: string) =>
      done(await worker.post(`/v1/subjects/${subjectId}/plans`, { caseId, startedOn, withSubject: true }));

    await granted('Granli');
    const left = await coordinated('Avdal', '2026-01-28');
    done(
      await worker.post(`/v1/subjects/${left.subjectId}/coordinators/${left.appointmentId}/end`, {
        releasedOn: '2026-02-20',
        reasonCode: 'LEFT_POSITION',
      }),
    );
    const late = await coordinated('Dalen', '2026-02-10');
    await started(late.subjectId, late.caseId, '2026-02-12');
    const early = await coordinated('Moen', '2026-02-01');
    await started(early.subjectId, early.caseId, '2026-02-03');
    await coordinated('Berg', '2026-02-05');
    const told = await steps.person({ givenName: 'Testine', familyName: 'Åsen' });
    await steps.consent(told);
    ({ readAfter } = done(
      await worker.post(`/v1/subjects/${await steps.person({ familyName: 'Ås' })}/consents`, {
        scopes: ['REGISTER'],
        givenBy: 'SUBJECT',
        givenOn: '2026-01-05',
      }),
    ));
  });
  afterAll(() => app?.stop());

  async function paged(filter: string, limit: number): Promise<Line[]> {
    const found: Line[] = [];
    for (let after = ''; ;) {
      const page = `limit=${limit}&readAfter=${readAfter}${after}`;
      const { coordination, next } = done(await worker.get(`/v1/coordination?${page}&${filter}`));
      expect(coordination.length).toBeLessThanOrEqual(limit);
      found.push(...coordination);
      if (next === undefined) return found;
      expect(Buffer.from(next, 'base64url').toString()).not.toMatch(/Testine|Berg|Dalen|Ås/);
      after = `&after=${next}`;
    }
  }
  const namesOf = (lines: readonly Line[]) => lines.map(({ subject }) => subject.familyName);

  it.each([1, 2, 3, 4, 50])(
    'E4 begins with whoever the order is about, the others by name, %s at a time',
    async (limit) => {
      expect(namesOf(await paged('order=LONGEST_WITHOUT', limit))).toEqual([
        'Granli',
        'Avdal',
        'Berg',
        'Dalen',
        'Moen',
        'Ås',
        'Åsen',
      ]);
      expect(namesOf(await paged('order=LONGEST_PLAN', limit))).toEqual([
        'Moen',
        'Dalen',
        'Avdal',
        'Berg',
        'Granli',
        'Ås',
        'Åsen',
      ]);
      expect(namesOf(await paged('order=NEXT_REVIEW', limit))).toEqual([
        'Moen',
        'Berg',
        'Dalen',
        'Avdal',
        'Granli',
        'Ås',
        'Åsen',
      ]);
      expect(namesOf(await paged('order=NAME', limit))).toEqual([
        'Avdal',
        'Berg',
        'Dalen',
        'Granli',
        'Moen',
        'Ås',
        'Åsen',
      ]);
    },
  );

  it.each([1, 50])('keeps to what is selected, %s at a time', async (limit) => {
    const of = async (filter: string) => namesOf(await paged(filter, limit));
    expect(await of('order=LONGEST_WITHOUT&withoutCoordinator=true')).toEqual(['Granli', 'Avdal']);
    expect(await of('order=LONGEST_WITHOUT&withoutCoordinator=false')).toEqual([
      'Berg',
      'Dalen',
      'Moen',
      'Ås',
      'Åsen',
    ]);
    expect(await of('order=LONGEST_PLAN&withPlan=true')).toEqual(['Moen', 'Dalen']);
    expect(await of('order=LONGEST_PLAN&withPlan=false')).toEqual(['Avdal', 'Berg', 'Granli', 'Ås', 'Åsen']);
    expect(await of('order=LONGEST_PLAN&unit=HOME_CARE')).toEqual(['Moen', 'Dalen', 'Berg']);
    expect(await of('order=NEXT_REVIEW&unit=HOME_CARE&withPlan=false')).toEqual(['Berg']);
    expect(await of('order=NEXT_REVIEW&withPlan=true')).toEqual(['Moen', 'Dalen']);
    expect(await of('order=NEXT_REVIEW&withoutCoordinator=true')).toEqual(['Avdal', 'Granli']);
    expect(await of('order=LONGEST_WITHOUT&unit=HOME_CARE')).toEqual(['Berg', 'Dalen', 'Moen']);
  });

  it('tells the day that it goes by, and when it is next asked whether all is right', async () => {
    const lines = await paged('order=NEXT_REVIEW', 50);
    const told = Object.fromEntries(
      lines.map(({ subject, ...line }) => [
        subject.familyName,
        [line.withoutCoordinatorSince, line.planSince, line.nextReviewOn],
      ]),
    );
    expect(told).toMatchObject({
      Granli: ['2026-01-27', null, null],
      Avdal: ['2026-02-20', null, null],
      Moen: [null, '2026-02-03', '2026-08-01'],
      Berg: [null, null, '2026-08-05'],
      Dalen: [null, '2026-02-12', '2026-08-10'],
      Ås: [null, null, null],
    });
  });

  it('says how many a list has, and of cases too', async () => {
    const count = async (path: string) => done(await worker.get(`${path}readAfter=${readAfter}`));
    expect(await count('/v1/coordination/count?')).toMatchObject({ count: 7, more: false });
    expect(await count('/v1/coordination/count?withoutCoordinator=true&')).toMatchObject({ count: 2 });
    expect(await count('/v1/coordination/count?unit=HOME_CARE&')).toMatchObject({ count: 3 });
    expect(await count('/v1/cases/count?')).toMatchObject({ count: 5, more: false });
    expect(await count('/v1/cases/count?status=DECIDED_NOT_NOTIFIED&')).toMatchObject({ count: 5 });
    expect(await count('/v1/cases/count?overdue=true&')).toMatchObject({ count: 0 });
    expect(await worker.get('/v1/cases/count?limit=5')).toMatchObject({ status: 400 });
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR');
    expect(done(await coordinator.get('/v1/cases/count'))).toMatchObject({ count: 0 });
  });

  it('counts nobody whom it does not list', async () => {
    const steps = new Procedure(worker);
    const hidden = await steps.person({ familyName: 'Skjultesen', protectedAddress: true });
    const { readAfter: last } = done(
      await worker.post(`/v1/subjects/${hidden}/consents`, {
        scopes: ['REGISTER'],
        givenBy: 'SUBJECT',
        givenOn: '2026-01-05',
      }),
    );
    expect(done(await worker.get(`/v1/coordination/count?readAfter=${last}`))).toMatchObject({ count: 7 });
  });
});
