import { compose } from './domain/compose/compose.js';
import { checklist } from './domain/contents.js';
import { type Language, languages } from './domain/language.js';
import { plainText } from './domain/plain.js';
import type { Template } from './domain/template/template.js';
import { decided, factsOf, letters, wordsIn } from './example.testing.js';
import type { DecidedCase } from './facts/decision.js';

const template = letters.templates.get('decision') as Template;
const composed = (which: DecidedCase, language: Language, differs = {}) =>
  compose(template, language, factsOf(which, language, differs), wordsIn(language));
const textOf = (which: DecidedCase, language: Language, differs = {}) =>
  plainText(composed(which, language, differs).document);

describe.each(languages)('the decision letter in %s (F23, U12, U15, S11)', (language) => {
  it.each(['GRANTED', 'PARTLY', 'REFUSED'] as const)(
    'contains everything that it must where the answer is %s (inv. 9)',
    (outcome) => {
      const { contains, missing } = composed(decided(outcome), language);
      const facts = factsOf(decided(outcome), language);
      expect(missing).toEqual([]);
      const lacking = checklist('DECISION', facts, contains).filter(({ isThere }) => !isThere);
      expect(lacking).toEqual([]);
      expect(contains).toEqual(
        expect.arrayContaining(['COMPLAINT_PBRL', 'COMPLAINT_GROUP', 'HELP', 'DOCUMENTS']),
      );
    },
  );

  it('says the period to complain by each law, apart from the other', () => {
    const both = decided('REFUSED', {
      answers: [
        { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Nei.', legalBasis: 'SOTJL_28' },
        { item: 'COORDINATOR', outcome: 'REFUSED', reason: 'Nei.', legalBasis: 'PBRL_2_5B' },
      ],
    });
    const text = textOf(both, language);
    const [four, three] = language === 'nb' ? ['fire uker', 'tre uker'] : ['fire veker', 'tre veker'];
    expect(text).toContain(`Du har ${four} på deg`);
    expect(text).toContain(`Du har ${three} på deg`);
    expect(text).not.toContain('ingen frist');
    // Posted on 18 March 2026: five working days later, and from then on.
    expect(text).toContain('22. april 2026');
    expect(text).toContain('15. april 2026');
  });

  it('says that there is no right to a group, nor to complain about one (U1)', () => {
    const { contains } = composed(
      decided('REFUSED', {
        items: ['GROUP'],
        answers: [{ item: 'GROUP', outcome: 'REFUSED', reason: 'Nei.', legalBasis: undefined }],
        criteria: [],
      }),
      language,
    );
    expect(contains).toContain('COMPLAINT_GROUP');
    expect(contains).not.toContain('COMPLAINT_PBRL');
    expect(contains).not.toContain('CRITERIA');
  });

  it('names what nobody has told, and is still shown', () => {
    const { missing } = composed(decided('REFUSED'), language, {
      'decision.facts': ' ',
      'contact.phone': undefined,
    });
    expect(missing).toEqual(['decision.facts', 'contact.phone']);
  });

  it('leaves out the address of whoever’s is protected', () => {
    expect(textOf(decided('GRANTED'), language)).toContain('Eksempelveien 1\n0000 Eksempelby');
    expect(textOf(decided('GRANTED'), language, { protectedAddress: true })).not.toContain('Eksempelveien');
  });

  it('never reads what somebody wrote as markup', () => {
    const facts = '# Ikke en overskrift\n- **ikke** {contact.phone} {{> help}} | et | kart |';
    const { document } = composed(decided('REFUSED'), language, { 'decision.facts': facts });
    expect(document.blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
    expect(plainText(document)).toContain(facts);
  });

  it('reads the same to whoever speaks for the person, and says on whose behalf', () => {
    const text = textOf(decided('GRANTED'), language, { 'recipient.role': 'REPRESENTATIVE', toOther: true });
    expect(text).toContain(language === 'nb' ? 'betyr «du» Per' : 'tyder «du» Per');
  });
});
