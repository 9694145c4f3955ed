import { type PublicEvent, seesStill, type Told } from '#public-events';
import type { WaitingDelivery, WebhookPlace } from '#personal-data';
import type { Webhook } from '#subscription';
import type { Grant } from '../grants.js';
import type { Page } from '../reader.js';
import type { Outcome } from './post.js';
import { givesUpAfterMs, pauseAfter, probeAfter } from './retrying.js';
import { testMessage } from './test-message.js';
import { Waiting } from './waiting.js';

export interface ReceiverParts {
  readonly tenant: string;
  readonly now: () => number;
  /** What comes after a place, for whoever sees so. */
  readonly page: (grant: Grant, asked: { after: bigint; limit: number; notBefore?: string }) => Promise<Page>;
  /** Signs and sends it. */
  readonly send: (webhook: Webhook, id: string, body: string) => Promise<Outcome>;
  readonly save: (
    place: WebhookPlace,
    waiting: { readonly waits: readonly WaitingDelivery[]; readonly gone: readonly string[] },
  ) => Promise<void>;
  /** Nothing more is sent until somebody resumes it. */
  readonly pause: (cause: 'FAILING' | 'GONE', since: number) => Promise<void>;
  /** The first instant of a day. */
  readonly startOf: (day: string) => string;
  readonly onTaken?: (event: Pick<PublicEvent, 'time'>) => void;
  readonly onFailed?: () => void;
}

/** Nothing more is read while so much waits: the rest waits in the log. */
const mostWaiting = 1_000;
const atATime = 100;
/** So many cases are sent side by side. */
const sideBySide = 8;
/** Messages of so many cases failed one after another, and none was taken: it is the receiver, not a message. */
const failingCases = 3;
/** How far it has come is written down no more often, where nothing else has to be. */
const saveEveryMs = 2_000;
const longestWaitMs = 30_000;

/** Sends one receiver what it sees, in order within a case: what is not taken waits with what comes behind it, and everything else goes on. */
export class Receiver {
  private readonly failed = new Set<string>();
  private hasGivenUp = false;
  private savedAt = 0;
  private isUnsaved = false;

  private constructor(
    private readonly parts: ReceiverParts,
    private place: WebhookPlace,
    private readonly waiting: Waiting,
  ) {
    if (place.failingSince !== undefined) {
      for (const { attempts, orderKey } of waiting.heads()) if (attempts > 0) this.failed.add(orderKey);
    }
  }

  /** Where it stood; at what it was registered to begin with, where it has not begun. */
  static at(
    parts: ReceiverParts,
    webhook: Webhook,
    logId: string,
    known?: { readonly place: WebhookPlace; readonly waiting: readonly WaitingDelivery[] },
  ): Receiver {
    // Another log has other places, and other messages.
    if (known?.place.logId === logId) return new Receiver(parts, known.place, new Waiting(known.waiting));
    const { begins, beginsOn, registeredAt } = webhook;
    const place: WebhookPlace = {
      logId,
      position: begins === 'NOW' ? registeredAt : 0n,
      notBefore: beginsOn === undefined ? undefined : parts.startOf(beginsOn),
      heededAt: registeredAt,
      failingSince: undefined,
      nextAt: undefined,
      fault: undefined,
      taken: 0,
      takenAt: undefined,
    };
    return new Receiver(parts, place, new Waiting([]));
  }

  /** Sends what can be sent now; gives back how long nothing will have to be done unless something comes. */
  async round(webhook: Webhook, grant: Grant): Promise<number> {
    this.heed(webhook);
    if (this.isFailing) return this.probe(webhook, grant);
    const due = this.waiting.heads().filter(({ nextAt }) => nextAt <= this.parts.now());
    await inTurns(due, (head) => this.sendLine(webhook, grant, head.orderKey));
    const isMore = this.isFailing ? false : await this.readOn(webhook, grant, atATime);
    await this.save(false);
    return isMore ? 0 : this.quietMs();
  }

  /** What has come is written down, also where that could wait. */
  async save(isLast = true): Promise<void> {
    const unwritten = this.waiting.unwritten;
    const mustNow = unwritten.waits.length > 0 || unwritten.gone.length > 0;
    const now = this.parts.now();
    if (!mustNow && !(this.isUnsaved && (isLast || now - this.savedAt >= saveEveryMs))) return;
    await this.parts.save(this.place, unwritten);
    this.waiting.written();
    this.isUnsaved = false;
    this.savedAt = now;
  }

  private get isFailing(): boolean {
    return this.hasGivenUp || this.failed.size >= failingCases;
  }

  private set(change: Partial<WebhookPlace>): void {
    this.place = { ...this.place, ...change };
    this.isUnsaved = true;
  }

  private quietMs(): number {
    const now = this.parts.now();
    const times = this.waiting.heads().map(({ nextAt }) => nextAt);
    if (this.isUnsaved) times.push(this.savedAt + saveEveryMs);
    return Math.max(20, Math.min(longestWaitMs, ...times.map((at) => at - now)));
  }

  /** One message, to see whether it takes any again; each case in turn. */
  private async probe(webhook: Webhook, grant: Grant): Promise<number> {
    const now = this.parts.now();
    const { nextAt = 0, failingSince = now } = this.place;
    if (now < nextAt) return Math.min(longestWaitMs, nextAt - now);
    const [head] = this.waiting.heads().toSorted((a, b) => a.nextAt - b.nextAt);
    if (head === undefined) await this.readOn(webhook, grant, 1);
    else await this.sendLine(webhook, grant, head.orderKey);
    const pause = probeAfter(now - failingSince);
    if (this.isFailing) this.set({ nextAt: this.parts.now() + pause });
    await this.save();
    return this.isFailing ? Math.min(longestWaitMs, pause) : 0;
  }

