import type { CodeList } from '#event-sourcing';
import { ofList } from '../validation/codes.js';
import { rule } from '../validation/decorators.js';
import { sayFault } from '../problems/fault-sentences.js';

/** Parameters of an address are texts: `true` or `false`. */
export const QueryFlag = (description: string) =>
  rule(
    'queryFlag',
    sayFault('flag'),
    (value) => value === 'true' || value === 'false',
    { type: 'boolean' },
    description,
  );

export const flagOf = (text: string | undefined) => (text === undefined ? undefined : text === 'true');

/** A code, or the same parameter several times. */
export const QueryCodes = (list: CodeList, description: string) => {
  const { codes } = list;
  return rule(
    'queryCodes',
    sayFault('some-of', { codes: codes.join(', ') }),
    (value) => codesIn(value).every((code) => codes.includes(code)) && codesIn(value).length > 0,
    { type: 'array', items: { type: 'string', enum: [...codes], ...ofList(list) } },
    description,
  );
};

export const codesIn = (value: unknown): string[] => [value].flat().map(String);
