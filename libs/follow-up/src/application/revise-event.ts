import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { aroundPerson } from '#coordination';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { presentSubject } from '#subject';
import { followUpDecider } from '../domain/decide.js';
import { followUpEvents } from '../domain/events.js';
import { followUpStream } from '../questions.js';

/** Puts an event of the follow-up under this registration right, or says that it was recorded in error. */
export class ReviseFollowUpEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: Revision & { readonly subjectId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseFollowUpEventCommand)
export class ReviseFollowUpEventHandler implements ICommandHandler<ReviseFollowUpEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReviseFollowUpEventCommand) {
    const { municipality: tenant, today: day } = context;
    const { subjectId, ...revision } = data;
    const { basis, deathToldOn, birthYear } = await presentSubject(this.runner, tenant, subjectId);
    const ask = async (type: string, named: Recorded['data']) => {
      const naming = { events: followUpEvents, type, named, day, subjectId, deathToldOn };
      const around = await aroundPerson(this.runner, tenant, naming);
      return { ...around, asked: { ...around.asked, birthYear } };
    };
    const revising = {
      decider: followUpDecider,
      stream: followUpStream(tenant, subjectId),
      revision,
      resting: { answer: [], basis },
      ask,
    };
    return { receipt: await reviseStepped(this.runner, revising, context) };
  }
}
