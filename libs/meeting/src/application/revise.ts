import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { restingOnMeeting } from '#casework';
import { asChanged, type CommandContext, CommandRunner, type Receipt, type Revision } from '#event-sourcing';
import { boardDecider, boardEvents } from '../domain/board/decide.js';
import { meetingDecider } from '../domain/decide.js';
import { meetingEvents } from '../domain/events.js';
import { boardStream, meetingStream } from '../questions.js';
import { askNamed } from './circumstances.js';

/** Puts an event of a meeting right, or says that it was recorded in error; refused where a case rests on what the meeting came to. */
export class ReviseMeetingEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: Revision & { readonly meetingId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseMeetingEventCommand)
export class ReviseMeetingEventHandler implements ICommandHandler<ReviseMeetingEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReviseMeetingEventCommand) {
    const { municipality: tenant } = context;
    const { meetingId } = data;
    const stream = meetingStream(tenant, meetingId);
    const { history } = await this.runner.look(meetingDecider, stream);
    const caseIds = [
      ...new Set(history.flatMap(({ data: { caseId } }) => (typeof caseId === 'string' ? [caseId] : []))),
    ];
    const resting = await restingOnMeeting(this.runner, tenant, meetingId, caseIds);
    const restingElsewhere = resting.answer;
    if ('reasonCode' in data) {
      const intent = { type: 'AnnulStep', data: { ...data, restingElsewhere } } as const;
      return { receipt: await this.runner.run(meetingDecider, stream, intent, context, resting.basis) };
    }
    const { type } = asChanged(meetingEvents, history, data);
    const naming = { events: meetingEvents, type, named: data.changed };
    const { named, basis } = await askNamed(this.runner, tenant, naming);
    const intent = { type: 'CorrectStep', data: { ...data, ...named, restingElsewhere, asked: {} } } as const;
    const bases = [...resting.basis, ...basis];
    return { receipt: await this.runner.run(meetingDecider, stream, intent, context, bases) };
  }
}

/** The same for who sits on the board. Meetings that were held stand: what held then was asked then. */
export class ReviseBoardEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: Revision,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseBoardEventCommand)
export class ReviseBoardEventHandler implements ICommandHandler<ReviseBoardEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReviseBoardEventCommand) {
    const { municipality: tenant } = context;
    const stream = boardStream(tenant);
    const nothing = { restingElsewhere: [] };
    if ('reasonCode' in data) {
      const intent = { type: 'AnnulStep', data: { ...data, ...nothing } } as const;
      return { receipt: await this.runner.run(boardDecider, stream, intent, context) };
    }
    const { history } = await this.runner.look(boardDecider, stream);
    const { type } = asChanged(boardEvents, history, data);
    const { named, basis } = await askNamed(this.runner, tenant, {
      events: boardEvents,
      type,
      named: data.changed,
    });
    const intent = { type: 'CorrectStep', data: { ...data, ...named, ...nothing, asked: {} } } as const;
    return { receipt: await this.runner.run(boardDecider, stream, intent, context, basis) };
  }
}
