import { useCallback } from 'react';
import { fullDay, plusDays } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { type Shown, saidOf } from './told.js';

const useText = texts('report-said', {
  nb: {
    few: 'færre enn 5',
    hidden: 'vises ikke',
    half1: '1. halvår {{year}}',
    half2: '2. halvår {{year}}',
    years: '{{from}}–{{to}}',
    between: '{{from}}–{{to}}',
    up: 'opp {{by}}',
    down: 'ned {{by}}',
    same: 'som før',
  },
  nn: {
    few: 'færre enn 5',
    hidden: 'blir ikkje vist',
    half1: '1. halvår {{year}}',
    half2: '2. halvår {{year}}',
    years: '{{from}}–{{to}}',
    between: '{{from}}–{{to}}',
    up: 'opp {{by}}',
    down: 'ned {{by}}',
    same: 'som før',
  },
});

/** A count in words, also one that may not be told as a number. */
export function useSaid(): (shown: Shown | null) => string {
  const say = useText();
  return useCallback(
    (shown) => {
      if (shown === null) return say('hidden');
      const told = saidOf(shown);
      return 'number' in told ? String(told.number) : 'few' in told ? say('few') : told.range;
    },
    [say],
  );
}

/** How a number stands to the one before: «opp 3». */
export function useChange(): (change: number | undefined) => string {
  const say = useText();
  return useCallback(
    (change) => {
      if (change === undefined) return '';
      if (change === 0) return say('same');
      return say(change > 0 ? 'up' : 'down', { by: Math.abs(change) });
    },
    [say],
  );
}

interface Period {
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
}

/** A period as people call it: a year, a half-year, or its days. */
export function usePeriod(): (period: Period) => string {
  const say = useText();
  return useCallback(
    ({ from, to }) => {
      const year = from.slice(0, 4);
      const last = plusDays(to, -1);
      if (from.endsWith('-01-01') && last.endsWith('-12-31')) {
        return year === last.slice(0, 4) ? year : say('years', { from: year, to: last.slice(0, 4) });
      }
      if (from.endsWith('-01-01') && last === `${year}-06-30`) return say('half1', { year });
      if (from.endsWith('-07-01') && last === `${year}-12-31`) return say('half2', { year });
      return say('between', { from: fullDay(from), to: fullDay(last) });
    },
    [say],
  );
}
