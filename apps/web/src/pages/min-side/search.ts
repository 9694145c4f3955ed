import { type OwnPart, ownParts } from './own.js';

/** Which part of the page is looked at; the first unless told. */
export interface OwnPageSearch {
  readonly del?: OwnPart;
}

export const ownPageSearch = ({ del }: Record<string, unknown>): OwnPageSearch => {
  const found = ownParts.find((part) => part === del);
  return found === undefined || found === 'na' ? {} : { del: found };
};
