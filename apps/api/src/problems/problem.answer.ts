import { ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { codeOfRule, refusedAlike } from '#event-sourcing';
import { everyRefusal } from '#apps/refusals';
import { problemTypes } from './problem-types.js';

/** What the contexts refuse with, each code once; what they all have alike stands once for all. */
const domainCodes = [
  ...Object.keys(refusedAlike).map((rule) => `<context>/${rule}`),
  ...everyRefusal.flatMap(({ context, own }) =>
    Object.keys(own).map((rule) => `${context}/${codeOfRule(rule)}`),
  ),
];
const listed = (codes: readonly string[]) => [...new Set(codes)].join(', ');

export class FaultAnswer {
  @ApiProperty({ example: 'items[0].outcome' })
  path!: string;

  @ApiProperty({ description: 'What is wrong, in the language of the answer' })
  message!: string;
}

export class RestsOnAnswer {
  @ApiProperty()
  eventId!: string;

  @ApiProperty({ example: 'CoordinatorAppointed' })
  type!: string;

  @ApiProperty()
  stream!: string;
}

/** RFC 9457. */
export class ProblemAnswer {
  @ApiProperty({
    description:
      'Stable, kebab-case. The domain’s own read `<context>/<rule>`, such as `coordination/plan-already-active`; those of the edge: ' +
      `${listed(Object.keys(problemTypes))}. Those of the domain: ${listed(domainCodes)}`,
  })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  status!: number;

  @ApiProperty({
    description:
      'A sentence for people, as the title in the language of Accept-Language: nb, nn, else en. Never repeats what was sent',
  })
  detail!: string;

  @ApiPropertyOptional({
    description: 'Where a client tells cases of a type apart: `session-ended` of `unauthenticated`',
  })
  reason?: string;

  @ApiPropertyOptional({ type: [FaultAnswer] })
  errors?: FaultAnswer[];

  @ApiPropertyOptional({ type: [RestsOnAnswer], description: 'The recorded events that stand in the way' })
  restsOn?: RestsOnAnswer[];
}

const meanings: Readonly<Record<number, string>> = {
  202: 'Not yet visible: what `readAfter` names is recorded, but the read models are not there yet; ask again',
  400: 'The request has faults',
  401: 'No token, or none that holds; with the reason `session-ended` a browser’s session that is over',
  403: 'The role or municipality does not allow it, or another site asks by a browser’s session',
  404: 'It does not exist, or is not among what the viewer may see',
  406: 'No such representation',
  409: 'It cannot be done as things stand: a refusal by the domain',
  410: 'The position or cursor belongs to another log',
  412: 'It has changed since `If-Match`',
  413: 'The body is larger than 100 KB',
  414: 'An id in the address is longer than any id',
  415: 'The body is not JSON in UTF-8',
  422: 'The Idempotency-Key came before with another body, or a list is too long to go out at once',
  429: 'Too many requests or searches at once; see Retry-After',
  503: 'Log, database, read models or provider cannot be reached, or too many wrote at once; see Retry-After',
};

/** Documents the answers that are problems. */
export const problemResponses = (...statuses: readonly number[]) =>
  statuses.map((status) =>
    ApiResponse({
      status,
      description: meanings[status] ?? '',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } },
    }),
  );
