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
    const delegationId = delegationChanged(history, revision);
    const acts = typeof delegationId === 'string' ? await this.acts.of(tenant, delegationId) : [];
    const resting = { answer: acts, basis: [] };
    const revising = { decider: organisationDecider, stream, revision, resting, ask };
    return { receipt: await reviseStepped(this.runner, revising, context) };
  }
}

/** What those who act on a delegation go by. */
const relied = ['scope', 'fromRole', 'toRole', 'validFrom', 'validUntil', 'revokedOn'];

/** The delegation of which a revision changes who may do what when; undefined where it changes none. */
function delegationChanged(history: readonly Recorded[], revision: Revision): unknown {
  // A correction or an annulment may be taken back too: what it names says which delegation that is of.
  const named = (eventId: unknown): Recorded['data'][] => {
    const event = history.find(({ id }) => id === eventId);
    return event === undefined ? [] : [event.data, ...named(event.data['corrects'])];
  };
  const entries = named(revision.eventId);
  const original = entries.at(-1);
  const [changed = original] = [revision, ...entries].flatMap((one) =>
    'changed' in one ? [one.changed] : [],
  );
  return relied.some((field) => Object.hasOwn(changed ?? {}, field)) ? original?.['delegationId'] : undefined;
}
