import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseForMeeting, restingOnMeeting } from '#casework';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { askNamed } from '#municipality';
import { boardDecider, boardEvents } from '../domain/board/decide.js';
import { meetingDecider } from '../domain/decide.js';
import { meetingEvents } from '../domain/events.js';
import { boardStream, meetingStream } from '../questions.js';

type Changed = Recorded['data'];

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
    const { meetingId, ...revision } = data;
    const stream = meetingStream(tenant, meetingId);
    const { history } = await this.runner.look(meetingDecider, stream);
    const caseIds = [
      ...new Set(history.flatMap(({ data: { caseId } }) => (typeof caseId === 'string' ? [caseId] : []))),
    ];
    const resting = await restingOnMeeting(this.runner, tenant, meetingId, caseIds);
    const ask = async (type: string, changed: Changed) => {
      const { named, basis } = await askNamed(this.runner, tenant, {
        events: meetingEvents,
        type,
        named: changed,
      });
      const caseId = history.find(({ id }) => id === revision.eventId)?.data['caseId'];
      if (type !== 'CaseTreated' || typeof caseId !== 'string') return { named, asked: {}, basis };
      const of = await caseForMeeting(this.runner, tenant, caseId);
      return { named, asked: { case: of.answer }, basis: [...basis, ...of.basis] };
    };
    const revising = { decider: meetingDecider, stream, revision, resting, ask };
    return { receipt: await reviseStepped(this.runner, revising, context) };
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
    const ask = async (type: string, named: Changed) => ({
      ...(await askNamed(this.runner, tenant, { events: boardEvents, type, named })),
      asked: {},
    });
    const revising = { decider: boardDecider, stream: boardStream(tenant), revision: data, ask };
    return { receipt: await reviseStepped(this.runner, revising, context) };
  }
}
