import { both, decisionOn } from '../api/scene.js';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { inDays } from '../support/days.js';
import { describeSome } from '../support/describe-some.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
let maintainerId: string;
beforeAll(async () => {
  program = await startProgram();
  ({ partyId: maintainerId } = await post('/v1/parties', {
    kind: 'STAFF',
    name: 'Ajour Oppdiktsen',
    unit: 'KE',
  }));
}, 120_000);

async function post(path: string, body: object, role = 'CASEWORKER', municipality?: string) {
  const token = await program.token(role, municipality);
  const answer = await program.request('POST', path, { token, body });
  expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
  return answer.body;
}

const tell = async (page: Page, name: string, fields: Readonly<Record<string, string>>) => {
  const form = page.getByRole('form', { name });
  await form.waitFor();
  for (const [label, value] of Object.entries(fields)) {
    await form.getByLabel(label, { exact: true }).fill(value);
  }
  return form;
};
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
/** Why something waits, in the inbox. */
const why = (page: Page, text: string) => page.locator('p.why').filter({ hasText: text });
const onPart = async (page: Page, address: string, title: string) => {
  await page.goto(`${program.url}${address}`);
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
};

/** A case of somebody who applied for a plan and a coordinator. */
async function applied(municipality?: string) {
  const of = { givenName: 'Testine', familyName: 'Tildelsen', birthDate: '1988-02-03' };
  const { subjectId } = await post('/v1/subjects', of, 'CASEWORKER', municipality);
  const application = {
    opening: 'APPLICATION',
    subjectId,
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
    receivedOn: inDays(-40),
    channel: 'FORM',
    signed: true,
  };
  const { caseId } = await post('/v1/cases', application, 'CASEWORKER', municipality);
  return { subjectId, caseId };
}