  /** What waits of a case, until one is not taken. */
  private async sendLine(webhook: Webhook, { view }: Grant, key: string): Promise<void> {
    for (let head = this.waiting.headOf(key); head !== undefined; head = this.waiting.headOf(key)) {
      if (head.parkedAt !== undefined) return;
      const isSeen = seesStill(view, JSON.parse(head.body) as PublicEvent);
      if (isSeen && !(await this.isTaken(webhook, head))) return;
      this.waiting.remove(head);
    }
  }

  private async readOn(webhook: Webhook, grant: Grant, limit: number): Promise<boolean> {
    if (this.waiting.count >= mostWaiting) return false;
    const { position, notBefore } = this.place;
    const page = await this.parts.page(grant, { after: position, limit, ...(notBefore && { notBefore }) });
    const lines = new Map<string, WaitingDelivery[]>();
    for (const told of page.told) {
      const one = this.messageOf(told);
      lines.set(one.orderKey, [...(lines.get(one.orderKey) ?? []), one]);
    }
    await inTurns([...lines.values()], (line) => this.sendNew(webhook, line));
    if (page.position !== position) this.set({ position: page.position });
    return page.isFull;
  }

  private async sendNew(webhook: Webhook, line: readonly WaitingDelivery[]): Promise<void> {
    for (const one of line) {
      const mustWait = this.isFailing || this.waiting.has(one.orderKey);
      if (mustWait) this.waiting.add(one);
      else await this.isTaken(webhook, one);
    }
  }

  /** What is not taken waits from then on. */
  private async isTaken(webhook: Webhook, one: WaitingDelivery): Promise<boolean> {
    const outcome = await this.parts.send(webhook, one.eventId, one.body);
    const now = this.parts.now();
    if (outcome.taken) {
      this.failed.clear();
      const { taken } = this.place;
      this.set({
        taken: taken + 1,
        takenAt: now,
        failingSince: undefined,
        nextAt: undefined,
        fault: undefined,
      });
      this.parts.onTaken?.(JSON.parse(one.body) as PublicEvent);
      return true;
    }
    this.parts.onFailed?.();
    const fault = outcome.status === undefined ? outcome.fault : `${outcome.fault} ${outcome.status}`;
    // While the receiver takes nothing, no message is at fault.
    const attempts = this.isFailing ? one.attempts : one.attempts + 1;
    const pause = pauseAfter(Math.max(1, attempts));
    const { failingSince = now } = this.place;
    this.failed.add(one.orderKey);
    this.set({ failingSince, fault });
    const waits = {
      ...one,
      attempts,
      fault,
      nextAt: now + (pause ?? 0),
      parkedAt: pause === undefined ? now : undefined,
    };
    if (this.waiting.headOf(one.orderKey)?.eventId === one.eventId) this.waiting.change(waits);
    else this.waiting.add(waits);
    if (outcome.fault === 'GONE') await this.giveUp('GONE', failingSince);
    else if (now - failingSince >= givesUpAfterMs) await this.giveUp('FAILING', failingSince);
    return false;
  }

  private async giveUp(cause: 'FAILING' | 'GONE', since: number): Promise<void> {
    if (this.hasGivenUp) return;
    this.hasGivenUp = true;
    try {
      await this.save();
      await this.parts.pause(cause, since);
    } catch (error) {
      this.hasGivenUp = false;
      throw error;
    }
  }

  private messageOf({ position, event }: Told): WaitingDelivery {
    const { id, type, subject } = event;
    return {
      eventId: id,
      position,
      // The family and what it is about: the order that `sequence` counts in.
      orderKey: `${type.split('.')[2]} ${subject}`,
      type,
      body: JSON.stringify(event),
      attempts: 0,
      nextAt: this.parts.now(),
      parkedAt: undefined,
      fault: undefined,
    };
  }

  /** What was asked by hand since. */
  private heed(webhook: Webhook): void {
    const now = this.parts.now();
    for (const asked of webhook.asked) {
      if (asked.at <= this.place.heededAt) continue;
      const { what, replay } = asked;
      if (what === 'TEST') this.waiting.add(testMessage(this.parts.tenant, webhook, asked, now));
      else if (replay === undefined || replay.from === 'PARKED') this.bringBack(replay === undefined);
      else this.goBack(replay);
      this.set({ heededAt: asked.at });
    }
  }

  /** Everything that waits is due; what was put aside too, where that is asked. */
  private bringBack(isResumed: boolean): void {
    const now = this.parts.now();
    this.failed.clear();
    this.hasGivenUp = false;
    this.set({ failingSince: undefined, nextAt: undefined });
    for (const one of this.waiting.all) {
      if (isResumed && one.parkedAt !== undefined) continue;
      this.waiting.change({ ...one, attempts: 0, nextAt: now, parkedAt: undefined });
    }
  }

  private goBack({
    fromOn,
    after = 0,
  }: {
    readonly fromOn?: string | undefined;
    readonly after?: number | undefined;
  }): void {
    const notBefore = fromOn === undefined ? undefined : this.parts.startOf(fromOn);
    const position = BigInt(after);
    // It comes again in its order, from the log.
    for (const one of this.waiting.all) {
      const { time } = JSON.parse(one.body) as PublicEvent;
      if (one.position > position && time >= (notBefore ?? '')) this.waiting.remove(one);
    }
    this.set({ position, notBefore });
  }
}

/** All of them, some at a time; none goes on when it ends, also where one failed. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const turns = Array.from({ length: Math.min(sideBySide, all.length) }, async () => {
    for (const one of left) await work(one);
  });
  const failed = (await Promise.allSettled(turns)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
