import { readFileSync } from 'node:fs';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { Clerk } from '../support/clerk.js';
import { inDays } from '../support/days.js';
import { type Program, startProgram } from '../support/program.js';
import { seed, someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { alesund } from './procedures/alesund.js';
import { aure } from './procedures/aure.js';
import { Desk } from './procedures/desk.js';
import { folldal } from './procedures/folldal.js';
import { hamar } from './procedures/hamar.js';
import { stranda } from './procedures/stranda.js';

const procedures = [
  { name: 'hamar', municipality: '3403', play: hamar },
  { name: 'alesund', municipality: '1508', play: alesund },
  { name: 'aure', municipality: '1576', play: aure },
  { name: 'stranda', municipality: '1525', play: stranda },
  { name: 'folldal', municipality: '3429', play: folldal },
] as const;

const kinds = {
  'Mor Fabelsen': 'Foresatt',
  'Far Fabelsen': 'Foresatt',
  'Fysioterapeut Tenkerud': 'Ekstern samarbeidspart',
};

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

/** Whoever sits at the desk goes by the start's address the first time, and changes with a link on the page after that. */
function deskIn(page: Page, municipality: string): Desk {
  let isIn = false;
  return new Desk(inDays(0), async (sub) => {
    if (isIn) {
      await page.getByRole('link', { name: /^Byt+ person eller kommune$/ }).click();
      await page.locator('select').selectOption(municipality);
      await page.locator(`input[value="${sub}"]`).check();
      await page.locator('button[type=submit]').click();
      await page.locator('header.top').waitFor();
    } else await signIn(page, program, { sub, municipality });
    isIn = true;
    return new Clerk(page, kinds);
  });
}

/** What happened by the kept text of the same procedure over HTTP, without its days. */
const happenedIn = (name: string) =>
  readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => /^ {2}\S+ {2}(.+?)\. /.exec(line)?.[1] ?? [])
    .toSorted();

describe(`each municipality’s own procedure, by the pages alone (seed ${seed})`, () => {
  test.each(someOf(procedures, 1, 0))(
    '$name: from the telephone to the end of the case, and the history is what the procedure over HTTP leaves',
    async ({ name, municipality, play }) => {
      const { page, faults } = await openWindow();
      await play(deskIn(page, municipality));
      await page
        .getByRole('link', { name: /^(Hele|Heile) historikken$/ })
        .first()
        .click();
      const titles = page.locator('.entry-head strong');
      await eventually(async () =>
        expect((await titles.allInnerTexts()).toSorted()).toEqual(happenedIn(name)),
      );
      expect(faults).toEqual([]);
    },
    240_000,
  );
});
