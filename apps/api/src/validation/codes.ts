import type { CodeList, Field } from '#event-sourcing';

/** The list whose codes alone a field takes; undefined where it takes others too, as the municipality keeps the list. */
export const fixedListOf = ({ codes, schema }: Field): CodeList | undefined =>
  'enum' in schema ? codes : undefined;

/** In the OpenAPI document: the list in `/v1/labels` that a code is of. */
export const ofList = (list: CodeList | undefined) => (list ? { 'x-code-list': list.name } : {});
