import type { Day } from '../days.js';

export const causes = ['ANNULMENT', 'CORRECTION', 'MERGE', 'LATE_REGISTRATION', 'OTHER'] as const;
/** Why an earlier figure is another now: what was recorded since. */
export type Cause = (typeof causes)[number];

/** An event that was recorded after a report was frozen. An annulment or a correction speaks of what the event says that it is about. */
export interface Later {
  readonly does: 'ANNULS' | 'CORRECTS' | 'TELLS';
  /** The kind of the event that it is about in the end. */
  readonly kind: string;
  /** Each day that it tells of: when it happened, from when a reported plan runs, when something is due. */
  readonly days: readonly Day[];
  /** Every id in it: case, plan, appointment, coordinator, persons. */
  readonly names: readonly string[];
}

/** Undefined for what tells of days after the one that the figures are true on, which moved none of them. */
export function causeIn({ does, kind, days }: Later, statusOn: Day): Cause | undefined {
  if (does === 'ANNULS') return 'ANNULMENT';
  if (does === 'CORRECTS') return 'CORRECTION';
  if (kind === 'SubjectsMerged') return 'MERGE';
  return days.some((day) => day <= statusOn) ? 'LATE_REGISTRATION' : undefined;
}
