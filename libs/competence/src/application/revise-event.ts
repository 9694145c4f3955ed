import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { deciderOf, type RecordKind } from '../domain/records.js';
import { recordStream } from '../questions.js';
import { ask } from './ask.js';

/** Puts an event of one of the unit's own records right, or says that it was recorded in error. */
export class ReviseCompetenceEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly of: { readonly kind: RecordKind; readonly id: string },
    readonly revision: Revision,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseCompetenceEventCommand)
export class ReviseCompetenceEventHandler implements ICommandHandler<ReviseCompetenceEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ of: { kind, id }, revision, context }: ReviseCompetenceEventCommand) {
    const { municipality: tenant } = context;
    const asking = (type: string, named: Recorded['data']) =>
      ask(this.runner, tenant, { kind, type, named, id });
    const revising = {
      decider: deciderOf(kind),
      stream: recordStream(tenant, kind, id),
      revision,
      ask: asking,
    };
    return { receipt: await reviseStepped(this.runner, revising, context) };
  }
}
