import { openWindow, type Page, signIn } from '../support/chromium.js';
import { describeSome } from '../support/describe-some.js';
import { type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const note = (page: Page) => page.getByLabel(/Notat mens du snakker/);
const open = async (page: Page) => {
  await page.goto(`${program.url}/ny-henvendelse`);
  await note(page).waitFor();
};

describeSome('somebody with a telephone at the ear', 3, (test) => {
  test('writes down a need by keyboard alone, and is on its case', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('n');
    await note(page).waitFor();
    const { keyboard } = page;
    await keyboard.press('Alt+1');
    await keyboard.type('Fantasifull Prøvenes');
    const add = page.getByRole('button', { name: 'Legg inn en ny person' });
    await add.focus();
    await keyboard.press('Enter');
    await page.getByLabel('Fødselsdato').focus();
    await keyboard.type('14.2.39');
    await page.getByRole('button', { name: 'Legg inn personen' }).focus();
    await keyboard.press('Enter');
    await page.getByText('Fantasifull Prøvenes').first().waitFor();
    await page.locator('.chosen').waitFor();
    await keyboard.press('Alt+2');
    await keyboard.press('Space');
    await page.getByRole('radio', { name: 'En sak: noen har meldt et behov' }).waitFor();
    await keyboard.press('Control+Enter');
    await page.waitForURL(/\/sak\/[0-9a-f-]{36}/);
    await page.getByText('Registrert. Saken er åpnet.').waitFor();
  }, 90_000);

  test('loses nothing that is half typed to a reload', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker-2' });
    await open(page);
    await note(page).fill('Mor ringte om noe oppdiktet');
    await page.getByText(/Kladd lagret kl\./).waitFor();
    await page.reload();
    await eventually(async () => expect(await note(page).inputValue()).toBe('Mor ringte om noe oppdiktet'));
    const kept = await page.evaluate<string>('JSON.stringify(localStorage)');
    expect(kept).not.toContain('oppdiktet');
  }, 90_000);

  test('finds in another municipality nothing of what is half typed in one', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker-2' });
    await open(page);
    await note(page).fill('Bare for Aure');
    await page.getByText(/Kladd lagret kl\./).waitFor();
    await page.context().clearCookies();
    const other = { sub: 'demo-caseworker-2', municipality: '3403' };
    await signIn(await page.context().newPage(), program, other);
    const looked = page.waitForResponse('**/v1/drafts');
    await open(page);
    await looked;
    // What is typed here is kept here: by then whatever was found would stand.
    await page.getByRole('radio').first().check();
    await page.getByText(/Kladd lagret kl\./).waitFor();
    expect(await note(page).inputValue()).toBe('');
    expect(await page.content()).not.toContain('Bare for Aure');
  }, 90_000);

  test('is told beside the fields what is missing, and what is typed stays', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-leader' });
    await open(page);
    await note(page).fill('Noen ringte');
    await page.getByLabel(/^Dag/).fill('31.11');
    await page.keyboard.press('Control+Enter');
    const summary = page.locator('.ds-error-summary');
    await summary.waitFor();
    expect(await summary.innerText()).toMatch(/har ikke 31 dager/);
    expect(await page.evaluate('document.activeElement?.className')).toBe('step-summary');
    await summary.getByRole('link').first().click();
    expect(await note(page).inputValue()).toBe('Noen ringte');
  }, 90_000);

  test('sends again when the line is back, once', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    await open(page);
    await note(page).fill('Spør om hva en individuell plan er');
    await page.getByRole('radio').first().check();
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Får ikke kontakt med Samspor').waitFor();
    await page.context().setOffline(false);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/henvendelse\/[0-9a-f-]{36}/);
    const token = await program.token('CASEWORKER');
    const { body } = await program.request('GET', '/v1/enquiries', { token });
    expect(body.enquiries).toHaveLength(1);
  }, 90_000);

  test('goes on where they were after the session ended in the middle, with nothing shown meanwhile', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    await endInTheMiddle(page, 'Ikke mist dette');
    expect(await note(page).isVisible()).toBe(false);
    expect(await page.locator('header.top').isVisible()).toBe(false);
    await signIn(await page.context().newPage(), program);
    await page.getByRole('button', { name: 'Jeg har logget inn i et annet vindu' }).click();
    await note(page).waitFor();
    expect(await note(page).inputValue()).toBe('Ikke mist dette');
  }, 90_000);

  test('leaves nothing for somebody else who signs in after the session ended', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker-2' });
    await endInTheMiddle(page, 'Bare for meg');
    await signIn(await page.context().newPage(), program, { sub: 'demo-leader' });
    const looked = page.waitForResponse('**/v1/drafts');
    await page.getByRole('button', { name: 'Jeg har logget inn i et annet vindu' }).click();
    await note(page).waitFor();
    await looked;
    // What is typed here is kept here: by then whatever was found would stand.
    await page.getByRole('radio').first().check();
    await page.getByText(/Kladd lagret kl\./).waitFor();
    expect(await note(page).inputValue()).not.toBe('Bare for meg');
    expect(await page.content()).not.toContain('Bare for meg');
  }, 90_000);
});

async function endInTheMiddle(page: Page, typed: string): Promise<void> {
  await open(page);
  await note(page).fill(typed);
  await page.context().clearCookies();
  await page.getByRole('radio').first().check();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'Du er logget ut' }).waitFor();
}
