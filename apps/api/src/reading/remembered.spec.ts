import { jest } from '@jest/globals';
import type { Move } from '#projecting';
import { Remembered } from './remembered.js';

function rememberedOf(ask: (tenant: string) => Promise<string>) {
  let tell = (_move: Move) => {};
  const observe = (observer: (move: Move) => void) => {
    tell = observer;
    return () => {};
  };
  const asked = jest.fn(ask);
  const it = new Remembered({ observe }, 'staff', asked);
  return { it, asked, moved: (move: Partial<Move>) => tell({ ...staff, ...move }) };
}
const staff: Move = { projection: 'staff', isAnotherBuild: false, hasNewRows: true };

describe('What is remembered of a read model', () => {
  it('is asked for once a municipality, also by those who ask at once', async () => {
    const { it, asked } = rememberedOf(async (tenant) => `of ${tenant}`);
    expect(await Promise.all([it.of('1576'), it.of('1576'), it.of('0301')])).toEqual([
      'of 1576',
      'of 1576',
      'of 0301',
    ]);
    expect(await it.of('1576')).toBe('of 1576');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['it has new rows', {}, 2],
    ['it is read from another build', { isAnotherBuild: true, hasNewRows: false }, 2],
    ['it has only come further in the log', { hasNewRows: false }, 1],
    ['another one has new rows', { projection: 'people' }, 1],
  ] as const)('when %s', async (_what, move, times) => {
    const { it, asked, moved } = rememberedOf(async () => 'rows');
    await it.of('1576');
    moved(move);
    await it.of('1576');
    expect(asked).toHaveBeenCalledTimes(times);
  });

  it('is not what was being read when rows came', async () => {
    const answers = ['before', 'after'];
    const { it, moved } = rememberedOf(async () => answers.shift() ?? '');
    const before = it.of('1576');
    moved({});
    expect(await it.of('1576')).toBe('after');
    expect(await before).toBe('before');
    expect(await it.of('1576')).toBe('after');
  });

  it('is no failure', async () => {
    const outcomes = [Promise.reject(new Error('The database is away')), Promise.resolve('rows')];
    const { it } = rememberedOf(() => outcomes.shift() ?? Promise.resolve(''));
    await expect(it.of('1576')).rejects.toThrow('away');
    expect(await it.of('1576')).toBe('rows');
  });
});
