import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import {
  ContactNoteAnswer,
  EndPromiseBody,
  KeepPromiseBody,
  MovePromiseBody,
  NoteContactBody,
  PromiseAnswer,
  PromiseBody,
} from './follow-up.bodies.js';
import { FollowUpSteps } from './follow-up-steps.js';

/** Who promised what (A2, F13), and who was in touch (F15). */
@ApiTags('follow-up')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR')
@Controller('v1/subjects/:subjectId/follow-up')
export class PromisesController {
  constructor(private readonly steps: FollowUpSteps) {}

  @Post('promises')
  @CommandRoute({ summary: 'Somebody promises to do something by a day', answer: PromiseAnswer })
  promise(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(PromiseBody) body: PromiseBody,
  ) {
    return this.steps.record(exchange, 'PromiseMade', { subjectId, ...fieldsOf(body) });
  }

  @Post('promises/:promiseId/moves')
  @CommandRoute({ summary: 'It is to be kept by another day', answer: PromiseAnswer })
  move(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('promiseId') promiseId: string,
    @ValidBody(MovePromiseBody) body: MovePromiseBody,
  ) {
    return this.steps.record(exchange, 'PromiseMoved', { subjectId, promiseId, ...fieldsOf(body) });
  }

  @Post('promises/:promiseId/fulfilment')
  @CommandRoute({ summary: 'It is kept', answer: PromiseAnswer })
  keep(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('promiseId') promiseId: string,
    @ValidBody(KeepPromiseBody) body: KeepPromiseBody,
  ) {
    return this.steps.record(exchange, 'PromiseKept', { subjectId, promiseId, ...fieldsOf(body) });
  }

  @Post('promises/:promiseId/end')
  @CommandRoute({ summary: 'It is not kept, or no longer needed', answer: PromiseAnswer })
  end(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('promiseId') promiseId: string,
    @ValidBody(EndPromiseBody) body: EndPromiseBody,
  ) {
    return this.steps.record(exchange, 'PromiseEnded', { subjectId, promiseId, ...fieldsOf(body) });
  }

  @Post('contact-notes')
  @RolesHere('COORDINATOR')
  @CommandRoute({
    summary: 'Somebody was in touch',
    description: 'Read by whoever coordinates the person today, and by nobody else.',
    answer: ContactNoteAnswer,
  })
  note(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(NoteContactBody) body: NoteContactBody,
  ) {
    return this.steps.recordAsCoordinator(exchange, 'ContactNoted', { subjectId, ...fieldsOf(body) });
  }

  @Post('corrections')
  @RolesHere('COORDINATOR')
  @CommandRoute({
    summary: 'Puts an event of the follow-up right',
    description: 'By whoever coordinates the person today, who alone reads what was said.',
  })
  revise(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.steps.revise(exchange, subjectId, revisionOf(body));
  }
}
