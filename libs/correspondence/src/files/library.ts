import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Language } from '../domain/language.js';
import { lix } from '../domain/lix.js';
import { type AllForms, faultsInForms, type Own, ownIn, wordsOf } from '../domain/own-words.js';
import { fixedText } from '../domain/template/fixed-text.js';
import type { Fault } from '../domain/template/nodes.js';
import type { Template } from '../domain/template/template.js';
import { loadTemplates, shippedTemplates, TemplateFaults } from './load.js';

/** Every letter that may be written, and what is filled into it beside the case. */
export interface Letters {
  readonly templates: ReadonlyMap<string, Template>;
  readonly forms: AllForms;
  /** What a municipality says of itself; nothing where it has no file. */
  readonly ownOf: (tenant: string) => Own;
}

/**
 * Reads the letters that come with the program, and those in a municipality's own folder, which take their place. Throws `TemplateFaults` naming all that
 * is wrong.
 */
export function lettersIn(ownFolder?: string): Letters {
  if (ownFolder !== undefined && !existsSync(ownFolder)) {
    throw new TemplateFaults([{ file: ownFolder, sentence: 'There is no such folder.' }]);
  }
  const folders = [shippedTemplates, ...(ownFolder === undefined ? [] : [ownFolder])];
  const faults: Fault[] = [];
  const forms = formsIn(folders, faults);
  const own = new Map(folders.flatMap((folder) => ownsIn(folder, faults)));
  const templates = orFaults(() => loadTemplates(...folders), faults);
  if (faults.length > 0) throw new TemplateFaults(faults);
  return { templates, forms, ownOf: (tenant) => own.get(tenant) ?? {} };
}

/** The reading ease of a letter's fixed text, in the words of a unit that has no words of its own. */
export function easeOf({ forms }: Letters, template: Template, language: Language): number {
  const terms = { unitTerm: '', coordinatorTerm: '', groupTerm: '', meetingTerm: '' };
  return lix(fixedText(template, language, wordsOf(forms, terms, language)));
}

function orFaults(load: () => ReadonlyMap<string, Template>, faults: Fault[]): ReadonlyMap<string, Template> {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof TemplateFaults)) throw error;
    faults.push(...error.faults);
    return new Map();
  }
}

function formsIn(folders: readonly string[], faults: Fault[]): AllForms {
  const files = folders.map((folder) => join(folder, 'words.json')).filter((file) => existsSync(file));
  const read = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as AllForms);
  const forms = read.reduce((all, one) => ({
    unit: { ...all.unit, ...one.unit },
    coordinator: { ...all.coordinator, ...one.coordinator },
    group: { ...all.group, ...one.group },
    meeting: { ...all.meeting, ...one.meeting },
  }));
  faults.push(...faultsInForms(files.at(-1) ?? '', forms));
  return forms;
}

/** By tenant: a file `municipalities/<tenant>.yaml` each. */
function ownsIn(folder: string, faults: Fault[]): readonly (readonly [string, Own])[] {
  const within = join(folder, 'municipalities');
  if (!existsSync(within)) return [];
  return readdirSync(within)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = join(within, name);
      const { own, faults: found } = ownIn(file, parseYaml(readFileSync(file, 'utf8')));
      faults.push(...found);
      return [name.slice(0, -'.yaml'.length), own] as const;
    });
}
