import type { Letter, Present } from './case.js';

/** The case, with a letter that went out. */
export const sent = <S extends Pick<Present, 'letters'>>(
  state: S,
  letterId: string | undefined,
  dispatch: Letter['dispatches'][number],
): S => ({
  ...state,
  letters: state.letters.map((one) =>
    one.letterId === letterId ? { ...one, dispatches: [...one.dispatches, dispatch] } : one,
  ),
});

/** The case, with a letter that came back. */
export const cameBack = <S extends Pick<Present, 'letters'>>(state: S, dispatchId: string): S => ({
  ...state,
  letters: state.letters.map((one) => ({
    ...one,
    dispatches: one.dispatches.map((sentOnce) =>
      sentOnce.dispatchId === dispatchId ? { ...sentOnce, isReturned: true } : sentOnce,
    ),
  })),
});
