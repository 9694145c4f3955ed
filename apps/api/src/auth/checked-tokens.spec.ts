import { jest } from '@jest/globals';
import { CheckedTokens } from './checked-tokens.js';
import type { Login } from './login.js';

const login = { subject: 'testine' } as Login;
const inAnHour = () => Date.now() / 1_000 + 3_600;

function tokens() {
  const state = { keys: {} as object | undefined, checks: 0, expires: inAnHour() };
  const it = new CheckedTokens(() => state.keys);
  const ask = (token = 'a', meanwhile = () => {}) =>
    it.loginOf(token, async () => {
      state.checks += 1;
      meanwhile();
      return { login, expires: state.expires };
    });
  return { state, ask };
}

describe('a token', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is checked once in a minute', async () => {
    const { state, ask } = tokens();
    expect(await ask()).toBe(login);
    expect(await ask()).toBe(login);
    expect(state.checks).toBe(1);
    await ask('b');
    expect(state.checks).toBe(2);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 59_000);
    await ask();
    expect(state.checks).toBe(2);
    clock.mockReturnValue(now + 60_001);
    await ask();
    expect(state.checks).toBe(3);
  });

  it('is checked again when it has expired', async () => {
    const { state, ask } = tokens();
    state.expires = Date.now() / 1_000 - 1;
    await ask();
    await ask();
    expect(state.checks).toBe(2);
  });

  it('is checked again when the keys are others, or have to be fetched again', async () => {
    const { state, ask } = tokens();
    await ask();
    state.keys = {};
    await ask();
    expect(state.checks).toBe(2);
    state.keys = undefined;
    await ask();
    await ask();
    expect(state.checks).toBe(4);
  });

  it('is not remembered when the keys changed while it was checked', async () => {
    const { state, ask } = tokens();
    await ask('a', () => (state.keys = {}));
    await ask();
    expect(state.checks).toBe(2);
  });

  it('is checked again after a refusal', async () => {
    const keys = {};
    const tried = new CheckedTokens(() => keys);
    const refused = () => tried.loginOf('a', () => Promise.reject(new Error('refused')));
    await expect(refused()).rejects.toThrow('refused');
    await expect(refused()).rejects.toThrow('refused');
    expect(await tried.loginOf('a', async () => ({ login, expires: inAnHour() }))).toBe(login);
  });
});
