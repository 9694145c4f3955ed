/** Bytes that one write holds, about. */
export const chunkLength = 128 * 1024;

/** What one write sends. `failure` is to be thrown once the bytes are sent: they come before what failed. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly failure: { readonly error: unknown } | undefined;
}

/** Takes what goes into a chunk, in its order. */
export interface ChunkContent {
  /** Bytes so far. */
  readonly size: number;
  event(event: number, length: number): void;
  bytes(bytes: Buffer): void;
}

/** Fills a chunk. What fails, in filling it or in reading an event, ends it: all that came before is in it. */
export function gather(
  render: (events: readonly number[]) => Buffer,
  fill: (content: ChunkContent) => void,
): Chunk {
  const parts: Buffer[] = [];
  let run: number[] = [];
  let size = 0;
  let failure: Chunk['failure'];
  const renderRun = (): void => {
    const events = run;
    run = [];
    if (events.length === 0) return;
    try {
      parts.push(render(events));
    } catch {
      // One by one up to the event that cannot be read, which fails again.
      for (const event of events) parts.push(render([event]));
    }
  };
  try {
    fill({
      get size() {
        return size;
      },
      event(event, length) {
        run.push(event);
        size += length;
      },
      bytes(bytes) {
        renderRun();
        parts.push(bytes);
        size += bytes.length;
      },
    });
  } catch (error) {
    failure = { error };
  }
  try {
    renderRun();
  } catch (error) {
    failure = { error };
  }
  const [first] = parts;
  return { bytes: parts.length === 1 && first ? first : Buffer.concat(parts), failure };
}
