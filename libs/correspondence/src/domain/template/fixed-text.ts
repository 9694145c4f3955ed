import type { Language } from '../language.js';
import type { Words } from './catalogue.js';
import type { Node } from './nodes.js';
import type { Template } from './template.js';

/**
 * All that a letter may say by itself, every branch of it, for measuring how easy it is to read. A value counts as one short word; the municipality's own
 * words are there. Section numbers are left out: they are looked up, not read.
 */
export function fixedText(template: Template, language: Language, words: Words): string {
  const { nodes, blocks } = template.texts[language];
  const forms = words as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const all = (these: readonly Node[]): string => these.map(one).join('');
  const one = (node: Node): string => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'field') {
      const [kind = '', form = ''] = node.name.split('.');
      return forms[kind]?.[form] ?? 'det';
    }
    if (node.kind === 'if') return `${all(node.whereSo)}\n${all(node.otherwise)}`;
    return node.kind === 'include' ? all(blocks.get(node.block) ?? []) : all(node.body);
  };
  return all(nodes)
    .replaceAll(/§§? ?[\d-]+( ?[a-z]\b)?((,| og| til) [\d-]+( ?[a-z]\b)?)*/g, '')
    .replaceAll(/^[#>|\d. -]+/gm, '')
    .replaceAll('**', '');
}
