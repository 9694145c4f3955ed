import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

type Fields = Readonly<Record<string, unknown>>;
interface ToldTable {
  readonly id: string;
  readonly name: readonly [string, string];
  readonly counts: readonly [string, string];
  readonly source: readonly [string, string];
  readonly cell: string | null;
}

const spring = 'from=2026-01-01&to=2026-07-01';

/** A girl of twelve, a boy of nine and a man, whom Testa coordinates: each takes part in another way. */
describe('Taking part', () => {
  let app: TestApp;
  let leader: ApiClient;
  let testa: ApiClient;
  let coordinatorId: string;
  let girl: Life;
  let boy: Life;
  let man: Life;

  interface Life {
    readonly subjectId: string;
    readonly write: (path: string, body: Fields) => Promise<Readonly<Record<string, string>>>;
    readonly meet: (participation: string, fields?: Fields) => Promise<string>;
  }

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
    leader = await ApiClient.as(app.url, 'LEADER');
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const steps = new Procedure(worker);
    const login = { issuer: 'samspor-demo', subject: 'part-testa' };
    coordinatorId = await steps.staffWith(login, 'Testa Koordinator');
    testa = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'part-testa');
    const life = async (givenName: string, birthDate: string, givenBy: string): Promise<Life> => {
      const subjectId = await steps.person({ givenName, familyName: 'Medvirksen', birthDate });
      const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
      done(
        await worker.post(`/v1/subjects/${subjectId}/consents`, { scopes, givenBy, givenOn: '2026-01-05' }),
      );
      const caseId = await steps.application(subjectId);
      await steps.decision(caseId, await steps.meeting(caseId));
      await steps.coordinator(subjectId, caseId, coordinatorId);
      const planId = await steps.plan(subjectId, caseId);
      const at = `/v1/subjects/${subjectId}/follow-up/meetings`;
      const meet = async (participation: string, fields: Fields = {}) => {
        const { meetingId } = done(
          await testa.post(at, {
            meetsOn: '2026-03-16',
            matters: 'Hva skal skje på skolen?',
            invitedAs: givenBy === 'SUBJECT' ? 'SUBJECT' : 'BOTH',
            preparedWithPerson: 'YES',
            calledOn: '2026-03-02',
            ...fields,
          }),
        );
        const held = {
          heldOn: '2026-03-16',
          participation,
          participationNote: 'Fortalte det til Testa dagen før.',
          coordinatorsPresent: [coordinatorId],
          present: [],
        };
        done(await testa.post(`${at}/${meetingId}/attendance`, held));
        return meetingId as string;
      };
      const write = async (path: string, body: Fields) =>
        done(await testa.post(`/v1/plans/${planId}/${path}`, body)) as Readonly<Record<string, string>>;
      return { subjectId, write, meet };
    };
    girl = await life('Testa Liten', '2014-01-16', 'PARENT');
    boy = await life('Testo Liten', '2017-01-16', 'PARENT');
    man = await life('Testulf', '1970-01-16', 'SUBJECT');
  }, 120_000);
  afterAll(() => app?.stop());

  const figures = async () => done(await leader.get(`/v1/reports/figures?${spring}`)).figures;

  it('in the plan: the own story, own words and the owner’s approval are there, and counted (U6, U21, F9)', async () => {
    await girl.write('own-story', { text: 'Jeg liker å bade.', author: 'PERSON', toldOn: '2026-02-10' });
    await girl.write('versions', { revisedOn: '2026-02-11' });
    await girl.write('approval', { approvedBy: 'PARENT', way: 'SIGNED', approvedOn: '2026-02-12' });
    const told = { text: 'Han teller biler.', author: 'KIN', toldOn: '2026-02-10' };
    await boy.write('own-story', told);
    await man.write('goals', { kind: 'MAIN', text: 'Bo hjemme', author: 'PERSON', setOn: '2026-02-10' });
    await man.write('versions', { revisedOn: '2026-02-11' });
    await man.write('approval', { approvedBy: 'SUBJECT', way: 'ORAL', approvedOn: '2026-02-12' });
    await man.write('reviews', { outcome: 'GOES_ON', withSubject: true, reviewedOn: '2026-05-12' });
    expect(await figures()).toMatchObject({
      U1: { n: 3, of: 3 },
      U5: { value: 3, by: { CONTENT: { BY_PERSON: 1, BY_OTHER: 1, NOT_APPROVED: 1 } } },
      U6: {
        by: { VOICE: { OWN: 2, TOLD: 1 }, AGE_VOICE: { '6-12:OWN': 1, '6-12:TOLD': 1, '25-66:OWN': 1 } },
      },
      U7: { value: 1, by: { WITH_PERSON: { YES: 1 } } },
    });
  });

  it('in the meetings around them: a child of twelve in person, a younger one heard in another way (U6, F9)', async () => {
    await girl.meet('PRESENT');
    await boy.meet('BY_WORD', { preparedWithPerson: 'NO' });
    await man.meet('REMOTE');
    expect(await figures()).toMatchObject({
      M1: { by: { TYPE: { COORDINATION: 3 } } },
      U2: { by: { PREPARED: { YES: 2, NO: 1 } } },
      U3: {
        value: 3,
        by: { AGE_HEARD: { '12-17:TOOK_PART': 1, '0-11:HEARD': 1, '18+:TOOK_PART': 1 } },
      },
    });
    const cell = encodeURIComponent('U3/AGE_HEARD/0-11:HEARD');
    const { behind } = done(await leader.get(`/v1/reports/figures/behind?${spring}&cell=${cell}`));
    expect(behind).toMatchObject([{ subject: { subjectId: boy.subjectId }, meetingId: null }]);
  });

  it('in what is decided for many: who speaks for users is asked and answers (U21)', async () => {
    const asked = {
      body: 'YOUTH_COUNCIL',
      bodyName: 'Prøvedal ungdomsråd',
      matter: 'Ny brosjyre',
      askedOn: '2026-02-20',
      answerBy: '2026-03-20',
    };
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const { matterId } = done(await worker.post('/v1/cooperation/hearings', asked));
    const answer = {
      answeredOn: '2026-03-01',
      standpoint: 'SUPPORTS',
      answer: 'Bra.',
      consequence: 'Trykkes.',
    };
    done(await worker.post(`/v1/cooperation/hearings/${matterId}/answer`, answer));
    expect(await figures()).toMatchObject({
      U8: { value: 1, by: { BODY: { YOUTH_COUNCIL: 1 } } },
      U9: { value: 1, by: { STANDPOINT: { SUPPORTS: 1 } } },
    });
  });

  it('stands in the report in words, and in what goes out nobody by fewer than five (U6, U21, S4)', async () => {
    const { themes } = done(await leader.get(`/v1/reports/figures/tables?${spring}`));
    const tables: readonly ToldTable[] = themes
      .filter(({ id }: { id: string }) => id === 'PARTICIPATION')
      .flatMap(({ tables: all }: { tables: readonly ToldTable[] }) => all);
    expect(tables.map(({ id }) => id)).toEqual(['U5', 'U6', 'U3', 'U2', 'U4', 'U7', 'U1', 'U8', 'U9']);
    for (const { name, counts, source } of tables) expect([...name, ...counts, ...source]).not.toContain('');

    const { reportId } = done(await leader.post('/v1/reports', { from: '2025-01-01', to: '2026-01-01' }));
    const { readAfter } = done(await leader.post(`/v1/reports/${reportId}/figures`, {}));
    const edition = await fetch(`${app.url}/v1/reports/${reportId}/edition?readAfter=${readAfter}`, {
      headers: { authorization: `Bearer ${leader.token}`, accept: 'text/csv' },
    });
    const csv = await edition.text();
    for (const name of ['Møter rundt personer', 'Planer med innhold', 'Avtaler med frist i perioden']) {
      expect(csv).toContain(name);
    }
    expect(csv).not.toMatch(/;[1-4];/);
    const { report } = done(await leader.get(`/v1/reports/${reportId}?readAfter=${readAfter}`));
    expect(report.frozen).toMatchObject({ rules: 'STAT_2', publication: 'PUB_2' });
    expect(done(await leader.get(`/v1/reports/${reportId}/rebuild`))).toMatchObject({ isSame: true });
  });
});
