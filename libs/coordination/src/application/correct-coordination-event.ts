import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asChanged, type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { coordinationDecider } from '../domain/decide.js';
import { coordinationEvents } from '../domain/events.js';
import { caseIdsIn, coordinationStream } from '../questions.js';
import { askAround } from './circumstances.js';
import { decideFor } from './deciding.js';

export interface CorrectCoordinationEventData {
  readonly subjectId: string;
  readonly eventId: string;
  readonly changed: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

export class CorrectCoordinationEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: CorrectCoordinationEventData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Puts right values beside wrong ones; refused where later entries would not have been possible. */
@CommandHandler(CorrectCoordinationEventCommand)
export class CorrectCoordinationEventHandler implements ICommandHandler<CorrectCoordinationEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: CorrectCoordinationEventCommand) {
    const receipt = await decideFor(this.runner, data.subjectId, context, async (birthYear) => {
      const { municipality: tenant, today } = context;
      const stream = coordinationStream(tenant, data.subjectId);
      const { history } = await this.runner.look(coordinationDecider, stream);
      const { type, day = today } = asChanged(coordinationEvents, history, data);
      const naming = { type, day, named: data.changed, cases: caseIdsIn(history) };
      const { asked, basis } = await askAround(this.runner, tenant, naming);
      return { intent: { type: 'CorrectCoordinationEvent', data: { ...data, birthYear, ...asked } }, basis };
    });
    return { receipt };
  }
}
