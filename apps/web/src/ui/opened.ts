import { language } from '../i18n/language.js';

/** A personal text as the API answers with it: the text, that it is disposed of, or that it is about somebody else and stays closed. */
export type Opened = string | { readonly disposed: true } | { readonly withheld: true } | null;

const gone = { nb: 'slettet', nn: 'sletta' };
const closed = {
  nb: 'vises ikke: ført på feil person eller sak',
  nn: 'blir ikkje vist: ført på feil person eller sak',
};

/** The text as it was written, for fields and for comparing, or the word for one that is deleted; empty where there is none. */
export const writtenOf = (text: Opened | undefined): string =>
  text === null || text === undefined
    ? ''
    : typeof text === 'string'
      ? text
      : `(${('disposed' in text ? gone : closed)[language()]})`;

const fromTheRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u061c]/u;

/** Letters that run from the right to the left turn nothing of what stands around them: a day, a number, a bracket. */
const isolated = (text: string) => (fromTheRight.test(text) ? `\u2068${text}\u2069` : text);

/** The same to be read, in the middle of others. */
export const textOf = (text: Opened | undefined): string => isolated(writtenOf(text));

/** A person as lists name them. */
export interface NamedSubject {
  readonly givenName?: Opened;
  readonly familyName?: Opened;
  readonly birthYear?: number | null;
}

/** Both names as they were written. */
export const writtenNameOf = ({ givenName, familyName }: NamedSubject): string =>
  [writtenOf(givenName), writtenOf(familyName)].filter((part) => part !== '').join(' ');

/** The same to be read, in the middle of others. */
export const nameOf = (subject: NamedSubject): string => isolated(writtenNameOf(subject));
