/** A program that works. */
export interface Running {
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Resolves when a part of it ended by itself, and nothing can be relied on any more. */
  readonly failed?: Promise<Error>;
}

/** Longer than any part is given to end by itself. */
const patienceMs = 4_800;

/**
 * Starts a program and ends its process at SIGTERM or SIGINT within five seconds, whatever it is doing: a start that is under way is told by
 * its signal to give up and has to leave nothing behind. Nothing else handles signals: Nest's own hooks would end the process before its siblings are closed.
 */
export async function runUntilSignal<R extends Running>(
  name: string,
  log: (line: string) => void,
  start: (signal: AbortSignal) => Promise<R>,
): Promise<R> {
  const stopping = new AbortController();
  const starting = start(stopping.signal);
  const stop = (exitCode: number) => {
    if (stopping.signal.aborted) return;
    stopping.abort(new Error('It was told to stop'));
    setTimeout(() => {
      log(`${name} did not stop in time, and ends as it is`);
      process.exit(1);
    }, patienceMs);
    void starting
      .then(
        (running) => running.stop(),
        () => {}, // a start that was given up has cleared away after itself
      )
      .then(
        () => process.exit(exitCode),
        (error: unknown) => {
          log(`${name} did not stop cleanly: ${messageOf(error)}`);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));
  try {
    const running = await starting;
    void running.failed?.then((error) => {
      log(`${name} stops: ${error.message}`);
      stop(1);
    });
    return running;
  } catch (error) {
    // Else `stop` ends the process.
    if (stopping.signal.aborted) return new Promise(() => {});
    log(`${name} did not start: ${messageOf(error)}`);
    process.exit(1);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
