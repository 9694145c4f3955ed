import type { Locator } from './chromium.js';
import { Clerk } from './clerk.js';
import { eventually } from './wait.js';

const mostStops = 400;

/** Does it without a mouse: goes on by Tab to whatever it is, as far as that is, and acts there by a key. */
export class KeyboardClerk extends Clerk {
  protected override async activate(one: Locator): Promise<void> {
    await this.reach(one);
    await this.page.keyboard.press('Enter');
  }

  protected override async mark(one: Locator): Promise<void> {
    if (await one.isChecked()) return;
    const group = one.locator('xpath=ancestor::fieldset[1]');
    if ((await one.getAttribute('type')) === 'checkbox') {
      await this.reach(one);
      return this.page.keyboard.press('Space');
    }
    await this.reach(group.getByRole('radio'));
    await this.page.keyboard.press('Space');
    for (let left = await group.getByRole('radio').count(); left > 0; left -= 1) {
      if (await one.isChecked()) return;
      await this.page.keyboard.press('ArrowDown');
    }
  }

  protected override async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
  }

  protected override async select(field: Locator, label: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Home');
    const chosen = () =>
      field.evaluate(
        (it) => (it as unknown as { selectedOptions: { label: string }[] }).selectedOptions[0]?.label,
      );
    for (let left = await field.getByRole('option').count(); left > 0; left -= 1) {
      if ((await chosen()) === label) return;
      await this.page.keyboard.press('ArrowDown');
    }
    if ((await chosen()) !== label) throw new Error(`${label} cannot be chosen by keys`);
  }

  /** Whichever of these has a stop of its own is gone to by Tab alone. */
  private async reach(some: Locator): Promise<void> {
    await some.first().waitFor();
    const isThere = () =>
      some.evaluateAll((them) =>
        them.some(
          (it) =>
            it ===
            (it as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
        ),
      );
    await eventually(async () => {
      for (let stops = 0; stops < mostStops; stops += 1) {
        if (await isThere()) return;
        await this.page.keyboard.press('Tab');
      }
      throw new Error(`No stop of the keyboard is ${String(some)}`);
    });
  }
}
