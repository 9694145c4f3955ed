import { openWindow, type Page, signIn } from '../support/chromium.js';
import { inDays } from '../support/days.js';
import { type Program, startProgram } from '../support/program.js';
import { isWhole, seed, someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { Filling, textFields } from './hostile/filled.js';
import { lookAt } from './hostile/looks.js';
import { type Filled, fillBoard, fillEverything } from './hostile/records.js';
import { type Kind, kinds, Marks } from './hostile/texts.js';

const settled = async (page: Page) => {
  await page.locator('h1').first().waitFor();
  await eventually(async () => expect(await page.locator('.waiting').count()).toBe(0));
};

/** What is found for who looks for such a name, by the page where it is looked for. */
const lookUps: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/ny-henvendelse': async (page) => {
    await page.getByLabel(/^Person/).fill('prøve');
    await page.locator('.hits li').nth(1).waitFor();
  },
  '/min-bruker': async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('prøve');
    await page.getByRole('option').nth(1).waitFor();
  },
};

/** What is read over the API alone, and in the letter itself. */
const hasNoPage = /^Subscriptions_|^Imports_takeBack|^Letters_issue/;

const ownWork = ['opplaering', 'kurs', 'plan', 'dokumenter', 'samarbeid', 'brukere', 'materiell', 'lovverk'];
const services = ['tjenester', 'samarbeid'];

/** The pages that show them, by who goes there. */
const pagesOf = (municipality: string, filled: Filled): readonly Visits[] => {
  const { cases, subjects, enquiries, complaints, meetings, planned, party, unit, reportId } = filled;
  const ofWorker = [
    ...cases.flatMap((id) => [`/sak/${id}`, `/historikk/sak/${id}?vis=teknisk`]),
    ...subjects.flatMap((id) => [`/person/${id}`, `/historikk/person/${id}`]),
    ...enquiries.flatMap((id) => [`/henvendelse/${id}`, `/historikk/henvendelse/${id}`]),
    ...complaints.flatMap((id) => [`/klage/${id}`, `/historikk/klage/${id}`]),
    ...meetings.flatMap((id) => [
      `/moter/${id}`,
      `/moter/${id}?sak=${filled.onAgenda}`,
      `/moter/${id}?stor=true`,
      `/historikk/mote/${id}`,
    ]),
    '/min-dag?liste=alle',
    '/saker',
    '/frister',
    '/innsynslogg',
    '/klager',
    '/saker?liste=henvendelser',
    '/planer',
    '/planer?liste=koordinatorer',
    '/moter',
    ...ownWork.map((part) => `/kompetanse?del=${part}`),
    ...filled.ownWork.map((record) => `/historikk/${record}?vis=teknisk`),
    ...services.map((part) => `/tjenester?del=${part}`),
    '/import',
    '/historikk/nemnd/nemnd',
    ...Object.keys(lookUps),
    `/sak/${cases[0]}?dag=${inDays(0)}`,
    `/historikk/sak/${cases[0]}?hendelse=${filled.entry}&rett=${filled.entry}`,
  ];
  const parts = ['enheter', 'ansatte', 'delegering', 'kontaktkort', 'oppbevaring', 'regler'];
  const ofCoordinator = planned && [
    `/plan/${planned.planId}`,
    `/oppfolging/${planned.subjectId}`,
    `/kriseplan/${planned.subjectId}`,
    `/historikk/kriseplan/${planned.subjectId}`,
    `/person/${planned.subjectId}`,
    '/mine-personer',
    '/kriseplaner',
  ];
  const topics = ['contactCards', 'delegations', 'services', 'partners', 'retention'];
  const ofAdmin = [
    ...parts.map((part) => `/innstillinger?del=${part}`),
    ...topics.map((topic) => `/historikk/organisasjon/${topic}`),
    `/historikk/enhet/${unit}`,
    `/historikk/ansatt/${party}`,
    '/min-dag',
    '/drift',
    '/abonnenter',
    '/abonnenter?del=mottakere',
    `/apen/${municipality}`,
    `/apen/${municipality}?maalform=nn`,
  ];
  return [
    { municipality, sub: 'demo-caseworker', routes: ofWorker },
    { municipality, sub: 'demo-admin', routes: ofAdmin },
    { municipality, sub: 'demo-unit_leader', routes: ['/mine-personer', '/enhetsleder'] },
    ...(reportId === undefined
      ? []
      : [
          {
            municipality,
            sub: 'demo-leader',
            routes: [`/rapport/${reportId}`, `/rapport/${reportId}?vis=enheten`],
          },
        ]),
    ...(ofCoordinator === undefined
      ? []
      : [{ municipality, sub: 'demo-coordinator', routes: ofCoordinator }]),
  ];
};
interface Visits {
  readonly municipality: string;
  readonly sub: string;
  readonly routes: readonly string[];
}

/** Everything filled in with one kind of text, in a municipality whose unit decides and in one with a board; once. */
const filledWith = new Map<Kind, Promise<FilledAll>>();
function fillWith(kind: Kind): Promise<FilledAll> {
  const filling = filledWith.get(kind) ?? fillAll(kind);
  filledWith.set(kind, filling);
  return filling;
}
/** What answers a notice of a day that begins: none does while the program here runs. */
const onDaysToCome = ['InsightReviews_complete.text'];

/** In a program of its own: what is recorded of one kind never stands in the way of the next. */
async function fillAll(kind: Kind): Promise<FilledAll> {
  const program = await startProgram();
  const marks = new Marks(kind);
  const [here, there] = [new Filling(program, '1576', marks), new Filling(program, '1525', marks)];
  const [filled, ofBoard] = [await fillEverything(here), await fillBoard(there)];
  const left = textFields().filter(
    (field) => !here.fields.has(field) && !there.fields.has(field) && !onDaysToCome.includes(field),
  );
  return { program, marks, left, filled, visits: [...pagesOf('1576', filled), ...pagesOf('1525', ofBoard)] };
}

