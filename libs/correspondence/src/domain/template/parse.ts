import type { Condition, Fault, Node } from './nodes.js';

const tag = /\{\{([^{}]*)\}\}|\{([^{}]*)\}/g;
const fieldName = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
const condition = /^(!?)([a-z][A-Za-z0-9.]*)(?:=([A-Z][A-Z0-9_]*))?$/;
/** Characters that the composing uses as marks of its own. */
export const marks = /[\uE000-\uE00F]/;

interface Open {
  readonly kind: 'if' | 'each' | 'element';
  readonly name: string;
  readonly line: number;
  readonly nodes: Node[];
  otherwise: Node[] | undefined;
}

/**
 * Reads a template's text. What cannot be read is named with its line, and left out, so that one look finds every fault.
 */
export function parse(
  file: string,
  text: string,
): { readonly nodes: readonly Node[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const root: Node[] = [];
  const open: Open[] = [];
  const fault = (line: number, sentence: string) => faults.push({ file, line, sentence });
  const push = (node: Node) => {
    const inner = open.at(-1);
    (inner === undefined ? root : (inner.otherwise ?? inner.nodes)).push(node);
  };
  if (marks.test(text)) {
    faults.push({
      file,
      sentence: 'It holds characters of the private use area (U+E000–E00F); take them out.',
    });
  }
  let end = 0;
  let line = 1;
  for (const found of text.matchAll(tag)) {
    const between = text.slice(end, found.index);
    if (between !== '') push({ kind: 'text', text: between });
    line += between.split('\n').length - 1;
    end = found.index + found[0].length;
    if (found[2] !== undefined) {
      const name = found[2].trim();
      if (fieldName.test(name)) push({ kind: 'field', name, line });
      else fault(line, `{${name}} is no name of a field: write it like {case.number}.`);
      continue;
    }
    readTag((found[1] ?? '').trim(), { line, open, push, fault });
  }
  if (end < text.length) push({ kind: 'text', text: text.slice(end) });
  for (const one of open) {
    fault(one.line, `{{#${one.kind} ${one.name}}} is never closed: add {{/${one.kind}}}.`);
  }
  return { nodes: root, faults };
}

interface Reading {
  readonly line: number;
  readonly open: Open[];
  readonly push: (node: Node) => void;
  readonly fault: (line: number, sentence: string) => void;
}

function readTag(inside: string, { line, open, push, fault }: Reading): void {
  const begun = /^#(if|each|element)\s+(\S+)$/.exec(inside);
  if (begun) {
    const [, kind, name = ''] = begun;
    open.push({ kind: kind as Open['kind'], name, line, nodes: [], otherwise: undefined });
    return;
  }
  const included = /^>\s*([a-z][a-z0-9-]*)$/.exec(inside);
  if (included) return push({ kind: 'include', block: included[1] ?? '', line });
  const last = open.at(-1);
  if (inside === 'else') {
    if (last?.kind !== 'if' || last.otherwise !== undefined) fault(line, '{{else}} stands in no {{#if …}}.');
    else last.otherwise = [];
    return;
  }
  const closed = /^\/(if|each|element)$/.exec(inside);
  if (!closed) {
    return fault(
      line,
      `{{${inside}}} is not known. Known are #if, else, #each, #element, and > for a block.`,
    );
  }
  if (last === undefined || last.kind !== closed[1]) {
    return fault(line, `{{/${closed[1]}}} closes nothing that is open here.`);
  }
  open.pop();
  const node = nodeOf(last);
  if (node === undefined) fault(last.line, `“${last.name}” is no condition: write x, !x or x=CODE.`);
  else push(node);
}

function nodeOf({ kind, name, line, nodes, otherwise }: Open): Node | undefined {
  if (kind === 'each') return { kind, list: name, body: nodes, line };
  if (kind === 'element') return { kind, element: name, body: nodes, line };
  const told = conditionIn(name);
  return told && { kind, condition: told, whereSo: nodes, otherwise: otherwise ?? [], line };
}

function conditionIn(text: string): Condition | undefined {
  const found = condition.exec(text);
  if (!found) return undefined;
  const [, not, name = '', code] = found;
  return { name, isNegated: not === '!', ...(code !== undefined && { code }) };
}
