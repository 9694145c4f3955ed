// @core
import { readDemoKey } from '#apps/standalone/src/demo-key';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { describeSome } from '../support/describe-some.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describeSome('somebody who opens the address that the start printed', 3, (test) => {
  test('chooses an invented person, and sees what waits for them', async () => {
    const { page, faults } = await openWindow();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await signIn(page, program);
    expect(await heading(page)).toMatch(/^(Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag \d/);
    await page.getByText('Lista er tom').waitFor();
    expect(await page.locator('.practice').innerText()).toMatch(/øvelse/i);
    expect(faults).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(program.url))).toEqual([]);
  }, 90_000);

  test('leaves no key in an address, a history or a page', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    const key = readDemoKey(program.dataDir);
    expect(page.url()).not.toContain(key);
    expect(await page.content()).not.toContain(key);
    expect(
      program
        .output()
        .split('\n')
        .filter((line) => line.includes(key)),
    ).toEqual([expect.stringContaining('Samspor is ready on')]);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.goBack();
    expect(page.url()).not.toContain(key);
  }, 90_000);

  test('goes to another municipality and reads its words in its language', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-leader' });
    await page.getByRole('link', { name: 'Bytt person eller kommune' }).click();
    await page.locator('select').selectOption('1525');
    await page.getByRole('button', { name: /Logg inn som/ }).click();
    await page.getByRole('link', { name: 'Ny førespurnad' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('nn');
    expect(await page.locator('.municipality').innerText()).toBe('Stranda kommune');
  }, 90_000);

  test('leaves, and a tab that was left open shows nothing more', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    const other = await page.context().newPage();
    await other.goto(`${program.url}/min-dag`);
    await other.getByRole('navigation').waitFor();
    await page.goto(`${program.url}/min-bruker`);
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.getByRole('heading', { name: 'Logg inn i Samspor' }).waitFor();
    await other.bringToFront();
    await other.reload();
    await other.getByRole('heading', { name: 'Logg inn i Samspor' }).waitFor();
  }, 90_000);

  test('is led back to the address that a colleague sent', async () => {
    const { page } = await openWindow();
    await page.goto(`${program.url}/ny-henvendelse`);
    await page.getByRole('heading', { name: 'Logg inn i Samspor' }).waitFor();
    const way = page.url();
    await page.goto('about:blank');
    await page.goto(`${way}#key=${readDemoKey(program.dataDir)}`);
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: 'Ny henvendelse', level: 1 }).waitFor();
  }, 90_000);

  test('chooses also where it takes long to hear who is signed in', async () => {
    const { page } = await openWindow();
    let isFirst = true;
    await page.route('**/session', async (route) => {
      const waits = isFirst;
      isFirst = false;
      const shown = waits ? page.waitForResponse(/session\/demonstration/) : undefined;
      const response = await route.fetch();
      await shown;
      await route.fulfill({ response });
    });
    await page.goto(`${program.url}/logg-inn#key=${readDemoKey(program.dataDir)}`);
    await page.locator('button[type=submit]').click();
    await page.locator('header.top').waitFor();
  }, 90_000);

  test('opens on a telephone what a list is narrowed by, and reads there what is selected', async () => {
    const { page, faults } = await openWindow({ width: 320 });
    await signIn(page, program);
    await page.goto(`${program.url}/saker`);
    const narrowed = page.getByRole('group', { name: 'Utvalg' });
    await page.getByRole('button', { name: 'Utvalg: Alle saker' }).click();
    await narrowed.getByLabel('Vis').selectOption('Ikke klageklare');
    const button = page.getByRole('button', { name: /^Utvalg: Ikke klageklare/ });
    await button.click();
    expect(await narrowed.isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect([await narrowed.isVisible(), await button.isVisible()]).toEqual([true, false]);
    expect(faults).toEqual([]);
  }, 90_000);

  test('is told of an address that leads nowhere', async () => {
    const { page } = await openWindow();
    await page.goto(`${program.url}/finnes-ikke`);
    await page.getByRole('heading', { name: 'Her er det ingen side' }).waitFor();
  }, 90_000);
});
