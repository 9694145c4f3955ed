import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../domain/compose/compose.js';
import type { LetterDocument } from '../domain/document.js';
import { html } from '../domain/html.js';
import { plainText } from '../domain/plain.js';
import type { Template } from '../domain/template/template.js';
import { decided, factsOf, letters, wordsIn } from '../example.testing.js';
import { Printer } from './printer.js';

const template = letters.templates.get('decision') as Template;
const letter = (differs = {}, outcome: 'GRANTED' | 'REFUSED' = 'GRANTED'): LetterDocument =>
  compose(template, 'nn', factsOf(decided(outcome), 'nn', differs), wordsIn('nn')).document;
const imprint = { date: '2026-03-18', author: 'Eksempel kommune' };
const printer = new Printer();
const pdfOf = (document: LetterDocument, how: typeof imprint) => printer.print(document, how).pdf;

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
/** What poppler, where it is installed, reads in a PDF; without it only what the file itself says is looked at. */
function read(pdf: Buffer, program: string, ...options: string[]): string | undefined {
  if (!hasPoppler) {
    process.stderr.write(`poppler is not installed here: ${program} is not asked what is in the letter.\n`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'letter-'));
  try {
    writeFileSync(join(folder, 'letter.pdf'), pdf);
    const last = program === 'pdftotext' ? ['-'] : [];
    const out = execFileSync(program, [...options, join(folder, 'letter.pdf'), ...last], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return out.toString('utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a printed letter (F23)', () => {
  it('says word for word what the plain text says', () => {
    const text = read(pdfOf(letter(), imprint), 'pdftotext', '-nopgbrk', '-raw');
    if (text === undefined) return;
    const printed = wordsOf(text.replace(/^Side \d+ \/ \d+$/gm, ''));
    expect(printed).toEqual(wordsOf(plainText(letter())));
  });

  it.each([
    ['an address of three lines', 'c/o Testine Prøvesen\nEksempelveien 1\n0000 Eksempelby'],
    ['no address', ''],
  ])(
    'has its receiver, with %s, and nothing else where the window of the envelope is (F24)',
    (_, address) => {
      const document = letter({ 'recipient.address': address });
      const [x, y, width, height] = [15, 42, 95, 37].map((mm) => String(Math.round((mm * 720) / 25.4)));
      const where = ['-r', '720', '-x', `${x}`, '-y', `${y}`, '-W', `${width}`, '-H', `${height}`];
      const seen = read(pdfOf(document, imprint), 'pdftotext', '-raw', '-l', '1', ...where);
      if (seen === undefined) return;
      expect(seen.trim()).toBe(['Per Eksempel', address].join('\n').trim());
      const whole = read(pdfOf(document, imprint), 'pdftotext', '-bbox', '-l', '1') ?? '';
      const top = whole.match(/yMin="([\d.]+)"[^>]*>Per</)?.[1];
      expect((Number(top) / 72) * 25.4).toBeGreaterThan(44);
      const last = whole.match(/yMax="([\d.]+)"[^>]*>Eksempelby</)?.[1];
      if (address !== '') expect((Number(last) / 72) * 25.4).toBeLessThan(70);
    },
  );

  it('is PDF/A-2a, tagged with headings and lists', () => {
    const pdf = pdfOf(letter(), imprint);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s);
    const structure = read(pdf, 'pdfinfo', '-struct');
    if (structure === undefined) return;
    for (const tag of ['H1', 'H2', 'H3', 'L ', 'LI', 'LBody', 'P ']) expect(structure).toContain(`  ${tag}`);
  });

  it('is the same bytes for the same letter, by any printer, and others for another', () => {
    const pdf = pdfOf(letter(), imprint);
    expect(new Printer().print(letter(), imprint).pdf.equals(pdf)).toBe(true);
    expect(pdfOf(letter({}, 'REFUSED'), imprint).equals(pdf)).toBe(false);
    expect(pdfOf(letter(), imprint).equals(pdf)).toBe(true);
  });

  it('prints what looks like markup as it was written', () => {
    const hostile = '#read("/etc/passwd") *a* _b_ $x$ `c` @d <e> // f /* g */ \\ = H';
    const text = read(pdfOf(letter({ 'decision.facts': hostile }), imprint), 'pdftotext', '-raw');
    if (text !== undefined) expect(text.replaceAll('\n', ' ')).toContain(hostile);
    expect(html(letter({ 'decision.facts': '<script>a&b"</script>' }))).toContain(
      '<p>&lt;script&gt;a&amp;b&quot;&lt;/script&gt;</p>',
    );
  });

  it('has the letters of every language that is written in Norway', () => {
    const name = 'Áigi Čáhci Đorvu Ŋuorra Šaddu Ŧeahta Žuollu Ïejve Öövre Ǥiõll Ʒeeʹl';
    const text = read(pdfOf(letter({ 'recipient.name': name }), imprint), 'pdftotext', '-raw');
    if (text !== undefined) expect(text).toContain(name);
  });

  it('shows a box for what its typeface does not have, says so, and reads the same in every form', () => {
    const { document, unprintable, pdf } = printer.print(
      letter({ 'decision.facts': 'Bra 😀, 中 og 😀' }),
      imprint,
    );
    expect(unprintable).toEqual(['😀', '中']);
    expect(plainText(document)).toContain('Bra □, □ og □');
    const text = read(pdf, 'pdftotext', '-raw');
    if (text !== undefined) expect(text).toContain('Bra □, □ og □');
  });

  it.each(['\uFEFF', '\uE000', '\u{1F3F4}', '\u{E0067}', '\uFFFE', 'Z\u0335\u0301\u0327', '👩🏽‍🦽‍➡️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])(
    'prints %j as a box where it cannot be printed as it is',
    (text) => {
      const { unprintable } = printer.print(letter({ 'decision.facts': `foran ${text} bak` }), imprint);
      for (const one of unprintable) expect(text).toContain(one);
    },
  );

  it('shows a box for each of a thousand different ones', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => String.fromCodePoint(0x4e00 + n));
    const { unprintable } = printer.print(letter({ 'decision.facts': many.join('') }), imprint);
    expect(unprintable.toSorted()).toEqual(many.toSorted());
  });

  it('drops what turns the direction of writing, and other controls', () => {
    const text = plainText(letter({ 'decision.facts': 'a\u202Eb\u0007c\u00AD' }));
    expect(text).toContain('\nabc\n');
  });
});
