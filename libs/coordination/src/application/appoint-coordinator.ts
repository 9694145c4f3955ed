import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { grantFor } from '#casework';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { partyOf } from '#municipality';
import { decideFor, recordedId, type Said } from './deciding.js';

/** ORDINARY, not temporary and from today, unless told. `succeeds`: the appointment that is handed over on that day. */
export type AppointCoordinatorData = Said<
  'CoordinatorAppointed',
  'appointmentId',
  'kind' | 'temporary' | 'validFrom'
> & { readonly succeeds?: string | undefined };

export class AppointCoordinatorCommand extends Command<{
  readonly receipt: Receipt;
  readonly appointmentId: string;
}> {
  constructor(
    readonly data: AppointCoordinatorData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Appoints a coordinator on the strength of a case's decision, read from the case's own stream. */
@CommandHandler(AppointCoordinatorCommand)
export class AppointCoordinatorHandler implements ICommandHandler<AppointCoordinatorCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: AppointCoordinatorCommand) {
    const { kind = 'ORDINARY', temporary = false, validFrom = context.today, ...said } = data;
    const appointmentId = madeId(context.commandId, 'appointment');
    const appointed = { ...said, appointmentId, kind, temporary, validFrom };
    const receipt = await decideFor(this.runner, data.subjectId, context, async ({ birthYear }) => {
      const { basis, ...grant } = await grantFor(this.runner, context.municipality, data.caseId);
      const party = await partyOf(this.runner, context.municipality, data.coordinatorId);
      const asked = { grant, partyIsKnown: party.exists, birthYear };
      return {
        intent: { type: 'AppointCoordinator', data: { ...appointed, ...asked } },
        basis: [...basis, ...party.basis],
      };
    });
    return { receipt, appointmentId: recordedId(receipt, 'appointmentId') };
  }
}
