// Pictures of every page, to be looked at: in both written languages, wide and narrow, light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { show, signIn } from './pictured-program.mjs';

const municipalities = { nb: '1576', nn: '1525' };
const looks = [1280, 320].flatMap((width) => ['light', 'dark'].map((colours) => ({ width, colours })));
/** Of longer pages the beginning is enough to see how they look. */
const tallest = 2600;

/** Who sees what: the pages by name, each as whoever works there. */
const pages = {
  'demo-caseworker': {
    'min-dag': '/min-dag',
    'min-dag-alle': '/min-dag?liste=alle',
    'ny-henvendelse': '/ny-henvendelse',
    saker: '/saker',
    frister: '/frister',
    'saker-henvendelser': '/saker?liste=henvendelser',
    'saker-ikke-klageklar': '/saker?vis=ikke-klageklar&apne=ja',
    'saker-savnes': '/saker?savnes=ANSWER_MISSING&apne=ja',
    brev: '/brev',
    klager: '/klager',
    kompetanse: '/kompetanse',
    tjenester: '/tjenester',
    import: '/import',
    planer: '/planer',
    'planer-koordinatorer': '/planer?liste=koordinatorer',
    moter: '/moter',
    'min-bruker': '/min-bruker',
    'finnes-ikke': '/finnes-ikke',
  },
  'demo-leader': {
    'min-dag-leder': '/min-dag?liste=alle',
    'saker-leder': '/saker?vis=ikke-klageklar',
    rapporter: '/rapport',
    innsynslogg: '/innsynslogg',
  },
  'demo-coordinator': { 'mine-personer': '/mine-personer', kriseplaner: '/kriseplaner' },
  'demo-unit_leader': { 'mine-personer-enhetsleder': '/mine-personer', enhetsleder: '/enhetsleder' },
  'demo-service_office': {
    'min-dag-servicekontor': '/min-dag',
    'saker-registrert': '/saker?liste=registrert',
  },
  'demo-admin': {
    'min-dag-administrator': '/min-dag',
    ...Object.fromEntries(
      [
        'kommunen',
        'enheter',
        'ansatte',
        'delegering',
        'kontaktkort',
        'oppbevaring',
        'regler',
        'kodelister',
      ].map((part) => [`innstillinger-${part}`, `/innstillinger?del=${part}`]),
    ),
    drift: '/drift',
    abonnenter: '/abonnenter',
    mottakere: '/abonnenter?del=mottakere',
  },
};
/** Without signing in. */
const open = { apen: '/apen', 'apen-kommune': '/apen/{municipality}', 'logg-inn': '/logg-inn' };

const readIn = (page) => (path) => page.evaluate((at) => fetch(at).then((answer) => answer.json()), path);

/** One of each record that a caseworker has; of cases one in each status. */
async function recordsOfCaseworker(page) {
  const read = readIn(page);
  const { cases } = await read('/v1/cases?limit=200');
  const { enquiries } = await read('/v1/enquiries?limit=1');
  const { meetings } = await read('/v1/meetings?limit=50');
  const { complaints } = await read('/v1/complaints?limit=50');
  const { coordination } = await read('/v1/coordination?limit=1&withPlan=true');
  const byStatus = new Map(cases.map((one) => [one.status, one]));
  const found = {};
  for (const [status, { caseId }] of byStatus) found[`sak-${status.toLowerCase()}`] = `/sak/${caseId}`;
  const [first] = byStatus.values();
  if (first !== undefined) {
    found['historikk-sak'] = `/historikk/sak/${first.caseId}`;
    found['sak-en-dag'] = `/sak/${first.caseId}?dag=${first.openedOn}`;
    found['historikk-teknisk'] = `/historikk/sak/${first.caseId}?vis=teknisk`;
  }
  const subject = coordination[0]?.subject ?? first?.subject;
  if (subject !== undefined) {
    found.person = `/person/${subject.subjectId}`;
    found['historikk-person'] = `/historikk/person/${subject.subjectId}`;
  }
  for (const { enquiryId } of enquiries) found.henvendelse = `/henvendelse/${enquiryId}`;
  for (const { status, complaintId } of complaints) {
    found[`klage-${status.toLowerCase()}`] = `/klage/${complaintId}`;
  }
  for (const { meetingId, heldOn } of meetings) {
    found[heldOn ? 'mote-holdt' : 'mote-planlagt'] = `/moter/${meetingId}`;
  }
  return found;
}

