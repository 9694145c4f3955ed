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
import { crisisPlanDecider } from '../domain/decide.js';
import { crisisPlanEvents } from '../domain/events.js';
import { crisisPlanStream } from '../questions.js';

/** Puts an event of the crisis plan under this registration right, or says that it was recorded in error. */
export class ReviseCrisisPlanEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: Revision & { readonly subjectId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseCrisisPlanEventCommand)
export class ReviseCrisisPlanEventHandler implements ICommandHandler<ReviseCrisisPlanEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReviseCrisisPlanEventCommand) {
    const { municipality: tenant, today: day } = context;
    const { subjectId, ...revision } = data;
    const { basis, deathToldOn } = await presentSubject(this.runner, tenant, subjectId);
    const ask = (type: string, named: Recorded['data']) =>
      aroundPerson(this.runner, tenant, {
        events: crisisPlanEvents,
        type,
        named,
        day,
        subjectId,
        deathToldOn,
      });
    const revising = {
      decider: crisisPlanDecider,
      stream: crisisPlanStream(tenant, subjectId),
      revision,
      resting: { answer: [], basis },
      ask,
    };
    return { receipt: await reviseStepped(this.runner, revising, context) };
  }
}
