import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  type Receipt,
  type Recorded,
  type Recording,
  type Usually,
} from '#event-sourcing';
import { type SaidOf, stepOf, type StepOf, type StepType, subscriptionDecider } from '../domain/decide.js';
import { subscriptionStream } from '../stream.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
export type ToldSubscriptionStep<Type extends StepType> = Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
export interface RecordedSubscriptionStep {
  readonly receipt: Receipt;
  /** Of what it was: a subscription, and a receiver or a stream of one. */
  readonly subscriptionId?: string;
  readonly endpointId?: string;
  readonly streamId?: string;
}

/** Records a step of a subscription. */
export class RecordSubscriptionStepCommand<
  Type extends StepType = StepType,
> extends Command<RecordedSubscriptionStep> {
  constructor(
    readonly step: Type,
    readonly told: ToldSubscriptionStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordSubscriptionStepCommand)
export class RecordSubscriptionStepHandler implements ICommandHandler<RecordSubscriptionStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ step, told, context }: RecordSubscriptionStepCommand): Promise<RecordedSubscriptionStep> {
    const { said } = completed(stepOf(step).event, told as Recorded['data'], context);
    const { subscriptionId, endpointId, streamId } = said as Omit<RecordedSubscriptionStep, 'receipt'>;
    return {
      ...(subscriptionId !== undefined && { subscriptionId }),
      ...(endpointId !== undefined && { endpointId }),
      ...(streamId !== undefined && { streamId }),
      receipt: await recordStep(this.runner, step, told, context),
    };
  }
}

/** Records it in the one stream of the municipality's subscriptions. */
export function recordStep<Type extends StepType>(
  runner: Recording,
  step: Type,
  told: ToldSubscriptionStep<Type>,
  context: CommandContext,
): Promise<Receipt> {
  const { municipality } = context;
  const { said } = completed(stepOf(step).event, told as Recorded['data'], context);
  // It names nobody and nothing that is recorded elsewhere.
  const data = { step, about: { municipality }, said, asked: undefined, partyIsKnown: true };
  return runner.run(
    subscriptionDecider,
    subscriptionStream(municipality),
    { type: 'RecordStep', data },
    context,
  );
}
