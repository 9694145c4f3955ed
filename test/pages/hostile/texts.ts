/** A kind of text that nobody means to write, and that somebody writes. */
export interface Kind {
  readonly name: string;
  /** Such a text of at most so many characters; it begins with the mark by which it is found on a page. */
  readonly text: (mark: string, most: number) => string;
}

const markup =
  '<script>document.title="hacket"</script>"><img src=x onerror="document.title=\'hacket\'">\'};alert(1)//{{mark}}</p>';
const stacked = `Te\u200Bst\u200D\uFEFF\u2060 e\u0301 Z${'\u0335\u0301\u0327'.repeat(12)} 👩🏽‍🦽‍➡️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 Šáđŋŧž`;
const fromTheRight = 'שלום عربي\u200f';

const cutTo = (text: string, most: number) => Array.from(text).slice(0, most).join('');

export const kinds: readonly Kind[] = [
  { name: 'markup', text: (mark, most) => cutTo(`${mark} ${markup}`, most) },
  { name: 'letters from right to left', text: (mark, most) => cutTo(`${mark} ${fromTheRight}`, most) },
  { name: 'no width, many marks, pictures', text: (mark, most) => cutTo(`${mark} ${stacked}`, most) },
  {
    name: 'one word as long as may be',
    text: (mark, most) => mark + 'Lang'.repeat(most).slice(mark.length, most),
  },
];

const marked = /prøve\d+x/g;

/** Gives each text a mark of its own, and remembers what stands behind which. */
export class Marks {
  readonly texts = new Map<string, { readonly field: string; readonly text: string }>();

  constructor(private readonly kind: Kind) {}

  textFor(field: string, most: number): string {
    const mark = `prøve${1000 + this.texts.size}x`;
    const text = this.kind.text(mark, most);
    this.texts.set(mark, { field, text });
    return text;
  }

  /** The marks of the texts that stand in what a page shows, whole or not. */
  whollyIn(shown: string): { readonly whole: readonly string[]; readonly cut: readonly string[] } {
    const plain = asRead(shown);
    const found = [...new Set(plain.match(marked) ?? [])];
    const isWhole = (mark: string) => plain.includes(asRead(this.texts.get(mark)?.text ?? mark));
    return { whole: found.filter(isWhole), cut: found.filter((mark) => !isWhole(mark)) };
  }
}

/** Without what a page may do to the space and the first letter of a text. */
const asRead = (text: string) =>
  text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
