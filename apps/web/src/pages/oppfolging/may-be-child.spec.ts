import { mayBeChild } from './may-be-child.js';

describe('whether somebody may be a child', () => {
  it.each([
    [2008, true],
    [2007, false],
    [1946, false],
    [null, true],
  ])('born in %s is told by the year', (birthYear, told) => {
    expect(mayBeChild(birthYear, '2026-12-03')).toBe(told);
  });
});
