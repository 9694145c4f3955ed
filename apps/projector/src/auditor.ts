import { advisoryLock } from '#postgres';
import type { EventStore } from '#event-sourcing/event-store';
import {
  audit,
  type AuditOptions,
  type Decoder,
  describeFailure,
  pauseFor,
  type ReadModels,
  recordAudit,
} from '#projecting';
import { type Elected, startElected } from './elected.js';

interface Auditing {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  readonly log: (line: string) => void;
  /** Resolves when there is something to audit. */
  readonly from: Promise<unknown>;
  /** The least time between two audits; 15 seconds unless told. */
  readonly leastPauseMs?: number | undefined;
}

/** Within a minute of a change, at a million events; of a longer log a fifth of the time at most is spent on it. */
const pauseAfter = (tookMs: number, leastMs: number) =>
  tookMs <= 12_000 ? Math.min(Math.max(4 * tookMs, leastMs), 40_000) : 4 * tookMs;

/** Holds read models and log against each other for ever, in one of several processes; what it finds turns health red (docs/adr/0068). */
export function startAuditor(options: Auditing): Elected {
  const { store, decoder, readModels, log, from, leastPauseMs = 15_000 } = options;
  let told = new Set<string>();
  const auditOnce = async (signal: AbortSignal) => {
    const asked: AuditOptions = { store, decoder, readModels, signal };
    const { findings } = await recordAudit(readModels.projector, await audit(asked));
    for (const { message } of findings) if (!told.has(message)) log(`The auditor found: ${message}`);
    told = new Set(findings.map(({ message }) => message));
  };
  return startElected({
    name: 'auditor',
    elect: () => advisoryLock(readModels.projector, 'samspor auditor'),
    log,
    async work(signal, isRunning) {
      await Promise.race([from, pauseFor(2 ** 31 - 1, signal)]);
      isRunning();
      let took = 0;
      while (!signal.aborted) {
        await pauseFor(pauseAfter(took, leastPauseMs), signal);
        if (signal.aborted) return;
        const began = performance.now();
        // What is away is told of elsewhere; the age of the last audit tells that there was none since.
        await auditOnce(signal).catch((error: unknown) => {
          if (!signal.aborted) log(`The audit was broken off: ${describeFailure(error)}`);
        });
        took = performance.now() - began;
      }
    },
  });
}
