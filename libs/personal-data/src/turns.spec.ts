import { TooMuchContention } from '#event-sourcing';
import { Turns } from './turns.js';

/** Work that goes on until it is told to end. */
function lasting() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended, end };
}

describe('turns', () => {
  it('run one at a time under a key, in the order asked, also after one that failed', async () => {
    const turns = new Turns(10_000);
    const seen: string[] = [];
    const step = (name: string, fails = false) =>
      turns.take('key', 'a key', async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const done = await Promise.allSettled([step('first'), step('second', true), step('third')]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('hold up nobody of another key', async () => {
    const turns = new Turns(10_000);
    const { work, end } = lasting();
    const held = turns.take('key', 'a key', work);
    expect(await turns.take('other', 'a key', () => Promise.resolve('through'))).toBe('through');
    end();
    await held;
  });

  it('are given up when they do not come in time, and those after still wait for who is at it', async () => {
    const turns = new Turns(200);
    const { work, end } = lasting();
    const seen: string[] = [];
    const step = (name: string) => turns.take('key', 'a key', () => Promise.resolve(seen.push(name)));
    const held = turns.take('key', 'a key', () => work().then(() => seen.push('held')));
    await expect(step('given up')).rejects.toThrow(TooMuchContention);
    const later = step('later');
    await new Promise(setImmediate);
    end();
    await Promise.all([held, later]);
    expect(seen).toEqual(['held', 'later']);
  });
});
