import type { Recorded } from '#event-sourcing/event';
import { type PublicType, publicTypes } from './catalogue.js';

/** Where what a grant sees begins: everything, what lies behind a place in the log, or what was recorded from an instant on. */
export type Beginning =
  | { readonly kind: 'ORIGIN' }
  | { readonly kind: 'AFTER'; readonly position: bigint }
  | { readonly kind: 'FROM'; readonly instant: string };

/** What a grant sees, in one version of it. */
export interface View {
  /** The types that it names, `no.samspor.case.decision-made.v1`. */
  readonly types: ReadonlySet<string>;
  /** It may know who has a plan. */
  readonly plans: boolean;
  readonly begins: Beginning;
  /** Raised with each change of the grant: sequences of one version alone can be compared. */
  readonly version: number;
}

export function seesType({ types, plans }: View, { type, revealsPlan, consumerMust }: PublicType): boolean {
  if (consumerMust !== undefined) return true;
  return types.has(type) && (plans || !revealsPlan);
}

export function seesBack({ begins }: View, { position, metadata }: Recorded): boolean {
  if (begins.kind === 'AFTER') return position > begins.position;
  return begins.kind === 'ORIGIN' || metadata.recordedAt >= begins.instant;
}

const byType = new Map(publicTypes.map((one) => [one.type, one]));

/** Whether what was told once may be sent still: the grant may show less by now. */
export function seesStill(
  view: View,
  {
    type,
    data: { eventType = type },
  }: { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
): boolean {
  const about = byType.get(String(eventType));
  return about === undefined || seesType(view, about);
}
