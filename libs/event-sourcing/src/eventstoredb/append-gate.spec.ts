import { AppendGate } from './append-gate.js';

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined;
  let begun = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run: () => {
      begun = true;
      return ended;
    },
    end: () => end(),
    hasBegun: () => begun,
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate for appends', () => {
  it('lets so many through at a time, the rest in turn, also after a failure', async () => {
    const gate = new AppendGate(2);
    let most = 0;
    let now = 0;
    const append = async (n: number) => {
      now += 1;
      most = Math.max(most, now);
      await settled();
      now -= 1;
      if (n % 3 === 0) throw new Error('refused');
    };
    const all = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => gate.pass(() => append(n))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
    expect(most).toBe(2);
  });

  it('wakes who closes a connection, though others wait before it', async () => {
    const gate = new AppendGate(1);
    const [first, second, closing] = [work(), work(), work()];
    const all = [gate.pass(first.run), gate.pass(second.run), gate.alone(closing.run)];
    first.end();
    await settled();
    expect([second, closing].map(({ hasBegun }) => hasBegun())).toEqual([false, true]);
    closing.end();
    await settled();
    expect(second.hasBegun()).toBe(true);
    second.end();
    await Promise.all(all);
  });

  it('closes a connection when no append is under way, and lets none begin meanwhile', async () => {
    const gate = new AppendGate(2);
    const [first, closing, second] = [work(), work(), work()];
    const all = [gate.pass(first.run), gate.alone(closing.run), gate.pass(second.run)];
    await settled();
    expect([first, closing, second].map(({ hasBegun }) => hasBegun())).toEqual([true, false, false]);
    first.end();
    await settled();
    expect([closing, second].map(({ hasBegun }) => hasBegun())).toEqual([true, false]);
    closing.end();
    await settled();
    expect(second.hasBegun()).toBe(true);
    second.end();
    await Promise.all(all);
  });
});
