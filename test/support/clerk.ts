import type { Locator, Page } from './chromium.js';
import { restOf } from './rest.js';

/** What is written or chosen in a field, by its label; a table of them for the fields of a group. */
export type Answers = readonly Answer[];
type Answer = readonly [label: string, ...what: readonly (string | Answers | NewPerson)[]];

/** Somebody who is not in the register yet. */
export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly born: string;
}

const called = (label: string) =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}( \\(kan stå tom\\))?$`);

/** Does with the pages what somebody at the desk does, and finds everything by what stands on the screen. */
export class Clerk {
  readonly #rests: () => Promise<void>;

  constructor(
    readonly page: Page,
    /** What somebody is who is not one of the municipality's own staff, as the pages call it. */
    private readonly kinds: Readonly<Record<string, string>> = {},
  ) {
    this.#rests = restOf(page);
  }

  press(name: string | RegExp): Promise<void> {
    return this.activate(this.page.getByRole('button', { name, exact: true }).first());
  }

  follow(name: string | RegExp): Promise<void> {
    return this.activate(this.page.getByRole('link', { name, exact: true }).first());
  }

  /** Chooses one of the lists of a page. */
  choose(name: string): Promise<void> {
    return this.page.getByRole('tab', { name }).click();
  }

  reads(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** Opens the form of a step where its button stands, fills it in and records it. */
  async step(name: string, answers: Answers = []): Promise<void> {
    await this.press(name);
    await this.record(name, answers);
  }

  /** Fills in a form that stands open, records it, and sees what came of it. */
  async record(name: string, answers: Answers = [], button = name): Promise<void> {
    const form = this.page.getByRole('form', { name, exact: true });
    await this.fill(form, answers);
    await this.activate(form.getByRole('button', { name: button, exact: true }));
    await form.waitFor({ state: 'detached' });
    await this.#rests();
  }

  async fill(within: Locator | Page, answers: Answers): Promise<void> {
    for (const [label, ...what] of answers) await this.#answer(within, label, what);
  }

  protected activate(one: Locator): Promise<void> {
    return one.click();
  }

  /** Once more where the page moved under the first click, as on a busy machine. */
  protected mark(one: Locator): Promise<void> {
    return one.check().catch(() => one.check());
  }

  protected write(field: Locator, text: string): Promise<void> {
    return field.fill(text);
  }

  protected async select(field: Locator, label: string): Promise<void> {
    await field.selectOption({ label });
  }

  async #answer(within: Locator | Page, label: string, what: Answer[1][]) {
    const name = called(label);
    const group = within.getByRole('group', { name });
    // What is asked of the whole stands after what is asked of each.
    const field = within.getByRole('textbox', { name }).or(within.getByRole('combobox', { name })).last();
    await group.or(field).last().waitFor();
    for (const one of what) {
      if (Array.isArray(one)) await this.fill(group, one as Answers);
      else if (typeof one === 'object') await this.#register(field, one as NewPerson);
      else if (await group.count()) {
        const choice = { name: one, exact: true };
        await this.mark(group.getByRole('radio', choice).or(group.getByRole('checkbox', choice)));
      } else if (await field.evaluate((it) => it.tagName === 'SELECT')) {
        await this.select(field, one);
      } else {
        await this.write(field, one);
        if ((await field.getAttribute('data-unpicked')) !== null) await this.#pick(one);
      }
    }
  }

  /** Takes the one who was found, or puts in who was not. */
  async #pick(name: string) {
    const { page } = this;
    const found = page.getByRole('button', { name: new RegExp(`^Velg? ${name}(,| |$)`) });
    const anew = page.getByRole('button', { name: `Legg inn «${name}» som ny` });
    await found.or(anew).first().waitFor();
    if (await found.count()) return this.activate(found);
    await this.activate(anew);
    const kind = page.getByRole('group', { name: new RegExp(`^[HK]va slags part er ${name}`) });
    await this.mark(kind.getByRole('radio', { name: this.kinds[name] ?? /^(Ansatt|Tilsett)$/ }));
    await this.activate(page.getByRole('button', { name: `Legg inn ${name}`, exact: true }));
    await kind.waitFor({ state: 'detached' });
  }

  async #register(field: Locator, { givenName, familyName, born }: NewPerson) {
    const { page } = this;
    await this.write(field, `${givenName} ${familyName}`);
    await this.activate(page.getByRole('button', { name: /^Legg inn ei?n ny person$/ }));
    await this.write(page.getByRole('textbox', { name: 'Fødselsdato' }), born);
    await this.activate(page.getByRole('button', { name: 'Legg inn personen' }));
    await page.getByRole('button', { name: /^Byt+ person( \(kan stå tom\))?$/ }).waitFor();
  }
}
