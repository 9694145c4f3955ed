import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { LetterOutboxIsThere } from '../letters/letter-shelf.js';
import { Problem } from '../problems/problem.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { Id, ValidBody } from '../validation/pipes.js';
import { ReviseEventCommand } from './revise-event.js';

const description =
  'Say the right values in `changed`, or that the event should not have been recorded in `recordedInError`. Refused, naming what rests on the ' +
  'event, where later steps depend on it. A correction is an event too, and can itself be marked as recorded in error.';

/** Nothing recorded is ever changed: what was wrong is put right by a new event, with a reason. */
@ApiTags('corrections')
@Roles('CASEWORKER')
@Controller('v1')
export class CorrectionsController {
  constructor(
    private readonly commands: Commands,
    @Inject(LetterOutboxIsThere) private readonly hasOutbox: boolean,
  ) {}

  @Post('cases/:caseId/corrections')
  @CommandRoute({ summary: 'Puts an event of the case right', description })
  ofCase(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    if (body.changed?.['throughOutbox'] === true && !this.hasOutbox) throw new Problem('no-outbox');
    return this.revise(exchange, 'case', caseId, body);
  }

  @Post('meetings/:meetingId/corrections')
  @CommandRoute({ summary: 'Puts an event of the meeting right', description })
  ofMeeting(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.revise(exchange, 'meeting', meetingId, body);
  }

  @Post('subjects/:subjectId/corrections')
  @CommandRoute({
    summary: 'Puts an event of the person’s registration, consents, coordinators, plan or group right',
    description,
  })
  ofSubject(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.revise(exchange, 'subject', subjectId, body);
  }

  private revise(exchange: Exchange, of: 'case' | 'meeting' | 'subject', id: string, body: CorrectionBody) {
    const revision = revisionOf(body);
    return this.commands.run(exchange, (context) => new ReviseEventCommand(of, id, revision, context));
  }
}
