import { nextDeadline } from '#casework';
import { deadlines } from '#casework/reactors/deadlines';
import { type CommandRunner, derivedId, partsOf, type Recorded } from '#event-sourcing';
import { dayAfter } from './calendar.js';

/** Notes the deadlines of the cases that are being told, as the reactor does: after each step, and on the day after the last of each. */
export class PassingDeadlines {
  /** The day that begins with the first of those that run over, by the case's stream. */
  private readonly running = new Map<string, string>();
  private readonly reactor = deadlines({ casesDue: () => Promise.resolve(this.due), log: () => undefined });
  private due: readonly string[] = [];

  constructor(private readonly runner: CommandRunner) {}

  /** After something was recorded in a case. */
  async heard(event: Recorded, at: string, today: string): Promise<void> {
    if (this.reactor.passesOver?.has(event.type) === true) return;
    await this.reactor.react(event, this.runner, clockAt(at, today));
    await this.look(event.stream, today);
  }

  /** What has passed when a day begins is noted, each as its own day begins; all that runs where no day is told. */
  async begin(until = '9999-12-31'): Promise<void> {
    for (;;) {
      const [next] = [...this.running]
        .filter(([, day]) => day <= until)
        .toSorted(([one, on], [other, otherOn]) => on.localeCompare(otherOn) || one.localeCompare(other));
      if (next === undefined) return;
      await this.pass(...next);
    }
  }

  private async pass(stream: string, day: string): Promise<void> {
    const { tenant = '', id = '' } = partsOf(stream) ?? {};
    this.due = [id];
    const began = {
      id: derivedId('day', tenant, day),
      type: 'DayBegan',
      stream: `calendar-${tenant}.days`,
      data: { municipality: tenant, day },
      metadata: { municipality: tenant, $correlationId: derivedId('day', tenant, day) },
    } as unknown as Recorded;
    await this.reactor.react(began, this.runner, clockAt(`${day}T03:00:00.000Z`, day));
    await this.look(stream, day);
  }

  private async look(stream: string, today: string): Promise<void> {
    const { tenant = '', id = '' } = partsOf(stream) ?? {};
    const dueOn = await nextDeadline(this.runner, tenant, id);
    if (dueOn === undefined) this.running.delete(stream);
    // One that a correction sets anew may have passed long ago: it is noted as the next day begins.
    else this.running.set(stream, dayAfter(dueOn < today ? today : dueOn, 1));
  }
}

const clockAt = (at: string, today: string) => ({ at: () => at, today: () => today });
