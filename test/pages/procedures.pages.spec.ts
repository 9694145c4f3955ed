import { readFileSync } from 'node:fs';
import { openWindow } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';
import { seed, someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { alesund } from './procedures/alesund.js';
import { aure } from './procedures/aure.js';
import { type Desk, deskIn, type Sitting } from './procedures/desk.js';
import { folldal } from './procedures/folldal.js';
import { hamar } from './procedures/hamar.js';
import { stranda } from './procedures/stranda.js';

interface Procedure extends Sitting {
  readonly name: string;
  readonly play: (desk: Desk) => Promise<void>;
  /** What the page records once more: a form that starts from what was read sends it along. */
  readonly again?: readonly string[];
}

const procedures: readonly Procedure[] = [
  { name: 'hamar', municipality: '3403', play: hamar, by: 'mouse' },
  { name: 'alesund', municipality: '1508', play: alesund, by: 'keyboard' },
  { name: 'aure', municipality: '1576', play: aure, by: 'mouse' },
  {
    name: 'stranda',
    municipality: '1525',
    play: stranda,
    by: 'mouse',
    again: ['Vilkår vurdert', 'Vilkår vurdert'],
  },
  { name: 'folldal', municipality: '3429', play: folldal, by: 'mouse' },
];

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

/** What the system notes by itself, which the kept texts leave out. */
const noted =
  /^(Frist (satt|sett|ikke holdt|ikkje halden|løpt ut|gått ut|falt bort|fall bort)|Det fristen (gjaldt|galdt), er gjort|Merk(et|t) som feilregistrert)$/;

/** What happened in the procedure’s own case by its kept text over HTTP, without its days and the complaint, which has pages of its own. */
const happenedIn = (name: string) => {
  const kept = readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8');
  return kept
    .slice(0, kept.indexOf('\n\nSak '))
    .split('\n')
    .flatMap((line) => /^ {2}\S+ {2}((?!Klage).+?)\. /.exec(line)?.[1] ?? [])
    .toSorted();
};

describe(`each municipality’s own procedure, by what stands on the pages alone (U10, U11, U12, U13, U14, U15, U16) (seed ${seed})`, () => {
  test.each(someOf(procedures, 1, 0))(
    '$name, by $by: from the telephone to the end of the case, and the history is what the procedure over HTTP leaves',
    async (procedure) => {
      const { name, play, again = [] } = procedure;
      const { page, faults } = await openWindow();
      await play(deskIn(page, program, procedure));
      await page
        .getByRole('link', { name: /^(Hele|Heile) historikken$/ })
        .first()
        .click();
      const titles = page.locator('.entry-head strong');
      await eventually(async () =>
        expect((await titles.allInnerTexts()).filter((title) => !noted.test(title)).toSorted()).toEqual(
          [...happenedIn(name), ...again].toSorted(),
        ),
      );
      expect(faults).toEqual([]);
    },
    240_000,
  );
});
