import { getRouteApi } from '@tanstack/react-router';
import type { Language } from '../../i18n/language.js';

/** In which written language the page is read, where that is not the municipality's own. */
export interface OpenPageSearch {
  readonly maalform?: Language;
}

export const openPageSearch = ({ maalform }: Record<string, unknown>): OpenPageSearch =>
  maalform === 'nb' || maalform === 'nn' ? { maalform } : {};

export const openPageRoute = getRouteApi('/apen/$municipality');
