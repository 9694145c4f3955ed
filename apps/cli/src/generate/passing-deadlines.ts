import { nextDeadline } from '#casework';
import { deadlines } from '#casework/reactors/deadlines';
import { type CommandRunner, derivedId, partsOf, type Recorded } from '#event-sourcing';
import { dayAfter } from './calendar.js';

/** Notes the deadlines of the cases that are being told, as the reactor does: after each step, and on the day after the last of each. */
export class PassingDeadlines {
  /** The last day of the first that runs, by the case's stream. */
  private readonly running = new Map<string, string>();
  private readonly reactor = deadlines({ casesDue: () => Promise.resolve(this.due), log: () => undefined });
  private due: readonly string[] = [];

  constructor(private readonly runner: CommandRunner) {}

  /** After something was recorded in a case. */
  async heard(event: Recorded, at: string, today: string): Promise<void> {
    if (this.reactor.passesOver?.has(event.type) === true) return;
    await this.reactor.react(event, this.runner, clockAt(at, today));
    await this.look(event.stream);
  }

  /** What passed before a day is noted, each on the day after; all that runs where no day is told. */
  async begin(before = '9999-12-31'): Promise<void> {
    for (;;) {
      const [next] = [...this.running]
        .filter(([, dueOn]) => dueOn < before)
        .toSorted(([one, on], [other, otherOn]) => on.localeCompare(otherOn) || one.localeCompare(other));
      if (next === undefined) return;
      await this.pass(...next);
    }
  }

  private async pass(stream: string, dueOn: string): Promise<void> {
    const { tenant = '', id = '' } = partsOf(stream) ?? {};
    const day = dayAfter(dueOn, 1);
    this.due = [id];
    const began = {
      id: derivedId('day', tenant, day),
      type: 'DayBegan',
      stream: `calendar-${tenant}.days`,
      data: { municipality: tenant, day },
      metadata: { municipality: tenant, $correlationId: derivedId('day', tenant, day) },
    } as unknown as Recorded;
    await this.reactor.react(began, this.runner, clockAt(`${day}T03:00:00.000Z`, day));
    await this.look(stream);
  }

  private async look(stream: string): Promise<void> {
    const { tenant = '', id = '' } = partsOf(stream) ?? {};
    const next = await nextDeadline(this.runner, tenant, id);
    if (next === undefined) this.running.delete(stream);
    else this.running.set(stream, next);
  }
}

const clockAt = (at: string, today: string) => ({ at: () => at, today: () => today });
