import { readFileSync } from 'node:fs';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { Clerk } from '../support/clerk.js';
import { KeyboardClerk } from '../support/keyboard-clerk.js';
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

interface Procedure {
  readonly name: string;
  readonly municipality: string;
  readonly play: (desk: Desk) => Promise<void>;
  readonly by: 'mouse' | 'keyboard';
}

const procedures: readonly Procedure[] = [
  { name: 'hamar', municipality: '3403', play: hamar, by: 'mouse' },
  { name: 'alesund', municipality: '1508', play: alesund, by: 'keyboard' },
  { name: 'aure', municipality: '1576', play: aure, by: 'mouse' },
  { name: 'stranda', municipality: '1525', play: stranda, by: 'mouse' },
  { name: 'folldal', municipality: '3429', play: folldal, by: 'mouse' },
];

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
function deskIn(page: Page, { municipality, by }: Procedure): Desk {
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
    return by === 'keyboard' ? new KeyboardClerk(page, kinds) : new Clerk(page, kinds);
  });
}

/** What happened by the kept text of the same procedure over HTTP, without its days. */
const happenedIn = (name: string) =>
  readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => /^ {2}\S+ {2}(.+?)\. /.exec(line)?.[1] ?? [])
    .toSorted();

describe(`each municipality’s own procedure, by what stands on the pages alone (U10, U11, U12, U13, U14, U15, U16) (seed ${seed})`, () => {
  test.each(someOf(procedures, 1, 0))(
    '$name, by $by: from the telephone to the end of the case, and the history is what the procedure over HTTP leaves',
    async (procedure) => {
      const { name, play } = procedure;
      const { page, faults } = await openWindow();
      await play(deskIn(page, procedure));
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
