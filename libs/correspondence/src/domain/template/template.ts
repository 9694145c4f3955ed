import type { CodeIn } from '#event-sourcing/codes';
import type { letterMatters } from '#vocabulary';
import type { Element } from '../elements.js';
import type { Language } from '../language.js';
import { catalogue, type Fields, wordFields } from './catalogue.js';
import type { Node } from './nodes.js';

/** What a letter is about; what it must contain follows from that. */
export type SubjectMatter = CodeIn<typeof letterMatters>;

/** What whoever writes the letter adds, since nothing recorded says it. */
export interface Written {
  readonly name: string;
  readonly type: 'text' | 'day' | 'flag';
  readonly label: Readonly<Record<Language, string>>;
  /** The longest that it may be, in characters. */
  readonly max: number;
}

interface Text {
  readonly nodes: readonly Node[];
  /** The shared parts in that language, by name. */
  readonly blocks: ReadonlyMap<string, readonly Node[]>;
}

/** A kind of letter, of one version, in both languages. */
export interface Template {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the files that it was read from. */
  readonly digest: string;
  readonly about: SubjectMatter;
  readonly title: Readonly<Record<Language, string>>;
  readonly recipients: readonly string[];
  readonly copyTo: readonly string[];
  readonly written: readonly Written[];
  /** What it must contain beside what its kind must by law. */
  readonly contains: readonly Element[];
  readonly texts: Readonly<Record<Language, Text>>;
}

/** Every field that a template may name. */
export const fieldsOf = ({ written }: Pick<Template, 'written'>): Fields => ({
  ...catalogue,
  ...wordFields,
  ...Object.fromEntries(written.map(({ name, type }) => [name, { type, from: 'written' as const }])),
});
