import type { LetterDocument } from '../document.js';
import { textOf } from '../document.js';
import type { Element } from '../elements.js';
import type { Language } from '../language.js';
import type { Fields, Words } from '../template/catalogue.js';
import { fieldsOf, type Template } from '../template/template.js';
import { expand } from './expand.js';
import type { Facts } from './facts.js';
import { blocksIn } from './markup.js';

export interface Composed {
  readonly document: LetterDocument;
  /** Fields that the letter needs here and that nobody has told. */
  readonly missing: readonly string[];
  /** What of a letter's necessary contents stands in it. */
  readonly contains: readonly Element[];
}

/** The letter that a template makes of what is known: the same for the same input, wherever and whenever. */
export function compose(template: Template, language: Language, facts: Facts, words: Words): Composed {
  const fields: Fields = fieldsOf(template);
  const { nodes, blocks } = template.texts[language];
  const { text, values, missing } = expand(nodes, { ...inForms(words), ...facts }, { fields, blocks });
  const found = blocksIn(text, values);
  const title = found.find((block) => block.kind === 'heading' && block.level === 1);
  return {
    document: {
      language,
      title: title?.kind === 'heading' ? textOf(title.line) : template.title[language],
      blocks: found,
    },
    missing,
    contains: [...new Set(found.flatMap((block) => (hasText(block) ? block.elements : [])))],
  };
}

/** Headings alone tell nothing. */
const hasText = (block: LetterDocument['blocks'][number]): boolean => block.kind !== 'heading';

const inForms = (words: Words): Facts =>
  Object.fromEntries(
    Object.entries(words).flatMap(([kind, forms]) =>
      Object.entries(forms as Readonly<Record<string, string>>).map(([form, text]) => [
        `${kind}.${form}`,
        text,
      ]),
    ),
  );
