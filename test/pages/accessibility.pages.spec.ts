import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { startProgram, type Program } from '../support/program.js';
import { seed, someOf } from '../support/rounds.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const routes = [
  '/min-dag',
  '/min-dag?liste=alle',
  '/ny-henvendelse',
  '/saker',
  '/frister',
  '/brev?skjema=consent',
  '/innsynslogg',
  '/klager',
  '/planer',
  '/enhetsleder',
  '/moter',
  '/import',
  '/innstillinger',
  '/kompetanse',
  '/tjenester',
  '/drift',
  '/abonnenter',
  '/abonnenter?del=mottakere',
  '/kriseplaner',
  '/min-bruker',
  '/finnes-ikke',
];
/** What anybody may read. */
const openRoutes = ['/', '/apen', '/apen/1576', '/apen/1525?maalform=nb', '/apen/9999'];
/** Where roles of other work than the unit's begin their day. */
const ownParts = ['plan', 'lofter', 'brev', 'samtykker', 'innsyn'].map((part) => `/min-side?del=${part}`);
const homes = [
  ['demo-service_office', '/min-dag'],
  ['demo-admin', '/min-dag'],
  ['demo-unit_leader', '/mine-personer'],
  ['demo-subject', '/min-side'],
] as const;
const looks = [1280, 640, 320].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colours) =>
    ['1576', '1525'].map((municipality) => ({ municipality, colours, width })),
  ),
);

let program: Program;
beforeAll(async () => {
  program = await startProgram({ args: ['--demo'] });
}, 180_000);

/** What axe finds, each with where. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(rules)} } }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}

const overflows = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const settled = async (page: Page) => {
  await page.locator('h1').waitFor();
  await eventually(async () => expect(await page.locator('.waiting').count()).toBe(0));
};

/** The pages about somebody, where the demonstration has one. */
async function pagesOfCases(municipality: string): Promise<readonly string[]> {
  const token = await program.token('CASEWORKER', municipality);
  const { body } = await program.request('GET', '/v1/cases?limit=50', { token });
  const [first] = body.cases;
  if (first === undefined) return [];
  const { body: complained } = await program.request('GET', '/v1/complaints?limit=1', { token });
  const complaints = complained.complaints.map(({ complaintId }: { complaintId: string }) => complaintId);
  const decided = body.cases.find(({ status }: { status: string }) => status === 'NOTIFIED') ?? first;
  return [
    `/sak/${first.caseId}`,
    `/sak/${decided.caseId}?steg=Closing_close`,
    `/historikk/sak/${decided.caseId}?dag=${decided.decidedOn ?? inDays(-1)}&endretFra=${decided.openedOn}&endretTil=${inDays(0)}`,
    `/sak/${decided.caseId}?dag=${decided.decidedOn ?? inDays(-1)}`,
    `/person/${decided.subject.subjectId}`,
    `/oppfolging/${decided.subject.subjectId}`,
    `/kriseplan/${decided.subject.subjectId}`,
    ...complaints.flatMap((id: string) => [`/klage/${id}`, `/historikk/klage/${id}`]),
  ];
}

describe(`every page for everybody, by WCAG 2.2 AA (seed ${seed})`, () => {
  test.each(someOf(looks, 1, 1))(
    '$municipality, $colours, $width wide',
    async ({ municipality, colours, width }) => {
      const { page, faults } = await openWindow({ colours, width });
      const found: string[] = [];
      const visit = async (route: string) => {
        await page.goto(program.url + route);
        await settled(page);
        for (const violation of await violationsOn(page)) found.push(`${route} ${violation}`);
        if ((await overflows(page)) > 0) found.push(`${route} scrolls sideways`);
      };
      for (const route of openRoutes) await visit(route);
      await signIn(page, program, { sub: 'demo-leader', municipality });
      for (const route of [...routes, ...(await pagesOfCases(municipality))]) await visit(route);
      await program.played();
      for (const [sub, home] of homes) {
        await page.goto(`${program.url}/logg-inn?bytt=true`);
        await page.locator(`input[value="${sub}"]`).check();
        await page.locator('select').selectOption(municipality);
        await page.locator('button[type=submit]').click();
        await page.waitForURL(`**${home}`);
        await visit(home);
        if (home === '/min-side') for (const route of ownParts) await visit(route);
      }
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    },
    240_000,
  );
});

describe('the focus', () => {
  const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""');

  test('starts at the way past the menu, goes to the heading of a page, and from a dialog back to what opened it', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    await page.reload();
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Hopp til innholdet');
    await page.getByRole('link', { name: 'Saker', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Saker', level: 1 }).waitFor();
    await eventually(async () => expect(await focused(page)).toBe('Saker'));
    const help = page.getByRole('button', { name: 'Hjelp og snarveier' });
    await help.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await focused(page)).toMatch(/^Hjelp/));
  }, 90_000);
});
