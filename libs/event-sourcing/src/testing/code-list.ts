import { type CodeList, same } from '../codes.js';

/** A code list of a test's own, whose codes are their own words. */
export const codesNamed = <const C extends readonly string[]>(...codes: C): CodeList<C[number]> => ({
  name: 'tested',
  codes,
  words: Object.fromEntries(codes.map((code) => [code, same(code)])) as CodeList<C[number]>['words'],
});
