import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { OptionalField } from '../validation/decorators.js';

const opaque = (name: string, description: string) =>
  applyDecorators(
    ValidateBy({
      name,
      validator: {
        validate: (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,1000}$/.test(value),
        defaultMessage: () => 'must be given back as this service gave it',
      },
    }),
    ApiProperty({ type: 'string', maxLength: 1000, description }),
  );

const mostRows = 200;
const usualRows = 50;

/** A parameter of an address is a text: numbers are read from it here, and nowhere by conversion. */
const Limit = () =>
  applyDecorators(
    ValidateBy({
      name: 'limit',
      validator: {
        validate: (value) =>
          typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value) && Number(value) <= mostRows,
        defaultMessage: () => `must be a whole number from 1 to ${mostRows}`,
      },
    }),
    ApiProperty({ type: 'integer', minimum: 1, maximum: mostRows, default: usualRows }),
  );

/** What every query takes. */
export class ReadQuery {
  @OptionalField()
  @opaque('readAfter', 'What a command answered with: the answer will show at least that')
  readAfter?: string;
}

/** What every list takes. */
export class PageQuery extends ReadQuery {
  @OptionalField()
  @opaque('cursor', 'The cursor `next` of the page before')
  after?: string;

  @OptionalField()
  @Limit()
  limit?: string;
}

export const limitOf = ({ limit }: PageQuery) => (limit === undefined ? usualRows : Number(limit));
