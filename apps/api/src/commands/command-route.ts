import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiProperty, ApiResponse } from '@nestjs/swagger';
import { ProblemAnswer, problemResponses } from '../problems/problem.answer.js';

export class RecordedEvent {
  @ApiProperty({ description: 'What a correction names' })
  eventId!: string;

  @ApiProperty({ example: 'ApplicationReceived' })
  type!: string;
}

/** What every command answers with. */
export class CommandAnswer {
  @ApiProperty({ description: 'Give it to a query as `readAfter`: its answer then shows at least this' })
  readAfter!: string;

  @ApiProperty({
    type: [RecordedEvent],
    description: 'What was recorded; nothing where nothing had to change',
  })
  events!: RecordedEvent[];
}

interface CommandRouteOptions {
  readonly summary: string;
  readonly description?: string;
  readonly answer?: new () => CommandAnswer;
  /** What generated clients call it, where it once stood in another controller. */
  readonly operationId?: string;
}

/** A POST that appends: its headers, answers and problems, said once. Answers 201 when something new was recorded, else 200. */
export const CommandRoute = ({ answer = CommandAnswer, ...operation }: CommandRouteOptions) =>
  applyDecorators(
    HttpCode(201),
    ApiOperation(operation),
    ApiExtraModels(ProblemAnswer),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      schema: { type: 'string', format: 'uuid' },
      description: 'Makes the command safe to repeat: same key, same answer, recorded once',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      schema: { type: 'string', pattern: '^"(0|[1-9][0-9]{0,17})"$' },
      description: 'The ETag that was read last; 412 when it has changed since',
    }),
    ApiHeader({
      name: 'Samspor-Municipality',
      required: false,
      schema: { type: 'string' },
      description: 'Which municipality, where the token is for several',
    }),
    ApiResponse({ status: 201, type: answer, description: 'Recorded', headers: etag }),
    ApiResponse({ status: 200, type: answer, description: 'Nothing had to change', headers: etag }),
    ...problemResponses(400, 401, 403, 404, 409, 412, 413, 414, 415, 422, 503),
  );

const etag = {
  ETag: { schema: { type: 'string' }, description: 'The revision of the record that was written' },
};
