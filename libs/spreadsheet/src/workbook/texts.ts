import { say } from '../faults.js';
import { UnreadableFile } from '../grid.js';
import { walk } from './xml.js';

/** More than the most rows have of different texts. */
const mostTexts = 2_000_000;

/** The texts that cells point to, by their place. */
export function textsIn(shared: string, most = mostTexts): readonly string[] {
  const texts: string[] = [];
  let text = '';
  const reading = new Reading();
  walk(shared, {
    open: (name) => reading.open(name),
    text: (part) => void (reading.isOn && (text += part)),
    close(name) {
      reading.close(name);
      if (name !== 'si') return;
      if (texts.length >= most) {
        throw new UnreadableFile(say('too-many-texts', { most: String(most) }));
      }
      texts.push(plain(text));
      text = '';
    },
  });
  return texts;
}

/** Whether what is walked over is part of a text: of all its runs, but not how it is pronounced. */
export class Reading {
  #isText = false;
  #isSpoken = false;

  get isOn(): boolean {
    return this.#isText && !this.#isSpoken;
  }
  open(name: string): void {
    if (name === 't' || name === 'v') this.#isText = true;
    if (name === 'rPh') this.#isSpoken = true;
  }
  close(name: string): void {
    if (name === 't' || name === 'v') this.#isText = false;
    if (name === 'rPh') this.#isSpoken = false;
  }
}

/** A text as it is meant: letters that XML has no place for are written by their numbers, `_x000D_`. */
export const plain = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
