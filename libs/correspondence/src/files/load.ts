import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { type Language, languages } from '../domain/language.js';
import { faultsIn } from '../domain/template/check.js';
import { declaredIn } from '../domain/template/declared.js';
import type { Fault, Node } from '../domain/template/nodes.js';
import { parse } from '../domain/template/parse.js';
import type { Template } from '../domain/template/template.js';

/** The letters that come with the program. */
export const shippedTemplates = fileURLToPath(new URL('../../templates', import.meta.url));

/** Templates that cannot be used, with all that is wrong with them. */
export class TemplateFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`Letters cannot be read:\n${faults.map(told).join('\n')}`);
    this.name = 'TemplateFaults';
  }
}
const told = ({ file, line, sentence }: Fault) =>
  `  ${file}${line === undefined ? '' : `:${line}`}: ${sentence}`;

interface Block {
  readonly file: string;
  readonly text: string;
  readonly nodes: readonly Node[];
}

/**
 * Reads every letter in these folders; one in a later folder takes the place of the one of its name in an earlier. Throws `TemplateFaults` with everything
 * that is wrong, not the first thing alone.
 */
export function loadTemplates(...folders: readonly string[]): ReadonlyMap<string, Template> {
  const faults: Fault[] = [];
  const reading = new Reading(folders, faults);
  const templates = reading.letters().flatMap((name) => reading.letter(name) ?? []);
  if (faults.length > 0) throw new TemplateFaults(faults);
  return new Map(templates.map((template) => [template.id, template]));
}

class Reading {
  constructor(
    private readonly folders: readonly string[],
    private readonly faults: Fault[],
  ) {}

  letters(): readonly string[] {
    const named = this.folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((one) => one.isDirectory() && existsSync(join(folder, one.name, 'letter.yaml')))
        .map(({ name }) => name),
    );
    return [...new Set(named)].toSorted();
  }

  letter(name: string): Template | undefined {
    const { declared, text: told } = this.declaration(name);
    const texts = languages.map((language) => [language, this.text(name, language)] as const);
    if (!declared || texts.some(([, text]) => text === undefined)) return undefined;
    if (declared.id !== name) this.fault(join(name, 'letter.yaml'), `id is the name of its folder: ${name}.`);
    const blocks = Object.fromEntries(
      languages.map((language) => [language, this.blocks(language)] as const),
    );
    const of = <T>(make: (language: Language, text: Block) => T) =>
      Object.fromEntries(
        texts.map(([language, text]) => [language, make(language, text as Block)]),
      ) as Record<Language, T>;
    const parts = [told, ...texts.map(([, text]) => text?.text ?? '')];
    const shared = languages.flatMap((language) =>
      [...(blocks[language]?.values() ?? [])].map(({ text }) => text),
    );
    const template: Template = {
      ...declared,
      digest: createHash('sha256')
        .update([...parts, ...shared].join('\0'))
        .digest('hex'),
      texts: of((language, { nodes }) => ({
        nodes,
        blocks: new Map([...(blocks[language] ?? [])].map(([block, one]) => [block, one.nodes])),
      })),
    };
    const files = of((_, { file }) => file);
    this.faults.push(
      ...faultsIn(template, files, (block, language) => blocks[language]?.get(block)?.file ?? block),
    );
    return template;
  }

  private declaration(name: string) {
    const found = this.read(join(name, 'letter.yaml'));
    if (!found) return { text: '' };
    try {
      const { declared, faults } = declaredIn(found.file, parseYaml(found.text));
      this.faults.push(...faults);
      return { declared, text: found.text };
    } catch (error) {
      this.fault(found.file, `It is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : ''}`);
      return { text: found.text };
    }
  }

  private text(name: string, language: Language): Block | undefined {
    const path = join(name, `${language}.md`);
    const found = this.read(path);
    if (!found) {
      this.fault(path, `The letter is missing in ${language === 'nn' ? 'nynorsk' : 'bokmål'}.`);
      return undefined;
    }
    return this.parsed(found);
  }

  private readonly known = new Map<Language, ReadonlyMap<string, Block>>();

  private blocks(language: Language): ReadonlyMap<string, Block> {
    const known = this.known.get(language);
    if (known) return known;
    const ending = `.${language}.md`;
    const names = this.folders
      .map((folder) => join(folder, 'blocks'))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(ending)));
    const blocks = new Map(
      [...new Set(names)].toSorted().flatMap((name) => {
        const found = this.read(join('blocks', name));
        return found ? [[name.slice(0, -ending.length), this.parsed(found)] as const] : [];
      }),
    );
    this.known.set(language, blocks);
    return blocks;
  }

  /** The file in the last folder that has it. */
  private read(path: string): { readonly file: string; readonly text: string } | undefined {
    const folder = this.folders.findLast((one) => existsSync(join(one, path)));
    if (folder === undefined) return undefined;
    const file = join(folder, path);
    return { file: shorter(file), text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n') };
  }

  private parsed({ file, text }: { readonly file: string; readonly text: string }): Block {
    const { nodes, faults } = parse(file, text);
    this.faults.push(...faults);
    return { file, text, nodes };
  }

  private fault(file: string, sentence: string): void {
    this.faults.push({ file, sentence });
  }
}

const shorter = (file: string): string => {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
};
