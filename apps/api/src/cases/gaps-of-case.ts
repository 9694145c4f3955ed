import {
  basisOf,
  criteria,
  type GapCode,
  gapCodes,
  type GapCondition,
  gapSentences,
  type Mender,
  menders,
  standingGaps,
} from '#casework';
import { dayInWords } from '#correspondence';
import { isKnown } from '#event-sourcing';
import type { CaseView } from '#projections/case-overview/queries';
import { items } from '#vocabulary';
import { codeOf, date, flag, list, object, orNull, text } from '../reading/shape.js';

/** Something that the county governor would miss of the case if a complaint came today, or will. */
interface CaseGap {
  readonly gap: GapCode;
  /** The first day on which it is missed; null of what is to come with the decision. */
  readonly from: string | null;
  readonly items: readonly string[];
  readonly criteria: readonly string[];
  readonly legalBasis: string;
  readonly sentence: { readonly nb: string; readonly nn: string };
  /** What is recorded to mend it, and by whom. */
  readonly step: string;
  readonly by: Mender;
}

const gapShape = object({
  gap: codeOf(gapCodes),
  from: orNull(date('The first day on which it is missed; null of what is to come with the decision')),
  items: list(codeOf(items, 'Of which items')),
  criteria: list(codeOf(criteria, 'Of which conditions')),
  legalBasis: text('The section that asks for it, such as fvl. § 25'),
  sentence: object({ nb: text(), nn: text() }),
  step: text('What is recorded to mend it, by the name of its event'),
  by: codeOf(menders, 'Who mends it'),
});

export const readinessShape = object({
  ready: flag('The county governor would miss nothing if a complaint came today'),
  lacking: list(gapShape),
  toCome: list(gapShape),
});

/** What the case lacks on a day, and what is to come. */
export function readinessOf({ gaps, gapConditions }: CaseView, today: string) {
  const told = gaps.map(({ from, where, about, step, by, ...gap }) => ({
    ...gap,
    from: from ?? undefined,
    ...(where !== null && { where: where as GapCondition }),
    about: about as never,
    mend: { step, by },
  }));
  const held = new Set(gapConditions as readonly GapCondition[]);
  const { lacking, toCome } = standingGaps(told, held, today);
  const shown = ({ code, from, about, mend }: (typeof told)[number]): CaseGap => {
    const [nb, nn] = gapSentences({ code, from }, today, dayInWords);
    const of: readonly string[] = about;
    return {
      gap: code,
      from: from ?? null,
      items: of.filter((one) => isKnown(items, one)),
      criteria: of.filter((one) => isKnown(criteria, one)),
      legalBasis: basisOf(code),
      sentence: { nb, nn },
      ...mend,
    };
  };
  return {
    ready: lacking.length === 0,
    lacking: (lacking as typeof told).map(shown),
    toCome: (toCome as typeof told).map(shown),
  };
}
