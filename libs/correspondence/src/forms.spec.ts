import { blank, isForm } from './domain/blank.js';
import { compose } from './domain/compose/compose.js';
import { html } from './domain/html.js';
import { languages } from './domain/language.js';
import { plainText } from './domain/plain.js';
import { decided, factsOf, letters, wordsIn } from './example.testing.js';
import { letterFacts } from './facts/letter.js';
import { Printer } from './typst/printer.js';

const forms = [...letters.templates.values()].filter(({ about }) => isForm(about));
const nobody = (language: 'nb' | 'nn') =>
  letterFacts(
    {
      date: '',
      caseNumber: undefined,
      municipality: 'Eksempel',
      signatory: undefined,
      person: { name: undefined, isProtected: false },
      recipient: { role: 'SUBJECT', name: undefined, address: undefined },
      copyTo: [],
      contact: { address: 'Postboks 1, 0000 Eksempelby', phone: '(telefon)' },
      own: letters.ownOf('3403'),
      coordinatorWord: 'koordinator',
    },
    language,
  );
const printer = new Printer();

it('the forms are referral, information with consent, and plan (F23)', () =>
  expect(forms.map(({ id }) => id).toSorted()).toEqual(['consent', 'plan', 'referral']));

describe.each(forms.flatMap((one) => languages.map((language) => [one.id, language, one] as const)))(
  'the form %s in %s (F23)',
  (_, language, template) => {
    it('is printed of nobody, with a rule for what is not known, the same in every form', () => {
      const known = nobody(language);
      const { document, missing } = compose(template, language, known, wordsIn(language));
      const {
        pdf,
        unprintable,
        document: printed,
      } = printer.print(blank(document), {
        date: '2026-03-18',
        author: 'Eksempel',
      });
      expect(unprintable).toEqual([]);
      expect(missing).not.toEqual(expect.arrayContaining(['contact.phone']));
      expect(plainText(printed)).not.toMatch(/undefined|mangler|manglar/);
      expect(plainText(printed)).toContain('________________');
      expect(html(printed)).toContain('________________');
      expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s);
      const tables = printed.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []));
      expect(tables.filter((rows) => rows === 0)).toEqual([]);
      expect(printed.blocks.flatMap((block) => ('line' in block ? block.line : []))).not.toContainEqual(
        expect.objectContaining({ text: '' }),
      );
    });

    it('names the person where it is of somebody, and a rule no more', () => {
      const facts = factsOf(decided('GRANTED'), language);
      const { document } = compose(template, language, facts, wordsIn(language));
      expect(plainText(blank(document))).toMatch(/(Navn|Namn|Gjelder|Gjeld): Per Eksempel/);
    });
  },
);
