import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { Parties } from '#personal-data';
import { unitDecider, unitEvents } from '../domain/unit/decide.js';
import { askNamed } from '../named.js';
import { standingUnder, unitStream, wouldBeInItself } from '../units.js';
import type { UnitRecorded } from './record-unit-step.js';

/** Puts right what was recorded of a unit, or says that it was recorded in error. */
export class ReviseUnitEventCommand extends Command<UnitRecorded> {
  constructor(
    readonly unit: string,
    readonly revision: Revision,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseUnitEventCommand)
export class ReviseUnitEventHandler implements ICommandHandler<ReviseUnitEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly parties: Parties,
  ) {}

  /** While none merge: a merger that is put right, or comes back, is one too. */
  execute({ unit, revision, context }: ReviseUnitEventCommand): Promise<UnitRecorded> {
    return this.parties.whileNoneMerge(context.municipality, () => this.revise(unit, revision, context));
  }

  private async revise(unit: string, revision: Revision, context: CommandContext): Promise<UnitRecorded> {
    const { municipality: tenant, today } = context;
    const ask = async (type: string, changed: Recorded['data']) => {
      const [{ named, basis }, inItself] = await Promise.all([
        askNamed(this.runner, tenant, { events: unitEvents, type, named: changed }),
        wouldBeInItself(this.runner, tenant, unit, { into: changed['into'] }, today),
      ]);
      // What would stand under it is named as resting on that (`standingUnder`).
      const isInItself = inItself.answer || changed['parent'] === unit;
      return { named, asked: { isInItself }, basis: [...basis, ...inItself.basis] };
    };
    const resting = await standingUnder(this.runner, tenant, unit, { revision, today });
    const revising = { decider: unitDecider, stream: unitStream(tenant, unit), revision, resting, ask };
    return { receipt: await reviseStepped(this.runner, revising, context), unit };
  }
}
