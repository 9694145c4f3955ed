import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, completed, openCodesIn, type Receipt } from '#event-sourcing';
import { unitDecider, type UnitStep, type UnitTold } from '../domain/unit.js';
import { unitEvents } from '../domain/unit-events.js';
import { partiesAreKnown, unknownCodeIn } from '../questions.js';
import { unitsFrom, unitStream } from '../units.js';

export interface UnitRecorded {
  readonly receipt: Receipt;
  readonly unit: string;
}

/** Records what happens to a unit of the register. */
export class RecordUnitStepCommand extends Command<UnitRecorded> {
  constructor(
    readonly step: UnitStep,
    readonly told: Readonly<Record<string, unknown>> & { readonly unit: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordUnitStepCommand)
export class RecordUnitStepHandler implements ICommandHandler<RecordUnitStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ step, told, context }: RecordUnitStepCommand): Promise<UnitRecorded> {
    const { municipality } = context;
    const { day, said: completedTold } = completed(unitEvents.declared[step], told as never, context);
    const said = { ...(completedTold as object), municipality } as UnitTold & Record<string, unknown>;
    const named = (field: string) => (typeof said[field] === 'string' ? said[field] : undefined);
    const leader = named('leaderId');
    const [parties, codes, above] = await Promise.all([
      partiesAreKnown(this.runner, municipality, leader === undefined ? [] : [leader]),
      unknownCodeIn(this.runner, municipality, openCodesIn(unitEvents, step, said), day),
      unitsFrom(this.runner, municipality, named('parent') ?? named('into'), day),
    ]);
    const asked = { partyIsKnown: parties.answer, unknownCode: codes.answer, above: above.answer };
    const receipt = await this.runner.run(
      unitDecider,
      unitStream(municipality, told.unit),
      { type: 'RecordUnitStep', data: { step, said, ...asked } },
      context,
      [...parties.basis, ...codes.basis, ...above.basis],
    );
    return { receipt, unit: told.unit };
  }
}
