import { openWindow, type Page, signIn } from '../support/chromium.js';
import { inDays } from '../support/days.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
let other: string;
beforeAll(async () => {
  program = await startProgram({ args: ['--demo'] });
  const post = async (path: string, body: object, role = 'CASEWORKER', sub?: string) => {
    const token = await program.token(role, '1576', sub);
    const answer = await program.request('POST', path, { token, body });
    expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
    return answer.body;
  };
  await program.played();
  const token = await program.token('CASEWORKER');
  const { body } = await program.request('POST', '/v1/person-searches', {
    token,
    body: { name: 'Tenkelien' },
  });
  const { subjectId } = body.persons[0];
  const promise = { what: 'Ringe Nav om hjelpemidlet', by: 'UNIT', unit: 'SCHOOL', dueOn: inDays(20) };
  await post(`/v1/subjects/${subjectId}/follow-up/promises`, promise);
  const meeting = {
    meetsOn: inDays(9),
    startsAt: '10:30',
    place: 'Helsetunet',
    matters: 'Notat for koordinatoren',
    invitedAs: 'SUBJECT',
    preparedWithPerson: 'YES',
  };
  await post(`/v1/subjects/${subjectId}/follow-up/meetings`, meeting, 'COORDINATOR', 'demo-coordinator-2');
  await program.request('GET', `/v1/subjects/${subjectId}`, { token });
  ({ subjectId: other } = await post('/v1/subjects', { givenName: 'En', familyName: 'Annensen' }));
}, 240_000);

const part = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

describe('the person’s own page', () => {
  test('[H1] shows the coordinator and how to reach them, the plan, consents, promises, letters and who has looked, one at a time', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { sub: 'demo-subject' });
    await page.waitForURL('**/min-side');
    await heading(page, 'Hei, Tenkeline').waitFor();
    await page.getByText('Prøve Koordinator', { exact: true }).waitFor();
    await page.getByRole('link', { name: '00 00 00 00' }).first().waitFor();
    await page.getByText(/klokka 10\.30/).waitFor();
    await page.getByText(/Svaret er ja til individuell plan/).waitFor();
    expect(await heading(page, 'Planen din').isVisible()).toBe(false);
    await part(page, 'Planen din');
    await page.getByText('Jeg liker å tegne og å være ute. Jeg vil bestemme mest mulig selv.').waitFor();
    expect(await heading(page, 'Neste møte').isVisible()).toBe(false);
    await part(page, 'Det som er lovet');
    await page.getByText('Ringe Nav om hjelpemidlet').waitFor();
    await part(page, 'Brev');
    await page.getByText('Svar på en søknad').waitFor();
    await part(page, 'Det du har sagt ja til');
    await page.getByText(/sagt av deg selv/).waitFor();
    await part(page, 'Hvem som har sett');
    await page.getByText('Testine Saksbehandler').first().waitFor();
    const whole = await page.locator('main').textContent();
    expect(whole).not.toMatch(/Notat for koordinatoren|Behovet vil vare|Annensen/);
    expect(faults).toEqual([]);
  }, 120_000);

  test('holds all its parts on paper, and is the only page that the person has', async () => {
    const { page } = await openWindow({ width: 320 });
    await signIn(page, program, { sub: 'demo-subject' });
    for (const path of [`/person/${other}`, '/saker', `/min-side/${other}`]) {
      await page.goto(`${program.url}${path}`);
      await page.waitForURL('**/min-side');
    }
    await heading(page, 'Hei, Tenkeline').waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const name of ['Neste møte', 'Planen din', 'Det som er lovet', 'Brev til deg']) {
      await heading(page, name).waitFor();
    }
    await heading(page, 'Hvem som har sett').waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
  }, 120_000);

  test('is said in plainer words to whoever is under 16, and in the municipality’s own language', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-subject-2', municipality: '1525' });
    await page.getByText('Denne sida er di. Her ser du kven som hjelper deg, og kva som skjer.').waitFor();
    await part(page, 'Det du har sagt ja til');
    await page.getByText(/sagt av føresett/).waitFor();
  }, 120_000);

  test('is printed by whoever coordinates, from the person’s page', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-coordinator-2' });
    await page
      .getByRole('link', { name: /Tenkelien/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Det personen selv ser' }).click();
    await heading(page, 'Til Tenkeline Tenkelien').waitFor();
    await heading(page, 'Planen din').waitFor();
    await page.getByRole('button', { name: 'Skriv ut' }).waitFor();
  }, 120_000);
});
