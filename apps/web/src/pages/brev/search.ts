import { getRouteApi } from '@tanstack/react-router';

export interface LettersSearch {
  /** Which form is looked at. */
  readonly skjema?: string;
  readonly maalform?: 'nb' | 'nn';
}

export function lettersSearch(search: Record<string, unknown>): LettersSearch {
  const { skjema, maalform } = search;
  return {
    ...(typeof skjema === 'string' && { skjema }),
    ...((maalform === 'nb' || maalform === 'nn') && { maalform }),
  };
}

export const lettersRoute = getRouteApi('/inside/brev');
