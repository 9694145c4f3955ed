import { done, Procedure } from '../api/procedure.js';
import { ApiClient } from '../support/api-client.js';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const stranda = '1525';
const asStaff = async (role: string) => ({ token: await program.token(role, stranda) });
const post = async (path: string, body: object, role = 'CASEWORKER') => {
  const answer = await program.request('POST', path, { ...(await asStaff(role)), body });
  expect([path, answer.status, answer.body.type]).toEqual([path, 201, undefined]);
  return answer.body;
};

/** Of one line: who it is, as somebody whom a leader names and nobody is searched for. */
async function name(page: Page, at: number, givenName: string, born: string) {
  const line = page.getByRole('group', { name: at === 1 ? /^Person( 1)?$/ : `Person ${at}` });
  await line.getByRole('textbox', { name: 'Fornamn' }).fill(givenName);
  await line.getByRole('textbox', { name: 'Etternamn' }).fill('Øvingsen');
  await line.getByRole('textbox', { name: 'Fødselsdato' }).fill(born);
  await line.getByRole('button', { name: 'Legg inn personen' }).press('Enter');
  await line.getByText(`${givenName} Øvingsen`).waitFor();
  return line;
}

test('a unit leader reports three persons at once, and sees what is missing and what became of it (S9)', async () => {
  const { page, faults } = await openWindow();
  await signIn(page, program, { sub: 'demo-unit_leader', municipality: stranda });
  await page.getByRole('link', { name: 'Einingsleiar', exact: true }).click();
  await page.getByRole('heading', { name: 'Einingsleiar', level: 1 }).waitFor();
  const first = await name(page, 1, 'Ola', '3.4.2012');
  await first.getByRole('textbox', { name: /^Skriftleg svar/ }).fill('12.1.2026');
  for (const [at, given] of [
    [2, 'Kari'],
    [3, 'Nils'],
  ] as const) {
    await page.getByRole('button', { name: 'Legg til: person' }).press('Enter');
    await name(page, at, given, `${at}.5.2013`);
  }
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/^Ola Øvingsen er meld\. Avvik: koordinator manglar, samtykke er ikkje registrert\.$/)
    .waitFor();
  await page.getByText(/^Nils Øvingsen er meld\. Avvik: .*skriftleg svar/).waitFor();
  await page.getByRole('heading', { name: 'Manglar frå eininga: 3' }).waitFor();

  // The consent comes to the coordinating unit; the leader tells the rest.
  const { reports } = (await program.request('GET', '/v1/unit-reports', await asStaff('CASEWORKER'))).body;
  const subjectId = reports.find(
    ({ subject }: { subject: { givenName: string } }) => subject.givenName === 'Ola',
  ).subject.subjectId;
  await post(`/v1/subjects/${subjectId}/consents`, {
    scopes: ['PLAN', 'COORDINATOR'],
    givenBy: 'GUARDIAN',
    givenOn: '2026-01-10',
  });
  await page.reload();
  const ofOla = page.locator('.report-list > li').filter({ hasText: 'Ola Øvingsen' });
  await ofOla.getByText(/Samtykke er ikkje registrert \(i orden .*: samtykket er registrert\)/).waitFor();
  await ofOla.getByRole('button', { name: 'Trekk meldinga tilbake' }).click();
  const form = page.getByRole('form', { name: 'Trekk meldinga tilbake' });
  await form.getByRole('radio', { name: /ei anna eining/i }).check();
  await form.getByRole('button', { name: 'Trekk meldinga tilbake' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Manglar frå eininga: 2' }).waitFor();
  await page.getByText('Det som er avslutta eller trekt tilbake').click();
  await ofOla.getByText(/Trekt tilbake/).waitFor();
  expect(faults).toEqual([]);
}, 120_000);

/** Somebody whose plan a unit reported, and the coordinating unit confirmed, with one in the group. */
async function coordinated(givenName: string, coordinatorId: string) {
  const { subjectId } = await post('/v1/subjects', {
    givenName,
    familyName: 'Øvingsen',
    birthDate: '1990-02-03',
  });
  const at = `/v1/subjects/${subjectId}`;
  const consent = { scopes: ['PLAN', 'COORDINATOR', 'SHARE'], givenBy: 'SUBJECT', givenOn: '2026-01-10' };
  await post(`${at}/consents`, consent);
  const { reportId } = await post('/v1/unit-reports', {
    subjectId,
    unit: 'HOME_CARE',
    leaderId: coordinatorId,
    coordinatorId,
    begunOn: '2026-01-20',
    consentGivenOn: '2026-01-10',
    answeredOn: '2026-01-22',
  });
  await post(`${at}/unit-reports/${reportId}/confirmation`, {});
  const { partyId } = await post('/v1/parties', {
    kind: 'STAFF',
    name: `Lærar ${givenName}`,
    unit: 'SCHOOL',
  });
  await post(`${at}/group/members`, { partyId, memberRole: 'TEACHER', joinedOn: '2026-02-03' });
  return at;
}

test('a leader and a coordinator tell of an end and of a leaver from their own page, and the inbox of the unit has it (S10)', async () => {
  await post(
    '/v1/delegations',
    {
      scope: 'APPOINT_COORDINATOR',
      fromRole: 'MUNICIPAL_DIRECTOR',
      toRole: 'KE',
      validFrom: '2026-01-01',
    },
    'LEADER',
  );
  const coordinator = { kind: 'STAFF', name: 'Koordinator Øving', unit: 'HOME_CARE' };
  const { partyId } = await post('/v1/parties', coordinator);
  const login = { issuer: 'samspor-demo', subject: 'demo-coordinator' };
  await post(`/v1/parties/${partyId}/logins`, login, 'ADMIN');
  const at = await coordinated('Berit', partyId);
  await coordinated('Anders', partyId);
  // What was answered last is that the plan is to end: whoever is to tell that it has, is asked.
  const answer = { parts: ['PLAN'], outcome: 'TO_END', withSubject: true };
  await post(`${at}/coordination-reviews`, answer);

  const leader = await openWindow();
  await signIn(leader.page, program, { sub: 'demo-unit_leader', municipality: stranda });
  await leader.page.goto(`${program.url}/mine-personer`);
  const missing = leader.page.getByRole('listitem').filter({ hasText: 'Ingen har meldt at det er gjort' });
  await missing.getByRole('button', { name: 'Meld at det er slutt' }).click();
  const ended = leader.page.getByRole('form', { name: 'Meld at planen er slutt' });
  await ended.getByLabel('Slutt dato').fill('i dag');
  await ended.getByLabel('Grunn').first().selectOption('MOVED');
  await ended.getByRole('button', { name: 'Meld at planen er slutt' }).click();
  await missing.waitFor({ state: 'detached' });

  const own = await openWindow();
  await signIn(own.page, program, { sub: 'demo-coordinator', municipality: stranda });
  await own.page.goto(`${program.url}/mine-personer`);
  await own.page.getByRole('button', { name: /^Meld slutt for Anders/ }).click();
  await own.page.getByRole('button', { name: 'Meld at Lærar Anders har slutta' }).click();
  const left = own.page.getByRole('form', { name: 'Meld at Lærar Anders har slutta' });
  await left.getByLabel('Slutta').fill('i dag');
  await left.getByLabel('Grunn').first().selectOption('LEFT_POSITION');
  await left.getByRole('button', { name: /^Meld at/ }).click();
  await left.waitFor({ state: 'detached' });

  const unit = await openWindow();
  await signIn(unit.page, program, { sub: 'demo-caseworker', municipality: stranda });
  for (const [name, sentence] of [
    ['Berit', /meldt at planen var slutt/],
    ['Anders', /meldt at Lærar Anders gjekk ut av gruppa/],
  ] as const) {
    await unit.page.goto(`${program.url}/min-dag?liste=alle`);
    const waits = unit.page.getByRole('listitem').filter({ hasText: `${name} Øvingsen` });
    await waits
      .getByText(/meldt at noko er slutt/)
      .first()
      .waitFor();
    // What comes late would move the link while it is pressed.
    await unit.page.waitForLoadState('networkidle');
    await waits.getByRole('link', { name: 'Registrer slutten' }).click();
    await unit.page.getByRole('form').waitFor();
    await unit.page.getByRole('link', { name: 'Historikk' }).first().click();
    await unit.page.getByText(sentence).first().waitFor();
  }
  expect([leader.faults, own.faults, unit.faults]).toEqual([[], [], []]);
}, 120_000);

test('a unit leader says yes to one cost and no to another, and only the first binds (F4)', async () => {
  const aure = '1576';
  const as = async (role: string, sub?: string) =>
    new ApiClient(program.url, await program.token(role, aure, sub));
  const steps = new Procedure(await as('CASEWORKER'));
  const coordinatorId = await steps.party('Testa Koordinator');
  const login = { issuer: 'samspor-demo', subject: 'costs-coordinator' };
  done(await (await as('ADMIN')).post(`/v1/parties/${coordinatorId}/logins`, login));
  const coordinator = await as('COORDINATOR', login.subject);
  const { subjectId, caseId } = await steps.granted();
  await steps.coordinator(subjectId, caseId, coordinatorId);
  const plan = `/v1/plans/${await steps.plan(subjectId, caseId)}`;
  for (const text of ['Støttekontakt', 'Hjemmehjelp']) {
    const measure = { text, responsible: 'UNIT', unit: 'HOME_CARE', hasCost: true, extent: 'To timer i uka' };
    const { measureId } = done(await coordinator.post(`${plan}/measures`, measure));
    done(await coordinator.post(`${plan}/measures/${measureId}/clearances`, { note: 'Fra mars' }));
  }

  const { page, faults } = await openWindow();
  await signIn(page, program, { sub: 'demo-unit_leader', municipality: aure });
  await page.goto(`${program.url}/enhetsleder`);
  const answered = async (text: string, answer: string) => {
    const line = page.locator('.report-list > li').filter({ hasText: text });
    await line.getByRole('button', { name: answer }).click();
    const form = page.getByRole('form', { name: answer });
    await form.getByRole('button', { name: answer }).click();
    await line.waitFor({ state: 'detached' });
  };
  await page.getByText('Hjemmehjelp').waitFor();
  await answered('Støttekontakt', 'Si ja til kostnaden');
  await answered('Hjemmehjelp', 'Si nei til kostnaden');
  await page.getByText('Ingen kostnader venter på svar.').waitFor();
  const { measures } = done(await coordinator.get(plan));
  expect(measures).toMatchObject([
    { text: 'Støttekontakt', binds: true },
    { text: 'Hjemmehjelp', binds: false, clearanceDeclinedOn: expect.any(String) },
  ]);
  expect(faults).toEqual([]);
}, 120_000);
