import { isKnown } from '#event-sourcing/codes';
import { letterMatters } from '#vocabulary';
import { elements, isElement } from '../elements.js';
import { catalogue, wordFields } from './catalogue.js';
import type { Fault } from './nodes.js';
import type { SubjectMatter, Template, Written } from './template.js';

/** What a letter's own declaration says: its `letter.yaml`. */
export type Declared = Omit<Template, 'digest' | 'texts'>;

/** Who may get a letter of a kind. */
const receivers = ['SUBJECT', 'GUARDIAN', 'PARENT', 'REPRESENTATIVE', 'COORDINATOR', 'NEXT_OF_KIN'];
const keys = ['id', 'version', 'about', 'title', 'recipients', 'copyTo', 'written', 'contains'];

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (told: unknown): told is Raw =>
  typeof told === 'object' && told !== null && !Array.isArray(told);

/** Reads a declaration; every fault in it is named. */
export function declaredIn(
  file: string,
  told: unknown,
): { readonly declared?: Declared; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (sentence: string) => faults.push({ file, sentence });
  if (!isRaw(told)) {
    return { faults: [{ file, sentence: 'It says nothing: a letter has id, version, about and title.' }] };
  }
  for (const key of Object.keys(told)) {
    if (!keys.includes(key)) fault(`“${key}” is not known. Known are ${keys.join(', ')}.`);
  }
  const { id, version, about, title, recipients = [], copyTo = [], written = {}, contains = [] } = told;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
    fault('id is a name in small letters, such as decision.');
  }
  if (!Number.isInteger(version) || Number(version) < 1) fault('version is a number from 1 on.');
  if (typeof about !== 'string' || !isKnown(letterMatters, about)) {
    fault(`about is one of ${letterMatters.codes.join(', ')}.`);
  }
  const named = inBoth(title);
  if (!named) fault('title is told in both languages, as nb and nn.');
  for (const [key, list, known] of [
    ['recipients', recipients, receivers],
    ['copyTo', copyTo, receivers],
    ['contains', contains, elements.codes],
  ] as const) {
    if (!Array.isArray(list) || list.some((one) => !(known as readonly string[]).includes(String(one)))) {
      fault(`${key} is a list of ${known.join(', ')}.`);
    }
  }
  const fields = isRaw(written)
    ? Object.entries(written).flatMap(([name, one]) => writtenIn(name, one, fault))
    : [];
  if (!isRaw(written)) fault('written is a list of fields by their names.');
  if (faults.length > 0 || !named) return { faults };
  return {
    faults,
    declared: {
      id: String(id),
      version: Number(version),
      about: about as SubjectMatter,
      title: named,
      recipients: recipients as readonly string[],
      copyTo: copyTo as readonly string[],
      written: fields,
      contains: (contains as readonly string[]).filter(isElement),
    },
  };
}

function writtenIn(name: string, told: unknown, fault: (sentence: string) => void): readonly Written[] {
  if (Object.hasOwn(catalogue, name) || Object.hasOwn(wordFields, name)) {
    fault(`“${name}” is known of the case and not written: choose another name.`);
    return [];
  }
  const { type = 'text', max = 4000, ...label } = isRaw(told) ? told : {};
  const named = inBoth(label);
  const isOne = type === 'text' || type === 'day' || type === 'flag';
  if (!named) fault(`“${name}” is named in both languages, as nb and nn.`);
  if (!isOne) fault(`“${name}” is a text, a day or a flag.`);
  if (!Number.isInteger(max) || Number(max) < 1 || Number(max) > 10_000) {
    fault(`max of “${name}” is a number of characters from 1 to 10000.`);
  }
  return named && isOne ? [{ name, type, label: named, max: Number(max) }] : [];
}

const inBoth = (told: unknown): Template['title'] | undefined =>
  isRaw(told) &&
  typeof told['nb'] === 'string' &&
  typeof told['nn'] === 'string' &&
  Object.keys(told).length === 2
    ? { nb: told['nb'], nn: told['nn'] }
    : undefined;
