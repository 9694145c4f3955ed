import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asChanged, type CommandContext, CommandRunner, type Receipt, type Revision } from '#event-sourcing';
import { organisationDecider, organisationEvents, type Topic } from '../domain/organisation/decide.js';
import { organisationStream } from '../organisation-questions.js';
import { askNamed } from './circumstances.js';

/** Puts right what a municipality told of its unit, or says that it was recorded in error. */
export class ReviseOrganisationEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly topic: Topic,
    readonly revision: Revision,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseOrganisationEventCommand)
export class ReviseOrganisationEventHandler implements ICommandHandler<ReviseOrganisationEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ topic, revision, context }: ReviseOrganisationEventCommand) {
    const { municipality: tenant } = context;
    const stream = organisationStream(tenant, topic);
    const nothing = { restingElsewhere: [] };
    if ('reasonCode' in revision) {
      const intent = { type: 'AnnulStep', data: { ...revision, ...nothing } } as const;
      return { receipt: await this.runner.run(organisationDecider, stream, intent, context) };
    }
    const { history } = await this.runner.look(organisationDecider, stream);
    const { type } = asChanged(organisationEvents, history, revision);
    const naming = { events: organisationEvents, type, named: revision.changed };
    const { named, basis } = await askNamed(this.runner, tenant, naming);
    const data = { ...revision, ...named, ...nothing, asked: undefined };
    const intent = { type: 'CorrectStep', data } as const;
    return { receipt: await this.runner.run(organisationDecider, stream, intent, context, basis) };
  }
}
