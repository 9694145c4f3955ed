// Makes the pictures of the pages in docs/pictures anew, from the demonstration: `npm run pictures`. Needs Chromium (CHROMIUM names where it is).
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'docs/pictures');
const data = mkdtempSync(join(tmpdir(), 'samspor-pictures-'));

const program = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--demo'], {
  env: { ...process.env, DATA_DIR: data, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve, reject) => {
  let said = '';
  program.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
    const [, ready] = /^Samspor is ready on (\S+)$/m.exec(said) ?? [];
    if (ready !== undefined && said.includes('Look at the cases')) resolve(ready);
  });
  program.once('exit', () => reject(new Error(`The program did not start:\n${said}`)));
});
const { origin } = new URL(address);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' });
  await page.goto(address);
  await page.locator('input[value="demo-leader"]').check();
  await page.locator('button[type=submit]').click();
  await page.getByRole('navigation').waitFor();
  const show = async (name, path) => {
    await page.goto(origin + path);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => document.querySelector('.waiting') === null);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  await show('min-dag', '/min-dag?liste=alle');
  await show('ny-henvendelse', '/ny-henvendelse');
  const cases = await page.evaluate(() => fetch('/v1/cases?limit=50').then((answer) => answer.json()));
  const decided = cases.cases.find(({ status }) => status === 'DECIDED') ?? cases.cases[0];
  await show('sak', `/sak/${decided.caseId}`);
  await show('historikk', `/historikk/sak/${decided.caseId}`);
  await show('saker', '/saker');
  await show('planer', '/planer');
} finally {
  await browser.close();
  const { pid } = JSON.parse(readFileSync(join(data, 'runtime.json'), 'utf8'));
  process.kill(pid, 'SIGTERM');
  await new Promise((resolve) => program.once('close', resolve));
  rmSync(data, { recursive: true, force: true });
}
