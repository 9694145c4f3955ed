/** Milliseconds that all pieces of long work together may take before the loop is given to others, and one piece alone. */
const share = 1;
const piece = 0.5;

const waiting: (() => void)[] = [];
let scheduled = false;

/**
 * Resolves when the next piece of long work may be done. However many calls are at such work, it has about a
 * millisecond of each turn of the event loop, so that none holds up the others.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    schedule();
  });
}

/** Until when, on the clock of `performance`, the piece that begins now may go on. */
export const endOfPiece = (): number => performance.now() + piece;

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(() => void takeTurns());
}

async function takeTurns(): Promise<void> {
  const until = performance.now() + share;
  for (let left = waiting.length; left > 0 && performance.now() < until; left -= 1) {
    waiting.shift()?.();
    // Whoever was waiting goes on first, up to where it waits again.
    await Promise.resolve();
  }
  scheduled = false;
  if (waiting.length > 0) schedule();
}