interface FilledAll {
  readonly program: Program;
  readonly marks: Marks;
  /** Fields that take a text and were given none. */
  readonly left: readonly string[];
  readonly filled: Filled;
  readonly visits: readonly Visits[];
}

const chosen = someOf(kinds, 1, 0);

describe(`a text that nobody means to write (seed ${seed})`, () => {
  test.each(chosen.map((kind) => ({ name: kind.name, kind })))(
    'of $name in every field shows as the text that it is, and breaks no page',
    async ({ kind }) => {
      const { program, marks, left, visits } = await fillWith(kind);
      // A command that came anew is done in hostile/records.ts, with the others.
      expect(left).toEqual([]);
      const { page, faults } = await openWindow();
      const wrong: string[] = [];
      const seen = new Set<string>();
      for (const { municipality, sub, routes } of someOf(visits, 2, 1)) {
        await page.context().clearCookies();
        await signIn(page, program, { sub, municipality });
        for (const route of someOf(routes, 4, 2)) {
          await page.setViewportSize({ width: 1280, height: 900 });
          await page.goto(program.url + route);
          await settled(page);
          await lookUps[route]?.(page);
          const look = await lookAt(page, marks, [1280, 320]);
          wrong.push(...look.wrong.map((one) => `${municipality} ${route} ${one}`));
          for (const mark of look.whole) seen.add(marks.texts.get(mark)?.field ?? mark);
        }
      }
      expect({ wrong, faults }).toEqual({ wrong: [], faults: [] });
      if (kind !== chosen[0]) await program.kill();
      // Whatever was written stands somewhere to be read.
      const written = new Set([...marks.texts.values()].map(({ field }) => field));
      const unseen = [...written].filter((field) => !seen.has(field) && !hasNoPage.test(field));
      if (isWhole) expect(unseen).toEqual([]);
    },
    900_000,
  );
});

/** The forms of a page, by the buttons that open them. */
const openers = (page: Page) =>
  page.locator('main button[aria-expanded]:visible, main button[data-step]:visible');
const writable =
  'textarea:visible, input[type="text"]:visible:not([data-unpicked]):not(.date-field *):not([inputmode="numeric"])';

/** Where the first button for each command stands among them. */
async function firstOfEach(page: Page): Promise<readonly number[]> {
  const whats = await openers(page).evaluateAll((buttons) =>
    buttons.map((one) => one.getAttribute('data-step')?.split('.')[0] ?? one.textContent ?? ''),
  );
  return whats.flatMap((what, at) => (whats.indexOf(what) === at ? [at] : []));
}

/** Opens every form of a page, writes far too much wherever something can be written, and tells what is not told of it. */
async function overfill(page: Page, url: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  await page.goto(url);
  await settled(page);
  for (const at of await firstOfEach(page)) {
    await page.goto(url);
    await settled(page);
    // A list that comes late would move the button while it is pressed.
    await page.waitForLoadState('networkidle');
    const opener = openers(page).nth(at);
    const name = await opener.innerText();
    await opener.click();
    const form = page.locator('main form.step-form');
    await form.or(page.locator('[role="menu"], [popover]')).first().waitFor();
    if ((await form.count()) === 0) continue;
    const fields = form.locator(writable);
    const many = await fields.count();
    if (many === 0) continue;
    // Where the browser itself takes no more, there is nothing to tell.
    const limited = await fields.evaluateAll((all) => all.every((one) => one.hasAttribute('maxlength')));
    if (limited) continue;
    for (let at = 0; at < many; at += 1) await fields.nth(at).fill('Lang'.repeat(5001));
    await form.press('Control+Enter');
    const summary = form.locator('.ds-error-summary');
    await summary.waitFor();
    const told =
      (await summary.innerText()).match(/: høyst [\d\u00a0]+ tegn\. Du har skrevet 20\u00a0004\./g) ?? [];
    const texts = await form.locator('textarea:visible').count();
    if (told.length < texts || told.length === 0) wrong.push(`${name}: ${await summary.innerText()}`);
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (beyond > 0) wrong.push(`${name} goes ${beyond} px beyond the window`);
  }
  return wrong;
}

test(`every form says of what is too long how long it may be (seed ${seed})`, async () => {
  const { program, filled } = await fillWith(chosen[0] as Kind);
  const { cases, subjects, enquiries, meetings } = filled;
  const ofWorker = [
    ...cases.slice(0, 3).map((id) => `/sak/${id}`),
    ...subjects.map((id) => `/person/${id}`),
    ...enquiries.slice(1).map((id) => `/henvendelse/${id}`),
    ...meetings.slice(1, 2).map((id) => `/moter/${id}`),
    '/moter',
  ];
  const settings = ['enheter', 'ansatte', 'delegering', 'kontaktkort'];
  const ofAdmin = [
    ...settings.map((part) => `/innstillinger?del=${part}`),
    ...services.map((part) => `/tjenester?del=${part}`),
  ];
  const { page, faults } = await openWindow({ width: 320 });
  const wrong: string[] = [];
  for (const [sub, routes] of [
    ['demo-caseworker', ofWorker],
    ['demo-admin', ofAdmin],
  ] as const) {
    await page.context().clearCookies();
    await signIn(page, program, { sub });
    for (const route of someOf(routes, 1, 3)) {
      wrong.push(...(await overfill(page, program.url + route)).map((one) => `${route} ${one}`));
    }
  }
  expect({ wrong, faults }).toEqual({ wrong: [], faults: [] });
}, 600_000);
