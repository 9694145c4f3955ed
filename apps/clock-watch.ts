import { uptime } from 'node:os';

/** By how much the clock may be moved before somebody has to know. */
export const toleratedMs = 3_600_000;

/** How the clock of this machine was moved. */
export interface ClockJump {
  readonly direction: 'ahead' | 'back';
  /** For the operator. */
  readonly message: string;
}

export interface Times {
  readonly now: () => number;
  /** Counts on, also in sleep, whatever the clock is set to. */
  readonly steady: () => number;
}

const thisMachine: Times = { now: () => Date.now(), steady: () => uptime() * 1_000 };

/** Tells by how much the clock was moved since this was called; undefined while that is an hour or less. */
export function watchClock({ now, steady }: Times = thisMachine): () => ClockJump | undefined {
  const atStart = now() - steady();
  return () => {
    const moved = now() - steady() - atStart;
    if (Math.abs(moved) <= toleratedMs) return undefined;
    const direction = moved > 0 ? 'ahead' : 'back';
    return {
      direction,
      message:
        `The clock of this machine was set ${inWords(moved)} ${direction} since the program started, and says ${new Date(now()).toISOString()}. ` +
        'Set it right, or start the program again where it is right now.',
    };
  };
}

/** Tells that what was recorded last bears a time that is yet to come; undefined where it lies at most an hour ahead. */
export function behindRecorded(recordedAt: string, now: number): string | undefined {
  const ahead = Date.parse(recordedAt) - now;
  if (!(ahead > toleratedMs)) return undefined;
  return (
    `What was recorded last bears the time ${recordedAt}, ${inWords(ahead)} ahead of the clock of this machine, which says ` +
    `${new Date(now).toISOString()}. Set the clock right; where it was ahead then, look at what was recorded with dates that are yet to come.`
  );
}

/** `2 days`, `400 days`, `5 hours`. */
function inWords(ms: number): string {
  const hours = Math.round(Math.abs(ms) / 3_600_000);
  return hours < 48 ? `${hours} hour${hours === 1 ? '' : 's'}` : `${Math.round(hours / 24)} days`;
}
