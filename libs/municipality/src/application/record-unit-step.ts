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

  execute(command: RecordUnitStepCommand): Promise<UnitRecorded> {
    return recordUnitStep(this.runner, this.parties, command);
  }
}

type Said<Type extends UnitStep> = Pick<RecordUnitStepCommand<Type>, 'step' | 'data' | 'context'>;

/** What places a unit under or into another is recorded one at a time, each deciding on what the others have: so none end up in a circle. */
export function recordUnitStep<Type extends UnitStep>(
  runner: Recording,
  parties: Pick<Parties, 'whileNoneMerge'>,
  told: Said<Type>,
): Promise<UnitRecorded> {
  const places = 'parent' in told.data || 'into' in told.data;
  const record = () => recorded(runner, told);
  return places ? parties.whileNoneMerge(told.context.municipality, record) : record();
}

async function recorded<Type extends UnitStep>(
  runner: Recording,
  { step, data, context }: Said<Type>,
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