/** What whoever coordinates somebody has of that person: of the one whose plan says most. */
async function recordsOfCoordinator(page) {
  const read = readIn(page);
  const { coordination } = await read('/v1/coordination?limit=50&withPlan=true');
  const plans = await Promise.all(coordination.map(({ activePlanId }) => read(`/v1/plans/${activePlanId}`)));
  const [plan] = plans
    .filter(({ entries }) => entries !== undefined)
    .toSorted((one, other) => other.entries.length - one.entries.length);
  if (plan === undefined) return {};
  const { planId, subject, versions } = plan;
  const version = versions.at(-1)?.version;
  return {
    plan: `/plan/${planId}`,
    ...(version !== undefined && { 'plan-versjon': `/plan/${planId}?versjon=${version}` }),
    oppfolging: `/oppfolging/${subject.subjectId}`,
    kriseplan: `/kriseplan/${subject.subjectId}`,
  };
}

async function recordsOfLeader(page) {
  const { reports } = await readIn(page)('/v1/reports');
  return Object.fromEntries(reports.map(({ reportId }) => ['rapport', `/rapport/${reportId}`]));
}
const recordsOf = {
  'demo-caseworker': recordsOfCaseworker,
  'demo-coordinator': recordsOfCoordinator,
  'demo-leader': recordsOfLeader,
};

/** What a picture hides: how far a page goes beyond its window, and words of usual length that stand on two lines. */
const wrong = () => {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px beyond the window`);
  for (const frame of document.querySelectorAll('.register-frame')) {
    const hidden = frame.scrollWidth - frame.clientWidth;
    if (hidden > 1 && innerWidth >= 1280) found.push(`${hidden} px of a list out of sight`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { index, 0: word } of node.data.matchAll(/[\p{L}\p{N}/]{2,20}/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) {
        found.push(`broken: ${word} in ${node.parentElement.closest('[class]')?.className}`);
      }
    }
  }
  return [...new Set(found)];
};

/** Goes to every page as whoever works there. */
export async function visitEvery(page, { address, origin }, municipality, see) {
  const visit = async (some) => {
    for (const [name, path] of Object.entries(some)) {
      await show(page, origin + path.replace('{municipality}', municipality));
      await see(name);
    }
  };
  await visit(open);
  for (const [sub, some] of Object.entries(pages)) {
    await page.context().clearCookies();
    await signIn(page, address, sub, municipality);
    await visit(some);
    await visit((await recordsOf[sub]?.(page)) ?? {});
  }
}

/** A picture of each page in each look, and a line for whatever is wrong on it. */
export async function everyPage(
  browser,
  program,
  folder,
  { languages = municipalities, inLooks = looks } = {},
) {
  for (const [language, municipality] of Object.entries(languages)) {
    for (const { width, colours } of inLooks) {
      const to = join(folder, `${language}-${width}-${colours}`);
      mkdirSync(to, { recursive: true });
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: colours,
        reducedMotion: 'reduce',
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
        bypassCSP: true,
      });
      const page = await context.newPage();
      await visitEvery(page, program, municipality, async (name) => {
        // Rows that are out of sight are drawn too.
        await page.addStyleTag({ content: '* { content-visibility: visible !important; }' });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const clip = { x: 0, y: 0, width, height: Math.min(height, tallest) };
        await page.screenshot({ path: join(to, `${name}.png`), fullPage: true, clip });
        for (const one of await page.evaluate(wrong)) process.stdout.write(`${to}/${name}: ${one}\n`);
      });
      await context.close();
      process.stdout.write(`${to}\n`);
    }
  }
}
