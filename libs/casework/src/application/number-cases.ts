import {
  type CommandContext,
  type CommandRunner,
  derivedId,
  type EventStore,
  partsOf,
  Rejection,
} from '#event-sourcing';
import { caseEvents } from '../domain/events.js';
import { caseNumberOf } from '../questions.js';
import type { Numbering } from './case-number.js';
import { recordStep } from './record-case-step.js';

export interface Numbered {
  readonly tenant: string;
  readonly caseId: string;
  readonly caseNumber: string;
}

/**
 * Gives a number to every case that lacks one, in the order in which they were opened, telling of each. What was broken off is gone on with;
 * a second time does nothing. A case of which nothing stands gets none.
 */
export async function* numberCases(
  parts: {
    readonly runner: CommandRunner;
    readonly store: Pick<EventStore, 'scan'>;
    readonly numbers: Numbering;
  },
  contextOf: (tenant: string, commandId: string) => CommandContext,
  only?: string,
): AsyncGenerator<Numbered> {
  for (const stream of await casesIn(parts.store)) {
    const { tenant, id: caseId } = partsOf(stream) ?? {};
    if (tenant === undefined || caseId === undefined || (only !== undefined && tenant !== only)) continue;
    const { number, revision } = await caseNumberOf(parts.runner, tenant, caseId);
    if (number !== undefined) continue;
    const context = contextOf(tenant, derivedId('number', tenant, caseId, Number(revision)));
    try {
      const told = { caseId } as const;
      const { caseNumber } = await recordStep(
        parts.runner,
        { step: 'CaseNumberGiven', told, context },
        { numbers: parts.numbers },
      );
      if (caseNumber !== undefined) yield { tenant, caseId, caseNumber };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }
}

/** The streams of cases, in the order of their first events. */
async function casesIn(store: Pick<EventStore, 'scan'>): Promise<ReadonlySet<string>> {
  const streams = new Set<string>();
  for await (const batch of store.scan({ streamPrefixes: [`${caseEvents.category}-`] })) {
    for (const { stream } of batch) streams.add(stream);
  }
  return streams;
}
