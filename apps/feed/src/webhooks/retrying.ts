const minutes = 60_000;
const hours = 60 * minutes;

/** How long a message waits after each attempt that failed (Standard Webhooks); over three days in all, and then it is put aside. */
const pauses = [
  5_000,
  5 * minutes,
  30 * minutes,
  2 * hours,
  5 * hours,
  10 * hours,
  14 * hours,
  20 * hours,
  24 * hours,
] as const;

/** A receiver that takes nothing at all for so long is paused. */
export const givesUpAfterMs = 72 * hours;
/** Of a receiver that takes nothing, one message at a time is tried, and no more seldom than this. */
const longestProbeMs = 30 * minutes;

/** Up to a fifth more or less, so that not all of them come at once. */
const jittered = (ms: number, chance: number) => Math.round(ms * (0.8 + 0.4 * chance));

/** How long until the next attempt, after so many that failed; undefined: no more. */
export function pauseAfter(attempts: number, chance = Math.random()): number | undefined {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : jittered(pause, chance);
}

/** The same of a receiver that takes nothing, by how long it has been so. */
export const probeAfter = (failingForMs: number, chance = Math.random()): number =>
  jittered(Math.min(Math.max(5_000, failingForMs / 2), longestProbeMs), chance);
