import { dayInWords } from '../days.js';
import { visible } from '../visible.js';
import type { Fields } from '../template/catalogue.js';
import type { Condition, Node } from '../template/nodes.js';
import type { Facts } from './facts.js';

/** What of the expanded text is no fixed text: a value by its number, where an element begins and ends, where a tag stood. */
export const mark = {
  value: '\uE000',
  end: '\uE001',
  tag: '\uE002',
  element: '\uE003',
  over: '\uE004',
} as const;

export interface Value {
  readonly field: string;
  readonly text: string;
}
interface Expanding {
  readonly fields: Fields;
  readonly blocks: ReadonlyMap<string, readonly Node[]>;
  readonly values: Value[];
  readonly missing: Set<string>;
}

/**
 * The template's text with every condition decided. Values stay out of it, each a mark with a number, so that nothing in them is ever read as markup.
 */
export function expand(
  nodes: readonly Node[],
  facts: Facts,
  { fields, blocks }: Pick<Expanding, 'fields' | 'blocks'>,
): { readonly text: string; readonly values: readonly Value[]; readonly missing: readonly string[] } {
  const expanding = { fields, blocks, values: [], missing: new Set<string>() };
  const text = expandAll(nodes, facts, expanding);
  return { text, values: expanding.values, missing: [...expanding.missing] };
}

const expandAll = (nodes: readonly Node[], facts: Facts, to: Expanding): string =>
  nodes.map((node) => expandOne(node, facts, to)).join('');

function expandOne(node: Node, facts: Facts, to: Expanding): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'field':
      return valueOf(node.name, facts, to);
    case 'if':
      return `${mark.tag}${expandAll(holds(node.condition, facts) ? node.whereSo : node.otherwise, facts, to)}${mark.tag}`;
    case 'each': {
      const lines = facts[node.list];
      const each = Array.isArray(lines) ? (lines as readonly Facts[]) : [];
      const told = each.map((line) =>
        expandAll(node.body, { ...facts, ...line }, { ...to, fields: within(node.list, to) }),
      );
      return `${mark.tag}${told.join(mark.tag)}${mark.tag}`;
    }
    case 'include':
      return `${mark.tag}${expandAll(to.blocks.get(node.block) ?? [], facts, to)}${mark.tag}`;
    case 'element':
      return `${mark.element}${node.element}${mark.over}\n${expandAll(node.body, facts, to)}\n${mark.element}${mark.over}`;
  }
}

const within = (list: string, { fields }: Expanding): Fields => ({ ...fields, ...fields[list]?.of });

function valueOf(name: string, facts: Facts, to: Expanding): string {
  const fact = facts[name];
  if (typeof fact !== 'string' || visible(fact) === '') {
    to.missing.add(name);
    return numbered({ field: name, text: '' }, to);
  }
  const text = to.fields[name]?.type === 'day' ? dayInWords(fact) : visible(fact);
  return numbered({ field: name, text }, to);
}

function numbered(value: Value, { values }: Expanding): string {
  values.push(value);
  return `${mark.value}${values.length - 1}${mark.end}`;
}

function holds({ name, isNegated, code }: Condition, facts: Facts): boolean {
  const fact = facts[name];
  const isSo = code === undefined ? isTold(fact) : fact === code;
  return isSo !== isNegated;
}

const isTold = (fact: Facts[string]): boolean =>
  Array.isArray(fact) ? fact.length > 0 : fact === true || (typeof fact === 'string' && fact.trim() !== '');
