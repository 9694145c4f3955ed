import type { Level, PublicationPolicy } from '../publication/policy.js';
import type { Tree } from '../publication/slicing.js';
import { notStated } from '../figures/codes.js';

/** A report, as far as decisions look at it. */
export interface Report {
  readonly reportId: string;
  readonly from: string;
  readonly to: string;
  readonly level: Level;
  readonly unitOrder: readonly string[];
  readonly threeYearTables: readonly string[];
  readonly blockFrom: number;
  readonly status: 'CLOSED' | 'FROZEN' | 'APPROVED' | 'SUBMITTED';
  readonly isReplaced: boolean;
  /** The day of what was told last. */
  readonly lastOn: string;
}

/** All reports of a municipality: they are few, hang together, and stand in one stream, `report-<tenant>.forum`. */
export interface Reports {
  readonly all: readonly Report[];
  readonly actions: readonly { readonly actionId: string; readonly isDone: boolean }[];
}
export const initialState: Reports = { all: [], actions: [] };

export const changed = ({ all, ...rest }: Reports, reportId: string, change: Partial<Report>): Reports => ({
  ...rest,
  all: all.map((one) => (one.reportId === reportId ? { ...one, ...change } : one)),
});

type Chosen = Pick<Report, 'unitOrder' | 'threeYearTables' | 'blockFrom'>;

/** The municipality's choices as the rules of publication ask for them. Units are merged from the end of their order on. */
export const policyOf = ({ unitOrder, threeYearTables, blockFrom }: Chosen): PublicationPolicy => ({
  levels: {
    default: 'YEAR',
    ...Object.fromEntries(threeYearTables.map((table) => [table, 'THREE_YEARS' as const])),
  },
  unitTree: unitOrder.reduceRight<Tree>((tree, unit) => [unit, tree], notStated),
  blockFrom,
});
