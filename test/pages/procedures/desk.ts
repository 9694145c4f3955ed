import { Weeks, type Weekday } from '#apps/cli/src/demo/courses/weeks';
import { inDays } from '../../support/days.js';
import { type Page, signIn } from '../../support/chromium.js';
import { Clerk } from '../../support/clerk.js';
import { KeyboardClerk } from '../../support/keyboard-clerk.js';
import type { Program } from '../../support/program.js';

export type Who =
  'caseworker' | 'leader' | 'coordinator' | 'unit_leader' | 'service_office' | 'board_member' | 'admin';

const kinds = {
  'Mor Fabelsen': 'Foresatt',
  'Far Fabelsen': 'Foresatt',
  'Fysioterapeut Tenkerud': 'Ekstern samarbeidspart',
};

/** Which municipality's, and how whoever sits there works. */
export interface Sitting {
  readonly municipality: string;
  readonly by: 'mouse' | 'keyboard';
}

/** Whoever sits at the desk goes by the start's address the first time, and changes with a link on the page after that. */
export function deskIn(page: Page, program: Program, { municipality, by }: Sitting): Desk {
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

/** The desks of one municipality: whoever sits there, and the days on which it all happens. */
export class Desk {
  readonly #weeks: Weeks;

  constructor(
    private readonly today: string,
    private readonly signIn: (sub: string) => Promise<Clerk>,
  ) {
    this.#weeks = new Weeks(today);
  }

  /** Of the first case that is opened, in the series of this year. */
  get firstNumber(): string {
    return `${this.today.slice(0, 4)}/1`;
  }

  as(who: Who): Promise<Clerk> {
    return this.signIn(`demo-${who}`);
  }

  /** A day as people write it, so many weeks before this one. */
  on(weeksBefore: number, weekday: Weekday): string {
    const [year, month, day] = this.#weeks.before(weeksBefore, weekday).split('-').map(Number);
    return `${day}.${month}.${year}`;
  }
}
