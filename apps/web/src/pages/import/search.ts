import { getRouteApi } from '@tanstack/react-router';

/** The import that is about to be taken back, as an id. */
export const importSearch = ({ tilbake }: Record<string, unknown>): { readonly tilbake?: string } =>
  typeof tilbake === 'string' ? { tilbake } : {};

export const importRoute = getRouteApi('/inside/import');
