/** The letters that may be written here (`Letters` of #correspondence). */
export const LetterShelf = Symbol('LetterShelf');
/** Whether this installation lays letters where whoever prints and posts fetches them. */
export const LetterOutboxIsThere = Symbol('LetterOutboxIsThere');
