import type { ClockJump } from '#apps/clock-watch';
import { NoRoom } from '#event-sourcing';
import { isDiskFull } from '#postgres';
import { Problem } from '../problems/problem.js';

/** Why an operator is needed though everything answers. */
export interface Hindrance {
  readonly kind: 'NO_ROOM' | 'CLOCK' | 'DOCUMENTS' | 'ACCESS_LOG';
  /** For the operator: what it is, where, and what to do. */
  readonly message: string;
}

/** Tells what is in the way just now, or undefined. */
export type Watch = () => string | undefined;

export interface Watches {
  /** Room on the disks that this process answers for. */
  readonly room?: Watch | undefined;
  readonly clock?: (() => ClockJump | undefined) | undefined;
  /** The folder of the documents. */
  readonly documents?: Watch | undefined;
  /** Whether somebody has changed the access log. */
  readonly accessLog?: Watch | undefined;
}

/** So long a full disk of another machine is told of after it was last met: nothing here sees when there is room again. */
const rememberedMs = 10_000;

export const noRoom = () => new Problem('no-room', { headers: { 'Retry-After': '10' } });

export const isNoRoom = (error: unknown): boolean => error instanceof NoRoom || isDiskFull(error);

/** What keeps commands from being recorded, or makes doubtful what is recorded. */
export class Hindrances {
  #met: { readonly message: string; readonly until: number } | undefined;

  constructor(private readonly watches: Watches = {}) {}

  /**
   * Before a command begins. On a full disk it would leave the half of itself that still found room; by a clock that was set ahead it could
   * record as done, for ever, what is yet to come.
   */
  assertRecordable(): void {
    if (this.watches.room?.() !== undefined) throw noRoom();
    if (this.watches.clock?.()?.direction === 'ahead') {
      throw new Problem('clock-ahead', { headers: { 'Retry-After': '10' } });
    }
  }

  /** A request met a full disk. */
  metNoRoom(error: unknown): void {
    const message =
      error instanceof NoRoom ? error.message : 'PostgreSQL has no room left on its disk: make room there.';
    this.#met = { message, until: performance.now() + rememberedMs };
  }

  all(): readonly Hindrance[] {
    const room = this.watches.room?.() ?? this.#lately();
    const clock = this.watches.clock?.()?.message;
    const documents = this.watches.documents?.();
    const accessLog = this.watches.accessLog?.();
    return [
      ...(room === undefined ? [] : [{ kind: 'NO_ROOM', message: room } as const]),
      ...(clock === undefined ? [] : [{ kind: 'CLOCK', message: clock } as const]),
      ...(documents === undefined ? [] : [{ kind: 'DOCUMENTS', message: documents } as const]),
      ...(accessLog === undefined ? [] : [{ kind: 'ACCESS_LOG', message: accessLog } as const]),
    ];
  }

  #lately(): string | undefined {
    return this.#met !== undefined && performance.now() < this.#met.until ? this.#met.message : undefined;
  }
}
