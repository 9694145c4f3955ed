import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Basis,
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  namedIds,
  type NamedIn,
  type Receipt,
  type Recorded,
  type Recording,
  type Usually,
} from '#event-sourcing';
import {
  partyDecider,
  partyEvents,
  type PartySaidOf,
  partyStepOf,
  type PartyStepOf,
  type PartyStepType,
} from '../domain/party/decide.js';
import type { PartyAsked } from '../domain/party/step.js';
import { askNamed } from '../named.js';
import { partyOf, partyStream } from '../questions.js';

type FieldsOf<Type extends PartyStepType> = PartyStepOf<Type>['event']['fields'];
export type ToldPartyStep<Type extends PartyStepType> = Usually<
  PartySaidOf<Type>,
  MadeIn<FieldsOf<Type>> | PartyStepOf<Type>['event']['occurs']
>;
/** With the ids of what the step began or is about. */
export type RecordedPartyStep<Type extends PartyStepType> = {
  readonly receipt: Receipt;
  readonly partyId: string;
} & { readonly [K in NamedIn<FieldsOf<Type>>]: string };

/** Records what happens to a party: a name, a unit, an end. */
export class RecordPartyStepCommand<Type extends PartyStepType = PartyStepType> extends Command<
  RecordedPartyStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly data: ToldPartyStep<Type> & { readonly partyId: string },
    readonly context: CommandContext,
    readonly asked: PartyAsked = {},
  ) {
    super();
  }
}

@CommandHandler(RecordPartyStepCommand)
export class RecordPartyStepHandler implements ICommandHandler<RecordPartyStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute<Type extends PartyStepType>(
    command: RecordPartyStepCommand<Type>,
  ): Promise<RecordedPartyStep<Type>> {
    return recordPartyStep(this.runner, command);
  }
}

export async function recordPartyStep<Type extends PartyStepType>(
  runner: Recording,
  { step, data, context, asked }: Pick<RecordPartyStepCommand<Type>, 'step' | 'data' | 'context' | 'asked'>,
): Promise<RecordedPartyStep<Type>> {
  const { municipality } = context;
  const { partyId, ...told } = data as Recorded['data'] & { readonly partyId: string };
  const { event } = partyStepOf(step);
  const { said, day } = completed(event, told, context);
  const [{ named, basis }, survivor] = await Promise.all([
    askNamed(runner, municipality, { events: partyEvents, type: step, named: said, day }),
    survivorAsked(runner, municipality, said['survivorId']),
  ]);
  const intent = {
    type: 'RecordStep',
    data: { ...named, step, about: { partyId }, said, asked: { ...asked, ...survivor.asked } },
  } as const;
  const receipt = await runner.run(partyDecider, partyStream(municipality, partyId), intent, context, [
    ...basis,
    ...survivor.basis,
  ]);
  return { ...namedIds(event.fields, said), partyId, receipt } as unknown as RecordedPartyStep<Type>;
}

/** Whether whoever a party is to go on as goes on itself. */
async function survivorAsked(
  runner: Pick<Recording, 'look'>,
  tenant: string,
  survivorId: unknown,
): Promise<{ readonly asked: PartyAsked; readonly basis: readonly Basis[] }> {
  if (typeof survivorId !== 'string') return { asked: {}, basis: [] };
  const { party, basis } = await partyOf(runner, tenant, survivorId);
  const isSurvivorMerged = party.status === 'registered' && party.mergedInto !== undefined;
  return { asked: { isSurvivorMerged }, basis };
}
