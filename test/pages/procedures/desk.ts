import { Weeks, type Weekday } from '#apps/cli/src/demo/courses/weeks';
import { Clerk } from '../../support/clerk.js';

export type Who =
  'caseworker' | 'leader' | 'coordinator' | 'unit_leader' | 'service_office' | 'board_member' | 'admin';

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
