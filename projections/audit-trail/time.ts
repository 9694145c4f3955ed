import { type Pair, same } from '#event-sourcing/codes';

interface Timed {
  readonly startsAt?: unknown;
}
/** Minutes after midnight as a time: ` kl. 09.00`. */
export const time = {
  words: {
    at: ({ startsAt }: Timed): Pair =>
      typeof startsAt !== 'number'
        ? same('')
        : same(
            ` kl. ${[Math.floor(startsAt / 60), startsAt % 60].map((part) => String(part).padStart(2, '0')).join('.')}`,
          ),
  },
  tells: ['startsAt'],
} as const;
