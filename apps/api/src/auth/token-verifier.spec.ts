import { Problem } from '../problems/problem.js';
import { loginOf } from './token-verifier.js';

const claims = { rolesClaim: 'roles', roleMap: {}, municipalityClaim: 'municipality', unitsClaim: 'units' };
const of = (sub: unknown) => loginOf({ iss: 'https://provider.example', sub: sub as string }, claims);

describe('the sub of a token', () => {
  it.each(['testine', 'Ø', 'a'.repeat(255)])('may be %s', (sub) => expect(of(sub).subject).toBe(sub));

  it.each([undefined, null, '', ' ', 0, true, [], ['testine'], { a: 1 }, 'a'.repeat(256)])(
    'may not be %j',
    (sub) => expect(() => of(sub)).toThrow(Problem),
  );
});
