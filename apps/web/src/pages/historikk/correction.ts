import type { Language } from '../../i18n/language.js';
import { changeOf, isWritten, type Typed } from './changed-fields.js';
import { type Entry, isCorrection } from './trail.js';

/** Why an entry is struck out, by what is wrong with it. */
export const causes = {
  misplaced: ['WRONG_PERSON', 'WRONG_CASE'],
  never: ['NEVER_HAPPENED', 'DUPLICATE', 'TYPING_ERROR', 'OTHER'],
} as const;

/** What can be wrong; of what was right then and is changed since nothing is put right. */
export type Wrong = 'something' | keyof typeof causes | 'since';

export const isStruckOut = (wrong: Wrong | undefined): wrong is keyof typeof causes =>
  wrong === 'misplaced' || wrong === 'never';

/** What is said of an entry, as far as it is said. */
export interface Said {
  readonly wrong?: Wrong | undefined;
  readonly cause?: string | undefined;
  readonly typed: Typed;
  readonly reason: string;
}

/** What can be wrong with an entry: a correction is no more than struck out, and so is one whose fields cannot be written here. */
export const choicesOf = (entry: Entry): readonly Wrong[] =>
  isCorrection(entry) || !(entry.fields ?? []).some(isWritten)
    ? ['misplaced', 'never', 'since']
    : ['something', 'misplaced', 'never', 'since'];

export interface Read {
  /** What is sent; absent until all is said that has to be. */
  readonly body?: object;
  readonly lacksChange: boolean;
  readonly lacksReason: boolean;
  /** Fields that what is typed says nothing for. */
  readonly unread: readonly string[];
}

/** What is said, as the API is told it. */
export function readOf({ eventId, fields = [] }: Entry, said: Said, language: Language): Read {
  const { wrong, cause, typed } = said;
  const reason = said.reason.trim();
  const { changed, unread } = wrong === 'something' ? changeOf(fields, typed, language) : none;
  const lacksChange = wrong === 'something' && Object.keys(changed).length + unread.length === 0;
  const lacksReason = reason === '';
  const what = wrong === 'something' ? { changed } : { recordedInError: { reasonCode: cause } };
  const isWhole =
    !lacksReason && !lacksChange && unread.length === 0 && (wrong === 'something' || isStruckOut(wrong));
  return { lacksChange, lacksReason, unread, ...(isWhole && { body: { eventId, reason, ...what } }) };
}

const none = { changed: {}, unread: [] } as const;
