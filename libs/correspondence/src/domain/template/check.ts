import { necessary } from '../contents.js';
import { isElement } from '../elements.js';
import { languages } from '../language.js';
import { type Fields } from './catalogue.js';
import type { Fault, Node } from './nodes.js';
import { fieldsOf, type Template } from './template.js';

/** What a text uses, its shared parts with it. */
interface Used {
  readonly fields: Set<string>;
  readonly elements: Set<string>;
}

interface Checking {
  /** Of the file that is looked at. */
  readonly file: string;
  readonly fields: Fields;
  readonly blocks: ReadonlyMap<string, readonly Node[]>;
  readonly fileOfBlock: (name: string) => string;
  readonly within: readonly string[];
  readonly used: Used;
  readonly fault: (fault: Fault) => void;
}

/** Everything that is wrong with a template's texts, each with its place: what they name is there, both languages say the same, and nothing is left out that the law wants told. */
export function faultsIn(
  template: Template,
  files: Readonly<Record<'nb' | 'nn', string>>,
  fileOfBlock: (name: string, language: 'nb' | 'nn') => string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const used = languages.map((language) => {
    const { nodes, blocks } = template.texts[language];
    const found: Used = { fields: new Set(), elements: new Set() };
    walk(nodes, {
      file: files[language],
      fields: fieldsOf(template),
      blocks,
      fileOfBlock: (name) => fileOfBlock(name, language),
      within: [],
      used: found,
      fault: (one) => faults.push(one),
    });
    for (const { element } of necessary[template.about]) {
      if (found.elements.has(element)) continue;
      faults.push({
        file: files[language],
        sentence: `The letter has no {{#element ${element}}}, which one about ${template.about} must have.`,
      });
    }
    return found;
  });
  const [nb, nn] = used;
  if (nb && nn) faults.push(...differences(nb.fields, nn.fields, files));
  for (const { name } of template.written) {
    if (nb?.fields.has(name) !== false) continue;
    faults.push({ file: files.nb, sentence: `“${name}” is declared as written, but no text uses it.` });
  }
  return unique(faults);
}

function differences(
  nb: ReadonlySet<string>,
  nn: ReadonlySet<string>,
  files: Readonly<Record<'nb' | 'nn', string>>,
): readonly Fault[] {
  const lacking = (these: ReadonlySet<string>, those: ReadonlySet<string>, file: string, other: string) =>
    [...these]
      .filter((name) => !those.has(name))
      .map((name) => ({
        file,
        sentence: `“${name}” is used in ${other} and not here: both languages say the same.`,
      }));
  return [...lacking(nb, nn, files.nn, files.nb), ...lacking(nn, nb, files.nb, files.nn)];
}

function walk(nodes: readonly Node[], at: Checking): void {
  for (const node of nodes) walkOne(node, at);
}

function walkOne(node: Node, at: Checking): void {
  const fault = (sentence: string) => {
    if (node.kind !== 'text') at.fault({ file: at.file, line: node.line, sentence });
  };
  switch (node.kind) {
    case 'text':
      return;
    case 'field': {
      const field = fieldNamed(node.name, at);
      if (field === undefined) return fault(`{${node.name}} is no field that a letter knows.`);
      if (field.type === 'list' || field.type === 'flag') {
        fault(
          `{${node.name}} is a ${field.type}: use it in {{#${field.type === 'list' ? 'each' : 'if'} ${node.name}}}.`,
        );
      }
      return;
    }
    case 'if': {
      const { name, code } = node.condition;
      const field = fieldNamed(name, at);
      if (field === undefined) fault(`The condition “${name}” is no field that a letter knows.`);
      else if (code !== undefined && !field.values?.includes(code)) {
        fault(`“${name}” is never ${code}. It may be ${field.values?.join(', ') ?? 'no code at all'}.`);
      }
      walk(node.whereSo, at);
      return walk(node.otherwise, at);
    }
    case 'each': {
      const list = fieldNamed(node.list, at);
      if (list?.type !== 'list') return fault(`“${node.list}” is no list that a letter knows.`);
      return walk(node.body, { ...at, fields: { ...at.fields, ...list.of } });
    }
    case 'include': {
      const body = at.blocks.get(node.block);
      if (body === undefined) return fault(`There is no block “${node.block}” in this language.`);
      if (at.within.includes(node.block)) return fault(`The block “${node.block}” holds itself.`);
      return walk(body, { ...at, file: at.fileOfBlock(node.block), within: [...at.within, node.block] });
    }
    case 'element':
      at.used.elements.add(node.element);
      if (!isElement(node.element)) fault(`“${node.element}” is nothing that a letter has to contain.`);
      return walk(node.body, at);
  }
}

function fieldNamed(name: string, { fields, used }: Checking) {
  used.fields.add(name);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

const unique = (faults: readonly Fault[]): readonly Fault[] => [
  ...new Map(faults.map((one) => [`${one.file}:${one.line}:${one.sentence}`, one])).values(),
];
