import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  namedIds,
  type NamedIn,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import {
  organisationDecider,
  organisationEvents,
  type SaidOf,
  stepOf,
  type StepOf,
  type StepType,
  topicOf,
} from '../domain/organisation/decide.js';
import { holdsOn } from '../domain/organisation/organisation.js';
import { organisationStream } from '../organisation-questions.js';
import { askNamed } from '../named.js';
import { ActsOnDelegations } from './acts-on-delegations.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
export type ToldOrganisationStep<Type extends StepType> = Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
/** With the ids of what the step began or is about. */
export type RecordedOrganisationStep<Type extends StepType> = { readonly receipt: Receipt } & {
  readonly [K in NamedIn<FieldsOf<Type>>]: string;
};

/** Records what a municipality tells of its unit. */
export class RecordOrganisationStepCommand<Type extends StepType = StepType> extends Command<
  RecordedOrganisationStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldOrganisationStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordOrganisationStepCommand)
export class RecordOrganisationStepHandler implements ICommandHandler<RecordOrganisationStepCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly acts: ActsOnDelegations,
  ) {}

  execute<Type extends StepType>(
    command: RecordOrganisationStepCommand<Type>,
  ): Promise<RecordedOrganisationStep<Type>> {
    return recordOrganisationStep(this.runner, command, this.acts);
  }
}

/** The same without a command bus, for a municipality that is set up when the program starts. */
export async function recordOrganisationStep<Type extends StepType>(
  runner: CommandRunner,
  { step, told, context }: Pick<RecordOrganisationStepCommand<Type>, 'step' | 'told' | 'context'>,
  acts?: ActsOnDelegations,
): Promise<RecordedOrganisationStep<Type>> {
  const { municipality } = context;
  const { event } = stepOf(step);
  const { said } = completed(event, told as Recorded['data'], context);
  const naming = { events: organisationEvents, type: step, named: said };
  const { named, basis } = await askNamed(runner, municipality, naming);
  const asked =
    step === 'DelegationRevoked' && acts !== undefined
      ? { acts: await actsOnRevoked({ runner, acts }, municipality, said) }
      : undefined;
  const intent = {
    type: 'RecordStep',
    data: { ...named, step, about: { municipality }, said, asked },
  } as const;
  const stream = organisationStream(municipality, topicOf(step));
  const receipt = await runner.run(organisationDecider, stream, intent, context, basis);
  return { ...namedIds(event.fields, said), receipt } as unknown as RecordedOrganisationStep<Type>;
}

/** What was done on a delegation that a revocation takes days from; not looked for where it does not hold on the first of them. */
async function actsOnRevoked(
  { runner, acts }: { readonly runner: CommandRunner; readonly acts: ActsOnDelegations },
  tenant: string,
  said: Recorded['data'],
) {
  const { state } = await runner.look(organisationDecider, organisationStream(tenant, 'delegations'));
  const [delegationId, revokedOn] = [String(said['delegationId']), String(said['revokedOn'])];
  const isCut = state.delegations.some((one) => one.delegationId === delegationId && holdsOn(one, revokedOn));
  return isCut ? acts.of(tenant, delegationId) : [];
}