describeSome('the unit’s own work', 2, (test) => {
  test('is training that is set up, held and counted for whoever completed it (H8, F25, A8)', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.getByRole('link', { name: 'Kompetanse og rutiner' }).click();
    await page.getByRole('heading', { level: 2, name: 'Opplæringsmatrise' }).waitFor();
    await onPart(page, '/kompetanse?del=opplaering', 'Opplæring og fagdager');
    await page.getByRole('button', { name: 'Sett opp opplæring' }).click();
    const form = await tell(page, 'Sett opp opplæring', {
      Tittel: 'Oppdiktet grunnkurs',
      'Når den skal holdes': 'i dag',
    });
    await form.getByRole('radio', { name: 'Kurs', exact: true }).check();
    await form.getByRole('button', { name: 'Sett opp opplæring' }).click();
    await row(page, 'Oppdiktet grunnkurs').getByText('Satt opp').waitFor();
    await row(page, 'Oppdiktet grunnkurs').getByRole('button', { name: 'Registrer at den er holdt' }).click();
    const held = await tell(page, 'Registrer at den er holdt: Oppdiktet grunnkurs', {});
    await held.getByRole('button', { name: /Registrer at den er holdt/ }).click();
    await row(page, 'Oppdiktet grunnkurs').getByText('Holdt').waitFor();
    const done = { courseCode: 'COORDINATOR_BASICS', completedOn: '2026-02-10' };
    await post(`/v1/staff-competence/${maintainerId}/courses`, done);
    await onPart(page, '/kompetanse', 'Opplæringsmatrise');
    const mine = row(page, 'Ajour Oppdiktsen');
    await mine.getByText('Grunnopplæring for koordinatorer').waitFor();
    await mine.getByRole('button', { name: 'Registrer veiledning' }).click();
    const guided = await tell(page, 'Registrer veiledning: Ajour Oppdiktsen', {
      'Hva det gjaldt': 'Det første oppdiktede møtet',
    });
    await guided.getByRole('radio', { name: 'i samtale' }).check();
    await guided.getByRole('button', { name: 'Registrer veiledning' }).click();
    await mine.getByText(/^Én gang, /).waitFor();
    await mine.getByRole('link', { name: 'Historikk' }).click();
    await page.getByText(/fikk veiledning i samtale .*«Det første oppdiktede møtet»/).waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('is a routine that is approved, reviewed when the inbox says so, and read in its history (F1, U19)', async () => {
    const document = {
      kind: 'ROUTINE',
      title: 'Oppdiktet rutine',
      audiences: ['INTERNAL'],
      maintainerId,
      approverRole: 'KE',
      forCases: true,
      draftedOn: '2019-01-02',
    };
    const { documentId } = await post('/v1/controlled-documents', document);
    const approval = { approvedOn: '2019-01-22', validFrom: '2019-01-22', nextReviewOn: '2021-01-22' };
    await post(`/v1/controlled-documents/${documentId}/approvals`, approval);
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/min-dag?liste=alle`);
    await why(page, 'Et dokument skal gjennomgås innen 22. januar 2021.').waitFor();
    await page
      .getByRole('link', { name: /Gå gjennom dokumentet/ })
      .first()
      .click();
    await page.waitForURL(new RegExp(`del=dokumenter&steg=ControlledDocuments_review.${documentId}`));
    const form = await tell(page, 'La det stå etter gjennomgang: Oppdiktet rutine', {
      'Neste gjennomgang': inDays(300),
    });
    await form.getByRole('button', { name: /La det stå/ }).click();
    await form.waitFor({ state: 'detached' });
    await row(page, 'Oppdiktet rutine').getByRole('link', { name: 'Historikk' }).click();
    await page.getByText('Dokumentet ble gjennomgått').waitFor();
    const { caseId } = await applied();
    await page.goto(`${program.url}/sak/${caseId}`);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Oppdiktet rutine' })
      .getByText(/revisjon 1 gjaldt da saken ble åpnet/)
      .waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('is cooperation that somebody follows up, and users who are heard (U21, U23)', async () => {
    const task = { matter: 'Oppdiktet inntaksmøte', ownerId: maintainerId };
    await post('/v1/cooperation/tasks', { ...task, agreedOn: '2026-01-12', followUpOn: '2026-02-12' });
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/min-dag?liste=alle`);
    await why(page, 'En samarbeidsoppgave skulle følges opp 12. februar 2026.').waitFor();
    await onPart(page, '/kompetanse?del=samarbeid', 'Samarbeidsoppgaver');
    await row(page, task.matter).getByText('over fristen').waitFor();
    await onPart(page, '/kompetanse?del=brukere', 'Brukere hørt');
    await page.getByRole('button', { name: 'Spør brukere' }).click();
    const form = await tell(page, 'Spør brukere', {
      'Navn på dem som spørres': 'Oppdiktet brukerråd',
      'Hva de spørres om': 'Oppdiktet brosjyre',
      Svarfrist: inDays(30),
    });
    await form.getByLabel('Hvem som taler for brukerne').selectOption('USER_COUNCIL');
    await form.getByRole('button', { name: 'Spør brukere' }).click();
    await row(page, 'Oppdiktet brukerråd')
      .getByText(/^Svarfrist/)
      .waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('is the law under old and new names, material for everybody, and a plan for competence (A13, F28, U9, U22)', async () => {
    const brochure = {
      form: 'BROCHURE',
      nameNb: 'Oppdiktet brosjyre',
      nameNn: 'Oppdikta brosjyre',
      audiences: ['USER'],
      location: 'Servicekontoret',
    };
    await post('/v1/information-material', brochure);
    const plan = {
      title: 'Oppdiktet kompetanseplan',
      validFrom: '2026-01-01',
      validUntil: inDays(300),
      aims: 'Alle kan noe',
      adoptedBy: 'KE',
    };
    await post('/v1/competence-plans', plan, 'LEADER');
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await onPart(page, '/kompetanse?del=lovverk', 'Lovhenvisninger');
    await row(page, 'KHL_6_2A').getByText('helse- og omsorgstjenesteloven § 7-1').waitFor();
    await onPart(page, '/kompetanse?del=materiell', 'Informasjonsmateriell');
    await row(page, 'Oppdiktet brosjyre')
      .getByText(/^Lagt ut/)
      .waitFor();
    await onPart(page, '/kompetanse?del=plan', 'Kompetanseplan');
    await row(page, 'Oppdiktet kompetanseplan').getByText('gjelder i dag').waitFor();
    await page.goto(`${program.url}/apen/1576`);
    await page.getByRole('heading', { name: 'Oppdiktet brosjyre' }).waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('is which services there are, and with whom it cooperates and was in contact (H10, U4, U22)', async () => {
    const service = { level: 'HEALTH_REGION', kind: 'REHABILITATION', contact: 'Mottaket' };
    const named = { nameNb: 'Oppdiktet rehabilitering', nameNn: 'Oppdikta rehabilitering' };
    await post('/v1/services', { ...service, ...named }, 'LEADER');
    const partner = { kind: 'USER_ORGANISATION', name: 'Oppdiktet forening', validFrom: '2026-01-01' };
    const { partnerId } = await post('/v1/partners', partner);
    const contact = { contactOn: '2026-02-03', channel: 'PHONE', matter: 'Oppdiktet årsmøte' };
    await post(`/v1/partners/${partnerId}/contacts`, contact);
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.getByRole('link', { name: 'Tjenester og samarbeid' }).click();
    await row(page, 'Oppdiktet rehabilitering').waitFor();
    await onPart(page, '/tjenester?del=samarbeid', 'Samarbeidspartnere');
    await row(page, 'Oppdiktet forening').waitFor();
    await onPart(page, '/tjenester?del=kontakt', 'Kontakt');
    await page.getByText('Oppdiktet forening').click();
    await page.getByText('Oppdiktet årsmøte').waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('is the overview of what was allocated, and of what has begun since (S8)', async () => {
    const to = '1508';
    const { subjectId, caseId } = await applied(to);
    const at = `/v1/subjects/${subjectId}`;
    const record = (path: string, body: object) => post(path, body, 'CASEWORKER', to);
    await record(`${at}/consents`, {
      scopes: ['PLAN', 'COORDINATOR'],
      givenBy: 'SUBJECT',
      givenOn: inDays(-40),
    });
    await record(`/v1/cases/${caseId}/decision`, decisionOn(both, 'KE', inDays(-20)));
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality: to });
    // Narrowed by what a complaint would miss, the list tells that of each case.
    await page.goto(`${program.url}/saker?vis=ikke-klageklar`);
    await row(page, 'Tildelsen').getByText('Skriftlig svar mangler').waitFor();
    await page.goto(`${program.url}/saker`);
    await page.getByRole('columnheader', { name: 'Mangler' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Savnes ved klage' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Kolonner' }).click();
    await page.getByLabel('Svar', { exact: true }).check();
    await page.keyboard.press('Escape');
    await row(page, 'Tildelsen').getByText('individuell plan: innvilget').waitFor();
    await onPart(page, '/planer', 'Uten koordinator: 1 nå, 0 på vei');
    await page.goto(`${program.url}/min-dag?liste=alle`);
    await why(page, 'Ingen er oppnevnt.').waitFor();
    await why(page, 'er ikke startet.').waitFor();

    const { partyId } = await record('/v1/parties', {
      kind: 'STAFF',
      name: 'Tildela Koordinator',
      unit: 'HOME_CARE',
    });
    await record(`${at}/coordinators`, {
      coordinatorId: partyId,
      caseId,
      unit: 'HOME_CARE',
      validFrom: inDays(-10),
      wishFollowed: 'YES',
    });
    await record(`${at}/plans`, { caseId, startedOn: inDays(-5), withSubject: true });
    await onPart(page, '/planer', 'Uten koordinator: 0 nå, 0 på vei');
    await row(page, 'Tildelsen').getByText('Tildela Koordinator').waitFor();
    await page.goto(`${program.url}/min-dag?liste=alle`);
    await page.getByRole('listitem').filter({ hasText: 'Tildelsen' }).first().waitFor();
    expect(await why(page, 'er ikke startet.').count()).toBe(0);
    await page.goto(`${program.url}/historikk/person/${subjectId}`);
    for (const sentence of [/^Søknaden ble avgjort/, /ble oppnevnt som/, /^Arbeidet med individuell plan/]) {
      await page.getByText(sentence).waitFor();
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
