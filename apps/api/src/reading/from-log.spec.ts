import { StoreUnavailable } from '#event-sourcing';
import { fromLog } from './from-log.js';

describe('what an answer can do without', () => {
  it('is taken from the log', async () => expect(await fromLog(Promise.resolve(7))).toBe(7));
  it('is left out where the log is away', async () =>
    expect(await fromLog(Promise.reject(new StoreUnavailable('away')))).toBeUndefined());
  it('is left out where the log does not answer', async () =>
    expect(await fromLog(new Promise(() => {}))).toBeUndefined());
  it('is no excuse for any other failure', () =>
    expect(fromLog(Promise.reject(new Error('broken')))).rejects.toThrow('broken'));
});
