import { verdictOf } from './compared.js';

describe('two who may be one', () => {
  test.each([
    ['name', 'Nora Prøvesen', 'norá  prøvesen', 'same'],
    ['name', 'Nora Prøvesen', 'Nora Prøvsen', 'different'],
    ['born', '2012-04-16', '2012-04-16', 'same'],
    ['born', '2012-04-16', '2012-05-01', 'different'],
    ['born', '2012-04-16', '2012', 'unknown'],
    ['born', '2012-04-16', '2013', 'different'],
    ['identityNumber', '16041299999', undefined, 'unknown'],
    ['identityNumber', '16041299999', '16041288888', 'different'],
    ['cases', '2026/14', '2020/3', 'unknown'],
  ] as const)('are compared in %s: %s and %s', (fact, one, other, verdict) => {
    expect(verdictOf(fact, { [fact]: one }, { [fact]: other })).toBe(verdict);
    expect(verdictOf(fact, { [fact]: other }, { [fact]: one })).toBe(verdict);
  });
});
