import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import type { CodeList } from '#event-sourcing';
import { ofList } from '../validation/codes.js';

/** Parameters of an address are texts: `true` or `false`. */
export const QueryFlag = (description: string) =>
  applyDecorators(
    ValidateBy({
      name: 'queryFlag',
      validator: {
        validate: (value) => value === 'true' || value === 'false',
        defaultMessage: () => 'must be true or false',
      },
    }),
    ApiProperty({ type: 'boolean', description }),
  );

export const flagOf = (text: string | undefined) => (text === undefined ? undefined : text === 'true');

/** A code, or the same parameter several times. */
export const QueryCodes = (list: CodeList, description: string) => {
  const { codes } = list;
  return applyDecorators(
    ValidateBy({
      name: 'queryCodes',
      validator: {
        validate: (value) =>
          codesIn(value).every((code) => codes.includes(code)) && codesIn(value).length > 0,
        defaultMessage: () => `must be one or more of ${codes.join(', ')}`,
      },
    }),
    ApiProperty({ type: 'array', items: { type: 'string', enum: [...codes], ...ofList(list) }, description }),
  );
};

export const codesIn = (value: unknown): string[] => [value].flat().map(String);
