import { type Day, type Period, plusDays } from '../days.js';
import type { Figures } from '../figures/index.js';
import type { Edition } from './edition.js';
import { type Level, levelOf, periodsWithin, type PublicationPolicy } from './policy.js';
import { boundsOf, isExact, isSmall, type Shown, shownTotal } from './shown.js';
import { type Leaf, sliced, sumOf } from './slicing.js';
import { countsIn, valueOf } from './source.js';
import { type CountTable, tableOf } from './counted-tables.js';
import { trees } from './trees.js';

/** What the reader of an edition has before the eyes. */
export interface Known {
  readonly figures: Figures;
  readonly level: Level;
  readonly policy: PublicationPolicy;
  readonly earlier: readonly Edition[];
}

/** The tables of which a reader could tell one from another: what is shown of each hangs on what is shown of those. */
export function coupled(known: Known): Readonly<Record<string, CountTable>> {
  return { ...plansAndCoordinators(known), C6: wishes(known), ...startedAndEnded(known), A7: waiting(known) };
}

/** Persons with plan, with coordinator, with both, and without one though it is needed (S6). */
function plansAndCoordinators({ figures }: Known): Readonly<Record<'GAP' | 'C2', CountTable>> {
  const plans = shownTotal(valueOf(figures, 'P1'));
  const coordinators = shownTotal(valueOf(figures, 'C1'));
  const [never, left] = [valueOf(figures, 'G1'), valueOf(figures, 'G2')];
  const gap = shownGap(plans, coordinators, never + left);
  const { BOTH = 0, COORDINATOR_ONLY = 0, PLAN_ONLY = 0 } = countsIn(figures, 'C2', 'PLAN');
  const isClear = ![BOTH, COORDINATOR_ONLY, PLAN_ONLY, never + left - PLAN_ONLY].some(isSmall);
  const parts = { BOTH, COORDINATOR_ONLY, PLAN_ONLY };
  const shown = [plans, coordinators, gap].every(isExact) && isClear;
  return {
    GAP: tableOf(gap, { CAUSE: { tree: trees.cause, counts: { NEVER: never, LEFT: left } } }),
    C2: {
      total: null,
      parts: {
        PLAN: shown
          ? Object.entries(parts).map(([code, exact]): Leaf => ({ codes: [code], shown: { exact } }))
          : null,
      },
    },
  };
}

/** So wide a range that each small part keeps all its values. */
const gapWidth = 9;

function shownGap(plans: Shown, coordinators: Shown, gap: number): Shown {
  const least = Math.max(0, boundsOf(plans)[0] - boundsOf(coordinators)[1]);
  if (isExact(plans) && isExact(coordinators)) {
    const more = coordinators.exact - plans.exact;
    if (more === 0 || more >= 5) return shownTotal(gap);
  }
  return gap - least > gapWidth ? { exact: gap } : { from: least, to: least + gapWidth };
}

/** Whether wishes were followed: shown where the number of lasting appointments stands in C5 already, since it would tell the others (S3). */
function wishes({ figures }: Known): CountTable {
  const kinds = countsIn(figures, 'C5', 'KIND');
  const lasting = sumOf(['ORDINARY', 'CHILD'], kinds);
  const isTold =
    isExact(shownTotal(valueOf(figures, 'C5'))) &&
    sliced(trees.appointed, kinds).every(({ codes }) => !(codes.includes('TEMPORARY') && codes.length > 1));
  const counts = countsIn(figures, 'C6', 'WISH');
  return {
    total: null,
    parts: { WISH: isTold && !isSmall(lasting) ? sliced(trees.wish, counts, { isOutcome: true }) : null },
  };
}

/** The stock of plans on a day, where it was published as a number. */
const stockOn = ({ earlier, figures, level, policy }: Known, day: Day): number | undefined => {
  const own =
    levelOf(policy, 'P1') === level && figures.statusOn === day ? shownTotal(valueOf(figures, 'P1')) : null;
  const before = earlier.find((one) => one.statusOn === day && one.tables['P1'] !== undefined)?.tables['P1'];
  const shown = (before as CountTable | undefined)?.total ?? own;
  return isExact(shown) ? shown.exact : undefined;
};

/** Plans that began and ended: with the stocks, one would tell the other (S7). */
function startedAndEnded(known: Known): Readonly<Record<'P3' | 'P4', CountTable>> {
  const { figures, policy } = known;
  const [started, ended] = [valueOf(figures, 'P3'), valueOf(figures, 'P4')];
  const before = ({ from }: Period) => stockOn(known, plusDays(from, -1));
  const step = levelOf(policy, 'P1') === 'HALF_YEAR' ? 'HALF_YEAR' : 'YEAR';
  const changes = periodsWithin(figures.period, step).flatMap((one) => {
    const [was, is] = [before(one), stockOn(known, plusDays(one.to, -1))];
    return was === undefined || is === undefined ? [] : [is - was];
  });
  const up = changes.reduce((sum, change) => sum + Math.max(0, change), 0);
  const down = changes.reduce((sum, change) => sum + Math.max(0, -change), 0);
  const isFree = started >= 5 && ended >= 5 && Math.min(started - up, ended - down) >= 5;
  const isBeforeTold = before(figures.period) !== undefined;
  const isShown = isFree && (isBeforeTold || !isSmall(valueOf(figures, 'P1') - started + ended));
  return {
    P3: tableOf(isShown ? { exact: started } : null),
    P4: tableOf(isShown ? { exact: ended } : null, {
      REASON: { tree: trees.reason, counts: countsIn(figures, 'P4', 'REASON') },
    }),
  };
}

/** Those who wait: shown where what came in and was answered since the last number leaves it open (S9). */
function waiting({ figures, earlier }: Known): CountTable {
  const last = earlier.findLast((one) => one.tables['A7'] !== undefined)?.tables['A7'] as
    CountTable | undefined;
  const most = (shown: Shown | null | undefined) => (shown ? boundsOf(shown)[1] : Number.POSITIVE_INFINITY);
  const received = most(shownTotal(valueOf(figures, 'A2')));
  const [answered] = boundsOf(shownTotal(valueOf(figures, 'A3')));
  const isOpen = most(last?.total) + received - Math.ceil(answered / 4) >= 4;
  return tableOf(isOpen ? shownTotal(valueOf(figures, 'A7')) : null);
}
