import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { organisationDecider, organisationEvents, type Topic } from '../domain/organisation/decide.js';
import { organisationStream } from '../organisation-questions.js';
import { askNamed } from '../named.js';
import { ActsOnDelegations } from './acts-on-delegations.js';

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
  constructor(
    private readonly runner: CommandRunner,
    private readonly acts: ActsOnDelegations,
  ) {}

  async execute({ topic, revision, context }: ReviseOrganisationEventCommand) {
    const { municipality: tenant } = context;
    const ask = async (type: string, named: Recorded['data']) => ({
      ...(await askNamed(this.runner, tenant, { events: organisationEvents, type, named })),
      asked: undefined,
    });
    const stream = organisationStream(tenant, topic);
    const { history } = await this.runner.look(organisationDecider, stream);
    // A correction or an annulment may be taken back too: what it names says which delegation that is of.
    const named = (eventId: unknown): Recorded | undefined => {
      const event = history.find(({ id }) => id === eventId);
      return event?.data['corrects'] === undefined ? event : named(event.data['corrects']);
    };
    const delegationId = named(revision.eventId)?.data['delegationId'];
    const acts = typeof delegationId === 'string' ? await this.acts.of(tenant, delegationId) : [];
    const resting = { answer: acts, basis: [] };
    const revising = { decider: organisationDecider, stream, revision, resting, ask };
    return { receipt: await reviseStepped(this.runner, revising, context) };
  }
}
