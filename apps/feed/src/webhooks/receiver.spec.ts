import type { PublicEvent, Told } from '#public-events';
import type { WaitingDelivery, WebhookPlace } from '#personal-data';
import type { Webhook, WebhookAsked } from '#subscription';
import type { Grant } from '../grants.js';
import type { Outcome } from './post.js';
import { Receiver } from './receiver.js';

const hours = 3_600_000;
const start = Date.parse('2026-03-02T09:00:00.000Z');
const grant = {
  tenant: '1576',
  subscriptionId: 's-1',
  version: 1,
  key: '',
  view: {
    types: new Set(['no.samspor.case.closed.v1']),
    plans: false,
    begins: { kind: 'ORIGIN' },
    version: 1,
  },
} as unknown as Grant;
const webhook = {
  endpointId: 'w-1',
  subscriptionId: 's-1',
  begins: 'ORIGIN',
  registeredAt: 0n,
  asked: [],
} as unknown as Webhook;

/** A receiver on a log of its own, with a clock that is set, and what was written down of it. */
class Scene {
  now = start;
  readonly log: Told[] = [];
  readonly came: string[] = [];
  readonly paused: string[] = [];
  readonly kept = new Map<string, WaitingDelivery>();
  place: WebhookPlace | undefined;
  webhook = webhook;
  grant = grant;
  mayWrite = true;
  takes: (id: string) => Outcome | Promise<Outcome> = () => ({ taken: true });
  private receiver = this.made();

  told(subject: string, type = 'no.samspor.case.closed.v1'): string {
    const position = BigInt(this.log.length + 1);
    const id = `${subject}-${position}`;
    const time = new Date(start + Number(position) * 1_000).toISOString();
    this.log.push({
      position,
      ordinal: 1,
      event: { id, type, subject, time, data: {} } as unknown as PublicEvent,
    });
    return id;
  }

  /** So many turns, each when it is due. */
  async rounds(most: number): Promise<void> {
    for (let at = 0; at < most; at += 1) {
      this.now += await this.receiver.round(this.webhook, this.grant);
      if (this.paused.length > 0) return;
    }
  }

  /** Killed and started again: what was not written down is lost. */
  restart(): void {
    this.receiver = this.made();
  }

  asks(what: WebhookAsked['what'], replay?: WebhookAsked['replay']): void {
    const at = BigInt(1_000 + this.webhook.asked.length);
    const asked = { at, eventId: `ask-${at}`, what, ...(replay && { replay }) };
    this.webhook = { ...this.webhook, asked: [...this.webhook.asked, asked] };
  }

  private made(): Receiver {
    const known = this.place && { place: this.place, waiting: [...this.kept.values()] };
    return Receiver.at(
      {
        tenant: '1576',
        now: () => this.now,
        page: async (_, { after, limit, notBefore = '' }) => {
          const told = this.log.filter(({ position, event }) => position > after && event.time >= notBefore);
          const some = told.slice(0, limit);
          const last = some.at(-1)?.position ?? this.log.at(-1)?.position ?? after;
          return { told: some, position: last > after ? last : after, isFull: told.length > limit };
        },
        send: async (_, id) => {
          const outcome = await this.takes(id);
          if (outcome.taken) this.came.push(id);
          return outcome;
        },
        save: async (place, { waits, gone }) => {
          if (!this.mayWrite) throw new Error('The database is away');
          this.place = place;
          for (const id of gone) this.kept.delete(id);
          for (const one of waits) this.kept.set(one.eventId, one);
        },
        pause: async (cause) => void this.paused.push(cause),
        startOf: (day) => `${day}T00:00:00.000Z`,
      },
      this.webhook,
      'log-1',
      known,
    );
  }
}
const refused: Outcome = { taken: false, fault: 'STATUS', status: 500 };
const ofCase = (ids: readonly string[], subject: string) => ids.filter((id) => id.startsWith(`${subject}-`));

