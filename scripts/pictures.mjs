// Makes the pictures of the pages in docs/pictures anew, from the demonstration: `npm run pictures`. Needs Chromium.
// `npm run pictures -- every <folder> [<data folder>]` looks at every page instead, from the demonstration or from these data.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { everyPage } from './every-page.mjs';
import { openBrowser, root, show, signIn, startOn } from './pictured-program.mjs';

const [what, folder, given] = process.argv.slice(2);
if (what !== undefined && (what !== 'every' || folder === undefined)) {
  process.stderr.write('npm run pictures [-- every <folder> [<data folder>]]\n');
  process.exit(2);
}
const data = given === undefined ? mkdtempSync(join(tmpdir(), 'samspor-pictures-')) : resolve(given);
const program = await startOn(data, given === undefined ? ['--demo'] : []);
const browser = await openBrowser();
try {
  await (what === 'every' ? everyPage(browser, program, resolve(folder)) : ofReadme());
} finally {
  await browser.close();
  await program.stop();
  if (given === undefined) rmSync(data, { recursive: true, force: true });
}

async function ofReadme() {
  const pictures = join(root, 'docs/pictures');
  mkdirSync(pictures, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' });
  await signIn(page, program.address, 'demo-caseworker');
  const picture = async (name, path) => {
    await show(page, program.origin + path);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  await picture('min-dag', '/min-dag?liste=alle');
  await picture('ny-henvendelse', '/ny-henvendelse');
  const cases = await page.evaluate(() => fetch('/v1/cases?limit=50').then((answer) => answer.json()));
  const decided = cases.cases.find(({ status }) => status === 'DECIDED_NOT_NOTIFIED') ?? cases.cases[0];
  await picture('sak', `/sak/${decided.caseId}`);
  await picture('historikk', `/historikk/sak/${decided.caseId}`);
  await picture('saker', '/saker');
  await picture('frister', '/frister');
  await picture('planer', '/planer');
}
