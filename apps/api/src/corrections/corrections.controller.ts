import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnnulCaseEventCommand, CorrectCaseEventCommand } from '#casework/application/index';
import {
  AnnulCoordinationEventCommand,
  CorrectCoordinationEventCommand,
} from '#coordination/application/index';
import { AnnulSubjectEventCommand, CorrectSubjectEventCommand } from '#subject/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands, type Done } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { CorrectionBody, correctionOf } from '../validation/correction.body.js';
import { Id, ValidBody } from '../validation/pipes.js';
import { EventPlaces } from './event-places.js';

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
    private readonly places: EventPlaces,
  ) {}

  @Post('cases/:caseId/corrections')
  @CommandRoute({ summary: 'Puts an event of the case right', description })
  ofCase(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const correction = correctionOf(body);
    const about = { caseId, eventId: body.eventId, reason: body.reason };
    return this.commands.run<Done & { readonly caseId: string }>(exchange, (context) =>
      correction.kind === 'changed'
        ? new CorrectCaseEventCommand({ ...about, changed: correction.changed }, context)
        : new AnnulCaseEventCommand({ ...about, reasonCode: correction.reasonCode }, context),
    );
  }

  @Post('subjects/:subjectId/corrections')
  @CommandRoute({
    summary: 'Puts an event of the person’s registration, consents, coordinators, plan or group right',
    description,
  })
  async ofSubject(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const correction = correctionOf(body);
    const about = { subjectId, eventId: body.eventId, reason: body.reason };
    const context = await this.commands.contextOf(exchange.request);
    const isOfRegistration = await this.places.isOfRegistration(context.municipality, about);
    if (correction.kind === 'changed') {
      const data = { ...about, changed: correction.changed };
      return this.commands.answer(
        exchange,
        await this.commands.send<Done>(
          isOfRegistration
            ? new CorrectSubjectEventCommand(data, context)
            : new CorrectCoordinationEventCommand(data, context),
        ),
      );
    }
    const data = { ...about, reasonCode: correction.reasonCode };
    return this.commands.answer(
      exchange,
      await this.commands.send<Done>(
        isOfRegistration
          ? new AnnulSubjectEventCommand(data, context)
          : new AnnulCoordinationEventCommand(data, context),
      ),
    );
  }
}
