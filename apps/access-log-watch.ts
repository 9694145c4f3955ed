import { anchorsOf, noteEnd } from '#access-log';
import type { CommandRunner, ReactorClock } from '#event-sourcing';
import type { AccessLog, Checked, KnownEnd } from '#personal-data';

const everyMs = 5 * 60_000;

interface Watched {
  readonly accessLog: Pick<AccessLog, 'check' | 'municipalities' | 'written'>;
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
  readonly clock: ReactorClock;
  /** Told when looking fails, as while the log is away; it is looked again. */
  readonly onError?: (error: Error) => void;
}

/** The ends that the log has of a municipality's access log, the last one last. */
export const notedEnds = async (
  runner: Pick<CommandRunner, 'look'>,
  municipality: string,
): Promise<KnownEnd[]> =>
  (await anchorsOf(runner, municipality)).map(({ entry, mac }) => ({
    seq: entry,
    mac: Buffer.from(mac, 'hex'),
  }));

/** What is wrong, for the operator. */
export function faultOf({ municipality, fault }: Checked): string | undefined {
  if (fault === undefined) return undefined;
  const what = {
    CHANGED: `entry ${fault.seq} is not what was written there`,
    MISSING: `entry ${fault.seq} is gone`,
    CUT: `it ends before entry ${fault.seq}, and went on`,
  }[fault.kind];
  return `The access log of ${municipality} was changed: ${what}. Keep a copy of the vault’s database as it is, compare it with a backup, and find out who had it in hand.`;
}

/** Looks at what came into the access log since the last time, and notes in the log where it ends, so that neither its middle nor its end goes unnoticed. */
export class AccessLogWatch {
  readonly #watched: Watched;
  readonly #faults = new Map<string, string>();
  /** Up to where this process has looked itself. */
  readonly #looked = new Map<string, KnownEnd>();
  readonly #timer: NodeJS.Timeout;

  constructor(watched: Watched) {
    this.#watched = watched;
    this.#timer = setInterval(() => {
      this.look().catch((error: Error) => watched.onError?.(error));
    }, everyMs);
    this.#timer.unref();
  }

  /** What was found, or undefined. */
  fault(): string | undefined {
    return this.#faults.size === 0 ? undefined : [...this.#faults.values()].join(' ');
  }

  async look(): Promise<void> {
    const { accessLog, runner } = this.#watched;
    const known = new Set([...(await accessLog.municipalities()), ...this.#looked.keys()]);
    for (const municipality of known) {
      const noted = await notedEnds(runner, municipality);
      // Read before the check: by then it lies at or before the end.
      const written = accessLog.written.get(municipality);
      const from = latest(noted.at(-1), this.#looked.get(municipality));
      const checked = await accessLog.check(municipality, {
        ...(from && { from }),
        anchors: written === undefined ? [] : [written],
      });
      await this.#conclude(checked, noted.at(-1)?.seq ?? 0);
    }
  }

  /** Of a log that was changed no end is noted: the last one that was whole stays. */
  async #conclude(checked: Checked, lastNoted: number): Promise<void> {
    const { runner, clock } = this.#watched;
    const { municipality, head } = checked;
    const fault = faultOf(checked);
    if (fault === undefined) this.#faults.delete(municipality);
    else this.#faults.set(municipality, fault);
    if (fault !== undefined) return;
    this.#looked.set(municipality, head);
    if (head.seq > lastNoted) {
      await noteEnd(runner, municipality, { entry: head.seq, mac: head.mac.toString('hex') }, clock);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

const latest = (one: KnownEnd | undefined, other: KnownEnd | undefined) =>
  (other?.seq ?? 0) > (one?.seq ?? 0) ? other : one;
