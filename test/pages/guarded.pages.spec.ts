import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { Clerk } from '../support/clerk.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const note = (page: Page) => page.getByLabel(/Notat mens du snakker/);
const asCaseworker = async () => ({ token: await program.token('CASEWORKER') });
const post = async (path: string, body: object) => {
  const answer = await program.request('POST', path, { ...(await asCaseworker()), body });
  expect([path, answer.status]).toEqual([path, 201]);
  return answer.body;
};
const enquiries = async () =>
  (await program.request('GET', '/v1/enquiries?limit=100', await asCaseworker())).body.enquiries.length;

describe('two colleagues on one case', () => {
  test('see what the other recorded, and neither loses or overwrites anything', async () => {
    const { subjectId } = await post('/v1/subjects', {
      givenName: 'Begge',
      familyName: 'Prøvenes',
      birthDate: '1970-01-02',
    });
    const need = { opening: 'NEED', subjectId, channel: 'PHONE', receivedOn: '2026-11-02' };
    const { caseId } = await post('/v1/cases', { ...need, subjectWishes: 'YES' });
    const [first, second] = [new Clerk((await openWindow()).page), new Clerk((await openWindow()).page)];
    await signIn(first.page, program);
    await signIn(second.page, program, { sub: 'demo-caseworker-2' });
    for (const { page } of [first, second]) await page.goto(`${program.url}/sak/${caseId}`);

    const mapping = 'Fullfør kartleggingen';
    await first.press(mapping);
    const form = first.page.getByRole('form', { name: mapping });
    await first.fill(form, [
      ['Kompetanse', 'Fagutdanning'],
      ['Hva kartleggingen viste', 'Trenger at noen holder i trådene'],
    ]);
    await second.step('Gi noen kartleggingen', [['Hvem som skal kartlegge', 'Ergoterapeut Kollegasen']]);
    await form.getByRole('button', { name: mapping }).click();
    const anew = first.page.getByRole('button', { name: 'Hent det nye, og behold det jeg har skrevet' });
    const seen = first.page.getByRole('button', { name: 'Jeg har sett det' });
    await anew.or(seen).first().waitFor();
    if (await anew.count()) await anew.click();
    await first.page
      .getByRole('status')
      .filter({ hasText: /Prøvar Saksbehandler.*Ergoterapeut Kollegasen/s })
      .waitFor();
    await seen.click();
    expect(await form.getByLabel(/Hva kartleggingen viste/).inputValue()).toBe(
      'Trenger at noen holder i trådene',
    );
    await form.getByRole('button', { name: mapping }).click();
    await form.waitFor({ state: 'detached' });
    const { body } = await program.request('GET', `/v1/cases/${caseId}/audit-trail`, await asCaseworker());
    const titles = body.entries.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Kartlegging tildelt', 'Kartlegging fullført']));
  }, 120_000);
});

describe('nothing is done', () => {
  test('for a forged cookie: the way in is shown', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    const context = page.context();
    const cookies = await context.cookies();
    await context.addCookies(
      cookies.map((cookie) => ({ ...cookie, value: `${'x'.repeat(8)}${cookie.value.slice(8)}` })),
    );
    await page.goto(`${program.url}/min-dag`);
    await page.getByRole('heading', { name: 'Logg inn i Samspor' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
  }, 90_000);

  test('by a page of another site that posts in the name of who is signed in', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    const before = await enquiries();
    await page.route('http://elsewhere.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" enctype="text/plain" action="${program.url}/v1/enquiries"><input name="text" value="Oppdiktet"><button>Vinn</button></form>`,
      }),
    );
    await page.goto('http://elsewhere.example/');
    const [answer] = await Promise.all([
      page.waitForResponse(`${program.url}/v1/enquiries`),
      page.getByRole('button', { name: 'Vinn' }).click(),
    ]);
    expect([401, 403]).toContain(answer.status());
    expect(await enquiries()).toBe(before);
  }, 90_000);

  test('in a tab that stood open when one left in another', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    const before = await enquiries();
    await page.goto(`${program.url}/ny-henvendelse`);
    await note(page).fill('Skrevet før jeg gikk');
    await page.getByRole('radio').first().check();
    const other = await page.context().newPage();
    await other.goto(`${program.url}/min-bruker`);
    await other.getByRole('button', { name: 'Logg ut' }).click();
    await other.getByRole('heading', { name: 'Logg inn i Samspor' }).waitFor();
    await page.bringToFront();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Du er logget ut' }).waitFor();
    expect(await enquiries()).toBe(before);
  }, 90_000);
});

test('the first page asks for less than 250 kB of script, compressed', async () => {
  const { page } = await openWindow();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  await signIn(page, program);
  await page.getByRole('tab', { name: /^Mine/ }).waitFor();
  const built = join(import.meta.dirname, '../../dist/web');
  const sizes = [...scripts].map((path) => gzipSync(readFileSync(join(built, path)), { level: 9 }).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * 1000);
}, 90_000);
