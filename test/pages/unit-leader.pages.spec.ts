import { openWindow, type Page, signIn } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const stranda = '1525';
const asStaff = async (role: string) => ({ token: await program.token(role, stranda) });
const post = async (path: string, body: object) => {
  const answer = await program.request('POST', path, { ...(await asStaff('CASEWORKER')), body });
  expect([path, answer.status]).toEqual([path, 201]);
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
  await ofOla.getByText(/Trekt tilbake/).waitFor();
  expect(faults).toEqual([]);
}, 120_000);
