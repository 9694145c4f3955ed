export interface Progress {
  /** The log is read into parts, then the rows are made of them. */
  readonly step: 'reading' | 'filling' | 'done';
  /** Events of this step so far. */
  readonly events: number;
  /** Events a second in this step; over both when all is done. */
  readonly rate: number;
  /** Undefined while it cannot be told. */
  readonly secondsLeft: number | undefined;
  /** Of the process. */
  readonly memoryMb: number;
}

const doing = { reading: 'reading the log', filling: 'filling the tables', done: 'filled' } as const;

export function inWords({ step, events, rate, secondsLeft, memoryMb }: Progress): string {
  const left = secondsLeft === undefined || step === 'done' ? '' : `, ${secondsLeft} s left`;
  return `${doing[step]}: ${events} events, ${rate}/s${left}, ${memoryMb} MB`;
}

const tellEveryMs = 1_000;

/** Says about once a second how far something has come. */
export class Telling {
  private step: Progress['step'] = 'reading';
  private readonly started = Date.now();
  private begun = this.started;
  private toldAt = Date.now();
  /** Where the step began: what another process did counts for nothing. */
  private firstShare = 0;

  constructor(private readonly tell: ((progress: Progress) => void) | undefined) {}

  /** So many events are read, which is this share of the log. */
  reading(events: number, share: number): void {
    this.at('reading', events, share);
  }

  filling(events: number, of: number): void {
    this.at('filling', events, of === 0 ? 1 : events / of);
  }

  done(events: number): void {
    this.begun = this.started;
    this.firstShare = 0;
    this.say(this.told('done', events, 1));
  }

  private at(step: Progress['step'], events: number, share: number): void {
    if (step !== this.step) {
      this.step = step;
      this.begun = Date.now();
      this.firstShare = share;
    }
    if (Date.now() - this.toldAt < tellEveryMs) return;
    this.toldAt = Date.now();
    this.say(this.told(step, events, share));
  }

  private told(step: Progress['step'], events: number, share: number): Progress {
    const seconds = Math.max(Date.now() - this.begun, 1) / 1_000;
    const done = Math.min(share, 1) - this.firstShare;
    return {
      step,
      events,
      rate: Math.round(events / seconds),
      secondsLeft: done > 0 ? Math.round((seconds * (1 - Math.min(share, 1))) / done) : undefined,
      memoryMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    };
  }

  private say(progress: Progress): void {
    this.tell?.(progress);
  }
}
