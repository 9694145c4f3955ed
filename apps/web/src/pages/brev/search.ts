import { getRouteApi } from '@tanstack/react-router';

export interface LettersSearch {
  /** Which form is looked at. */
  readonly skjema?: string;
  readonly maalform?: 'nb' | 'nn';
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export function lettersSearch(search: Record<string, unknown>): LettersSearch {
  const { maalform } = search;
  const skjema = textIn(search['skjema']);
  return {
    ...(skjema !== undefined && { skjema }),
    ...((maalform === 'nb' || maalform === 'nn') && { maalform }),
  };
}

export const lettersRoute = getRouteApi('/inside/brev');
