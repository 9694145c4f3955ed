const stepMs = 10_000;
/** A quiet projector says every ten seconds that it is current. */
const usualMs = 15_000;

/**
 * The time that an answer is current to, as it may be told: by the clock while the read models follow, so that it does not show when somebody
 * recorded something; the minute in which they stopped, where they do not.
 */
export function currentAt(at: string, now: string): string {
  const told = floor(Date.parse(now) - usualMs, stepMs);
  const known = Date.parse(at);
  return new Date(told <= known ? told : floor(known, 60_000)).toISOString();
}

const floor = (ms: number, step: number) => Math.floor(ms / step) * step;
