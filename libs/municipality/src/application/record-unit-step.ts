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
import { Parties } from '#personal-data';
import {
  unitDecider,
  unitEvents,
  type UnitSaidOf,
  type UnitStep,
  unitStepOf,
  type UnitStepOf,
} from '../domain/unit/decide.js';
import { askNamed } from '../named.js';
import { unitStream, wouldBeInItself } from '../units.js';

type EventIn<Type extends UnitStep> = UnitStepOf<Type>['event'];
export type ToldUnitStep<Type extends UnitStep> = Usually<
  UnitSaidOf<Type>,
  MadeIn<EventIn<Type>['fields']> | EventIn<Type>['occurs']
>;
export interface UnitRecorded {
  readonly receipt: Receipt;
  readonly unit: string;
}

/** Records what happens to a unit of the register. */
export class RecordUnitStepCommand<Type extends UnitStep = UnitStep> extends Command<UnitRecorded> {
  constructor(
    readonly step: Type,
    readonly data: ToldUnitStep<Type> & { readonly unit: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordUnitStepCommand)
export class RecordUnitStepHandler implements ICommandHandler<RecordUnitStepCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly parties: Parties,
  ) {}

  /** One merger at a time, each deciding on what the others have recorded: so none end up in a circle. */
  execute(command: RecordUnitStepCommand): Promise<UnitRecorded> {
    const record = () => recordUnitStep(this.runner, command);
    if (command.step !== 'UnitMergedInto') return record();
    return this.parties.whileNoneMerge(command.context.municipality, record);
  }
}

export async function recordUnitStep<Type extends UnitStep>(
  runner: Recording,
  { step, data, context }: Pick<RecordUnitStepCommand<Type>, 'step' | 'data' | 'context'>,
): Promise<UnitRecorded> {
  const { municipality } = context;
  const { unit, ...told } = data as Recorded['data'] & { readonly unit: string };
  const { said, day } = completed(unitStepOf(step).event, told, context);
  const [{ named, basis }, inItself] = await Promise.all([
    askNamed(runner, municipality, { events: unitEvents, type: step, named: said, day }),
    wouldBeInItself(runner, municipality, unit, said, day),
  ]);
  const asked = { isInItself: inItself.answer };
  const about = { municipality, unit };
  const intent = { type: 'RecordStep', data: { ...named, step, about, said, asked } } as const;
  const receipt = await runner.run(unitDecider, unitStream(municipality, unit), intent, context, [
    ...basis,
    ...inItself.basis,
  ]);
  return { receipt, unit };
}
