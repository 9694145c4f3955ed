import type { KeyOwner } from '#event-sourcing';

/** A name or birth date that lies opened in this process's memory, on its way to a reader: nothing shows it, and `disclose` alone asks for it. */
export class HeldText {
  readonly #text: () => string | undefined;

  /** `text` gives nothing any more once the owner's key is destroyed. */
  constructor(
    readonly owner: KeyOwner,
    text: () => string | undefined,
  ) {
    this.#text = text;
  }

  /** Undefined where its key was destroyed meanwhile. */
  static textOf(held: HeldText): string | undefined {
    return held.#text();
  }
}
