import { clockOf, dayOf, fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';

export const useStandingText = texts('subscribers-standing', {
  nb: {
    never: 'aldri',
    moment: '{{day}} kl. {{clock}}',
    upToDate: 'à jour',
    behind_one: 'én hendelse bak',
    behind_other: '{{count}} hendelser bak',
    forSeconds_one: 'ett sekund',
    forSeconds_other: '{{count}} sekunder',
    forMinutes_one: 'ett minutt',
    forMinutes_other: '{{count}} minutter',
    forHours_one: 'én time',
    forHours_other: '{{count}} timer',
    forDays_one: 'ett døgn',
    forDays_other: '{{count}} døgn',
    unknown: 'ukjent',
  },
  nn: {
    never: 'aldri',
    moment: '{{day}} kl. {{clock}}',
    upToDate: 'à jour',
    behind_one: 'éi hending bak',
    behind_other: '{{count}} hendingar bak',
    forSeconds_one: 'eitt sekund',
    forSeconds_other: '{{count}} sekund',
    forMinutes_one: 'eitt minutt',
    forMinutes_other: '{{count}} minutt',
    forHours_one: 'éin time',
    forHours_other: '{{count}} timar',
    forDays_one: 'eitt døgn',
    forDays_other: '{{count}} døgn',
    unknown: 'ukjent',
  },
});

interface Lag {
  readonly lagEvents: number | null;
  readonly lagSeconds: number | null;
}

const units = [
  ['forDays', 86_400],
  ['forHours', 3_600],
  ['forMinutes', 60],
] as const;

/** Moments and lags in words. */
export function useStanding() {
  const say = useStandingText();
  const lasting = (seconds: number) => {
    const [key, size] = units.find(([, length]) => seconds >= 2 * length) ?? (['forSeconds', 1] as const);
    return say(key, { count: Math.round(seconds / size) });
  };
  return {
    at: (moment: string | null) =>
      moment === null ? say('never') : say('moment', { day: fullDay(dayOf(moment)), clock: clockOf(moment) }),
    behind: ({ lagEvents, lagSeconds }: Lag) => {
      if (lagEvents === null) return say('unknown');
      if (lagEvents === 0) return say('upToDate');
      return `${say('behind', { count: lagEvents })}, ${lasting(lagSeconds ?? 0)}`;
    },
  };
}
