export { isCleanText, isRealDate, type TextOptions } from '#vocabulary';

export const opaqueIdPattern = /^[0-9a-zA-Z][0-9a-zA-Z.-]{0,79}$/;
/** The year, and the number in its series. */
export const caseNumberPattern = /^\d{4}\/[1-9]\d{0,6}$/;
export const codePattern = /^[A-Z][A-Z0-9_]{0,59}$/;
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
