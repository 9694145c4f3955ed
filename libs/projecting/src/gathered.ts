import type { Delivery } from '#event-sourcing/event-store';

export interface GatherOptions {
  /** Most deliveries in one batch, and most that wait. */
  readonly max: number;
  /** After so long without a delivery comes an empty batch. */
  readonly quietMs: number;
}

/**
 * Lets deliveries gather while the batch before is worked on: alone and at once when little happens, in large batches while behind.
 * Ends, or throws, when the source does and what it gave is handed over.
 */
export async function* gathered(
  source: AsyncIterable<readonly Delivery[]>,
  { max, quietMs }: GatherOptions,
): AsyncGenerator<readonly Delivery[]> {
  let waiting: Delivery[] = [];
  let ended: { readonly error?: unknown } | undefined;
  let stopped = false;
  let wakeReader = () => {};
  let wakePump = () => {};

  const pump = async () => {
    for await (const batch of source) {
      waiting.push(...batch);
      wakeReader();
      while (waiting.length >= max && !stopped) await new Promise<void>((resolve) => (wakePump = resolve));
      if (stopped) return;
    }
  };
  void pump()
    .then(
      () => (ended = {}),
      (error: unknown) => (ended = { error }),
    )
    .finally(() => wakeReader());

  try {
    for (;;) {
      if (waiting.length === 0 && ended === undefined) {
        const timer = { handle: undefined as NodeJS.Timeout | undefined };
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
          timer.handle = setTimeout(resolve, quietMs);
        });
        clearTimeout(timer.handle);
      }
      if (waiting.length > 0) {
        const batch = waiting.slice(0, max);
        waiting = waiting.slice(max);
        wakePump();
        yield batch;
      } else if (ended !== undefined) {
        if ('error' in ended) throw ended.error;
        return;
      } else {
        yield [];
      }
    }
  } finally {
    stopped = true;
    wakePump();
  }
}
