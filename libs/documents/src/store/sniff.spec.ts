import { zipSync } from 'fflate';
import fc from 'fast-check';
import type { DocumentFormat } from './media-types.js';
import { sniffing } from './sniff.js';

const text = (words: string) => Buffer.from(words);
const zipOf = (...names: string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, text(`<${name}/>`)]))));

const word = zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const samples: Readonly<Record<DocumentFormat, Buffer>> = {
  PDF: text('%PDF-1.7\n'),
  PNG: png,
  JPEG: jpeg,
  DOCX: word,
  TXT: text('Søknad om koordinator\r\n\tfra Testine Prøvesen'),
};
const formats = Object.keys(samples) as DocumentFormat[];

function isA(format: DocumentFormat, bytes: Buffer, piece = bytes.length || 1): boolean {
  const looking = sniffing(format);
  for (let at = 0; at < bytes.length; at += piece) looking.write(bytes.subarray(at, at + piece));
  return looking.end();
}

describe('what a document is', () => {
  it.each(formats.flatMap((format) => formats.map((said) => [format, said] as const)))(
    'is told by its bytes: %s said to be %s',
    (format, said) => {
      expect(isA(said, samples[format])).toBe(format === said);
    },
  );

  it('is the same in whatever pieces it comes', () => {
    for (const format of formats) {
      for (const piece of [1, 2, 3, 7]) expect(isA(format, samples[format], piece)).toBe(true);
    }
  });

  it('is no Word document where it has macros, or is another ZIP', () => {
    expect(isA('DOCX', zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'))).toBe(false);
    expect(isA('DOCX', zipOf('[Content_Types].xml', 'xl/workbook.xml'))).toBe(false);
    expect(isA('DOCX', zipOf('letter.txt'))).toBe(false);
    expect(isA('DOCX', word.subarray(0, -30))).toBe(false);
  });

  it('is a Word document however large its parts are', () => {
    const large = zipSync(
      {
        '[Content_Types].xml': text('<t/>'),
        'word/document.xml': text('<d/>'),
        'word/media/1.bin': Buffer.alloc(3_000_000, 1),
      },
      { level: 0 },
    );
    expect(isA('DOCX', Buffer.from(large), 65_536)).toBe(true);
  });

  it('is no plain text in another coding, or with control characters', () => {
    for (const bytes of [
      Buffer.from('sj\u00f8', 'latin1'),
      text('a\u0000b'),
      text('\u001b[31m'),
      text('æ').subarray(0, 1),
    ]) {
      expect(isA('TXT', bytes)).toBe(false);
    }
  });

  it('is told of any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...formats), (bytes, format) => {
        const tail = Buffer.concat([
          Buffer.from([0x50, 0x4b, 3, 4]),
          bytes,
          Buffer.from([0x50, 0x4b, 5, 6]),
          bytes,
        ]);
        expect([true, false]).toContain(isA(format, tail, 50));
      }),
    );
  });
});
