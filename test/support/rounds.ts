/** Whether this is `npm run test:full`. */
export const isWhole = process.env['TEST_ROUNDS'] === 'full';

/** So many rounds in `npm run test:full`, a tenth of them in `npm test` unless told. */
export const rounds = (whole: number, sample = Math.ceil(whole / 10)): number => (isWhole ? whole : sample);

/** Chooses what a run of `npm test` takes; jest.config.mjs prints it, and TEST_SEED plays the run again. */
export const seed = Number(process.env['TEST_SEED']);

/** All of them in `npm run test:full`, so many that `seed` chooses in `npm test`, other ones for each `turn`. */
export const someOf = <T>(all: readonly T[], most: number, turn: number): readonly T[] =>
  isWhole
    ? all
    : Array.from(
        { length: Math.min(most, all.length) },
        (_, n) => all[(seed + turn * 5 + n) % all.length] as T,
      );
