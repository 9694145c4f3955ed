/** The letters that may be written here (`Letters` of #correspondence). */
export const LetterShelf = Symbol('LetterShelf');
