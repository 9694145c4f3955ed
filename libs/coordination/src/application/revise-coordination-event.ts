import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asChanged, type CommandContext, CommandRunner, type Receipt, type Revision } from '#event-sourcing';
import { Keys } from '#personal-data';
import { birthDateOf } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationEvents } from '../domain/events.js';
import { caseIdsIn, coordinationStream } from '../questions.js';
import { askAround, askCases } from './circumstances.js';
import { decideFor } from './deciding.js';

/** Puts an event in the stream of this registration right, or says that it was recorded in error; refused where later entries would not have been possible. */
export class ReviseCoordinationEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: Revision & { readonly subjectId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseCoordinationEventCommand)
export class ReviseCoordinationEventHandler implements ICommandHandler<ReviseCoordinationEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(Keys) private readonly keys: Pick<Keys, 'open'>,
  ) {}

  async execute({ data, context }: ReviseCoordinationEventCommand) {
    const { municipality: tenant, today } = context;
    const where = { subjectId: data.subjectId, standsWith: data.subjectId };
    const receipt = await decideFor(this.runner, where, context, async (person) => {
      const { birthYear, deathToldOn } = person;
      const stream = coordinationStream(tenant, data.subjectId);
      const { history } = await this.runner.look(coordinationDecider, stream);
      const cases = caseIdsIn(history);
      if ('reasonCode' in data) {
        const { answer: grants, basis } = await askCases(this.runner, tenant, person, cases);
        return {
          intent: { type: 'AnnulCoordinationEvent', data: { ...data, birthYear, deathToldOn, grants } },
          basis,
        };
      }
      const { type, day = today } = asChanged(coordinationEvents, history, data);
      const naming = { type, day, named: data.changed, cases };
      const { asked, basis } = await askAround(this.runner, tenant, person, naming);
      const { runner, keys } = this;
      const { registrations } = person;
      const birthDate = await birthDateOf({ runner, keys }, { tenant, registrations, today });
      const correcting = { ...data, birthYear, birthDate, deathToldOn, ...asked };
      return { intent: { type: 'CorrectCoordinationEvent', data: correcting }, basis };
    });
    return { receipt };
  }
}
