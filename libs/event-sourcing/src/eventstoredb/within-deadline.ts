import { setTimeout as later } from 'node:timers';
import { StoreUnavailable } from '../event-store.js';

const tooLate = (what: string, deadlineMs: number) =>
  new StoreUnavailable(`The event store did not answer within ${deadlineMs} ms: ${what}.`);

/** The promise's result, or `StoreUnavailable` once the deadline has passed. */
export function answerWithin<T>(deadlineMs: number, what: string, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = later(() => reject(tooLate(what, deadlineMs)), deadlineMs);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A reading call of the client. */
export interface Cancellable<T> extends AsyncIterable<T> {
  on(event: 'error', listener: () => void): unknown;
  destroy(error: Error): unknown;
  cancel(): Promise<void>;
}

/** What the call yields; the deadline holds for each item while somebody waits for it. The call is cancelled when left early. */
export async function* itemsWithin<T>(
  deadlineMs: number,
  what: string,
  call: Cancellable<T>,
): AsyncGenerator<T, void> {
  let isWaiting = true;
  let isDone = false;
  const timer = later(() => {
    if (isWaiting) call.destroy(tooLate(what, deadlineMs));
  }, deadlineMs);
  // The client may report the same failure again after the loop has ended.
  call.on('error', () => undefined);
  try {
    for await (const item of call) {
      isWaiting = false;
      yield item;
      isWaiting = true;
      timer.refresh();
    }
    isDone = true;
  } finally {
    clearTimeout(timer);
    if (!isDone) call.cancel().catch(() => undefined);
  }
}
