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
import {
  unitDecider,
  unitEvents,
  type UnitSaidOf,
  type UnitStep,
  unitStepOf,
  type UnitStepOf,
} from '../domain/unit/decide.js';
import { askNamed } from '../named.js';
import { unitsFrom, unitStream } from '../units.js';

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
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordUnitStepCommand): Promise<UnitRecorded> {
    return recordUnitStep(this.runner, command);
  }
}

export async function recordUnitStep<Type extends UnitStep>(
  runner: Recording,
  { step, data, context }: Pick<RecordUnitStepCommand<Type>, 'step' | 'data' | 'context'>,
): Promise<UnitRecorded> {
  const { municipality } = context;
  const { unit, ...told } = data as Recorded['data'] & { readonly unit: string };
  const { said, day } = completed(unitStepOf(step).event, told, context);
  const [{ named, basis }, above] = await Promise.all([
    askNamed(runner, municipality, { events: unitEvents, type: step, named: said, day }),
    unitsFrom(runner, municipality, (said['parent'] ?? said['into']) as string | undefined, day),
  ]);
  const asked = { isInItself: above.answer.includes(unit) };
  const about = { municipality, unit };
  const intent = { type: 'RecordStep', data: { ...named, step, about, said, asked } } as const;
  const receipt = await runner.run(unitDecider, unitStream(municipality, unit), intent, context, [
    ...basis,
    ...above.basis,
  ]);
  return { receipt, unit };
}