describe('a receiver', () => {
  it('is sent what comes, in order within a case, and after a restart from where it was written down', async () => {
    const scene = new Scene();
    for (const subject of ['a', 'b', 'a', 'a', 'b']) scene.told(subject);
    await scene.rounds(3);
    expect(ofCase(scene.came, 'a')).toEqual(['a-1', 'a-3', 'a-4']);
    expect(ofCase(scene.came, 'b')).toEqual(['b-2', 'b-5']);
    scene.now += 5_000;
    await scene.rounds(1);
    scene.restart();
    scene.told('a');
    await scene.rounds(1);
    expect(scene.came).toHaveLength(6);
  });

  it('lacks nothing of what was sent when it was not written down, and gets it twice at most', async () => {
    const scene = new Scene();
    for (let n = 0; n < 20; n += 1) scene.told(n % 2 === 0 ? 'a' : 'b');
    scene.mayWrite = false;
    await expect(scene.rounds(3)).rejects.toThrow('away');
    scene.restart();
    scene.mayWrite = true;
    await scene.rounds(3);
    const once = [...new Set(scene.came)];
    expect(once).toHaveLength(20);
    expect(ofCase(once, 'a')).toEqual(
      scene.log.flatMap(({ event }) => (event.subject === 'a' ? [event.id] : [])),
    );
  });

  it('waits with a case of which one is not taken, and with no other', async () => {
    const scene = new Scene();
    const bad = scene.told('a');
    for (const subject of ['b', 'a', 'c']) scene.told(subject);
    scene.takes = (id) => (id === bad ? refused : { taken: true });
    await scene.rounds(3);
    expect(scene.came).toEqual(['b-2', 'c-4']);
    expect([...scene.kept.keys()]).toEqual(['a-1', 'a-3']);
    expect(scene.kept.get(bad)).toMatchObject({ attempts: expect.any(Number), fault: 'STATUS 500' });
    scene.restart();
    scene.takes = () => ({ taken: true });
    scene.now += hours;
    await scene.rounds(1);
    expect(scene.came).toEqual(['b-2', 'c-4', 'a-1', 'a-3']);
    expect(scene.kept.size).toBe(0);
  });

  it('has a message put aside after ten attempts in over three days, and gets it when that is asked', async () => {
    const scene = new Scene();
    const bad = scene.told('a');
    scene.told('a');
    let attempts = 0;
    scene.takes = (id) => {
      if (id !== bad) return { taken: true };
      attempts += 1;
      return refused;
    };
    while (scene.kept.get(bad)?.parkedAt === undefined) {
      // Others are taken meanwhile: it is the message.
      scene.told('b');
      await scene.rounds(20);
    }
    expect(attempts).toBe(10);
    expect((scene.kept.get(bad)?.parkedAt ?? 0) - start).toBeGreaterThan(55 * hours);
    expect(scene.came).not.toContain('a-2');
    expect(scene.paused).toEqual([]);
    scene.takes = () => ({ taken: true });
    scene.now += 100 * hours;
    await scene.rounds(2);
    expect(scene.came).not.toContain(bad);
    scene.asks('REPLAY', { from: 'PARKED' });
    await scene.rounds(2);
    expect(scene.came.slice(-2)).toEqual(['a-1', 'a-2']);
    expect(scene.kept.size).toBe(0);
  });

  it('that takes nothing is tried with one message at a time, reads no further, and is paused after three days', async () => {
    const scene = new Scene();
    for (let n = 0; n < 500; n += 1) scene.told(`c${n}`);
    let attempts = 0;
    scene.takes = () => {
      attempts += 1;
      return refused;
    };
    await scene.rounds(1);
    expect(attempts).toBeLessThan(20);
    expect(scene.kept.size).toBeLessThanOrEqual(100);
    for (let n = 0; n < 20_000 && scene.paused.length === 0; n += 1) await scene.rounds(1);
    expect(scene.paused).toEqual(['FAILING']);
    expect(scene.now - start).toBeGreaterThan(71 * hours);
    expect(attempts).toBeLessThan(250);
    expect([...scene.kept.values()].filter(({ parkedAt }) => parkedAt !== undefined)).toEqual([]);
    expect(scene.kept.size).toBeLessThanOrEqual(100);

    scene.paused.length = 0;
    scene.takes = () => ({ taken: true });
    scene.asks('RESUME');
    await scene.rounds(20);
    expect(scene.came).toHaveLength(500);
  });

  it('that takes messages again gets everything, also what waited while it did not', async () => {
    const scene = new Scene();
    for (let n = 0; n < 300; n += 1) scene.told(`c${n % 30}`);
    scene.takes = () => refused;
    await scene.rounds(5);
    scene.restart();
    scene.takes = () => ({ taken: true });
    await scene.rounds(50);
    expect(new Set(scene.came).size).toBe(300);
    for (let n = 0; n < 30; n += 1) {
      const numbers = ofCase(scene.came, `c${n}`).map((id) => Number(id.split('-')[1]));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
    expect(scene.kept.size).toBe(0);
  });

  it('that says it is gone is paused at once', async () => {
    const scene = new Scene();
    scene.told('a');
    scene.takes = () => ({ taken: false, fault: 'GONE', status: 410 });
    await scene.rounds(1);
    expect(scene.paused).toEqual(['GONE']);
  });

  it('is sent everything again from a place or a day, in order, and what waits of before that still waits', async () => {
    const scene = new Scene();
    const bad = scene.told('a');
    for (const subject of ['b', 'b', 'a', 'b']) scene.told(subject);
    scene.takes = (id) => (id === bad ? refused : { taken: true });
    await scene.rounds(2);
    scene.came.length = 0;
    scene.asks('REPLAY', { from: 'PLACE', after: 2 });
    await scene.rounds(2);
    expect(scene.came).toEqual(['b-3', 'b-5']);
    expect([...scene.kept.keys()]).toEqual(['a-1', 'a-4']);
    scene.came.length = 0;
    scene.takes = () => ({ taken: true });
    scene.asks('REPLAY', { from: 'DATE', fromOn: '2026-03-01' });
    await scene.rounds(3);
    expect(ofCase(scene.came, 'a')).toEqual(['a-1', 'a-4']);
    expect(ofCase(scene.came, 'b')).toEqual(['b-2', 'b-3', 'b-5']);
    expect(scene.kept.size).toBe(0);
  });

  it('is sent a message to try it, once, which says nothing of anybody', async () => {
    const scene = new Scene();
    scene.asks('TEST');
    await scene.rounds(2);
    scene.restart();
    await scene.rounds(2);
    expect(scene.came).toEqual(['ask-1000.1']);
  });

  it('is not sent what waits when the grant does not show it any more', async () => {
    const scene = new Scene();
    scene.told('a', 'no.samspor.case.closed.v1');
    scene.takes = () => refused;
    await scene.rounds(1);
    scene.takes = () => ({ taken: true });
    scene.grant = { ...grant, view: { ...grant.view, types: new Set() } };
    scene.now += hours;
    await scene.rounds(1);
    expect(scene.came).toEqual([]);
    expect(scene.kept.size).toBe(0);
  });

  it('begins anew where the log is another one', async () => {
    const scene = new Scene();
    scene.told('a');
    await scene.rounds(1);
    scene.place = { ...(scene.place as WebhookPlace), logId: 'another' };
    scene.came.length = 0;
    scene.restart();
    await scene.rounds(1);
    expect(scene.came).toEqual(['a-1']);
  });
});
