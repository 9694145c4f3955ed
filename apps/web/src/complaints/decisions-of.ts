import type { Case } from '../cases/case.js';

/** A decision of a case, as somebody may complain of it. */
export interface Decision {
  readonly decisionId: string;
  readonly decidedOn: string;
  readonly decidedBy: Case['decidedBy'];
}

type Told = Pick<Case, 'decidedOn' | 'decidedBy' | 'decisionId' | 'amendments'>;

/** The decisions of a case, the first one first. */
export function decisionsOf({ decidedOn, decidedBy, decisionId, amendments }: Told): readonly Decision[] {
  const first = amendments[0]?.amends ?? decisionId;
  return decidedOn === null || first === null
    ? []
    : [{ decisionId: first, decidedOn, decidedBy }, ...amendments];
}

/** Those that came after this one, by which it may have been changed. */
export function decisionsSince(of: Told, decisionId: string | null): readonly Decision[] {
  const all = decisionsOf(of);
  return all.slice(all.findIndex((one) => one.decisionId === decisionId) + 1);
}
