import { language } from '../i18n/language.js';

/** A personal text as the API answers with it: the text, or that it is disposed of. */
export type Opened = string | { readonly disposed: true } | null;

const gone = { nb: 'slettet', nn: 'sletta' };

/** The text, or the word for one that is deleted; empty where there is none. */
export const textOf = (text: Opened | undefined): string =>
  text === null || text === undefined ? '' : typeof text === 'string' ? text : `(${gone[language()]})`;

/** A person as lists name them. */
export interface NamedSubject {
  readonly givenName?: Opened;
  readonly familyName?: Opened;
  readonly birthYear?: number | null;
}

export const nameOf = ({ givenName, familyName }: NamedSubject): string =>
  [textOf(givenName), textOf(familyName)].filter((part) => part !== '').join(' ');
