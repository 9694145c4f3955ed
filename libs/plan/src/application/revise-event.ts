import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { subjectIdOfPlan } from '#coordination';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { presentSubject } from '#subject';
import { planDecider } from '../domain/decide.js';
import { courseRefusals } from '../domain/step.js';
import { planStream } from '../questions.js';
import { askAround } from './circumstances.js';

/** Puts an event of a plan right, or says that it was recorded in error. */
export class RevisePlanEventCommand extends Command<{ readonly planId: string; readonly receipt: Receipt }> {
  constructor(
    readonly data: Revision & { readonly planId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevisePlanEventCommand)
export class RevisePlanEventHandler implements ICommandHandler<RevisePlanEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: RevisePlanEventCommand) {
    const { municipality: tenant, today } = context;
    const { planId, ...revision } = data;
    const subjectId = subjectIdOfPlan(planId);
    if (subjectId === undefined) throw courseRefusals.refusal('no-such-plan');
    const { basis } = await presentSubject(this.runner, tenant, subjectId);
    const receipt = await reviseStepped(
      this.runner,
      {
        decider: planDecider,
        stream: planStream(tenant, planId),
        revision,
        resting: { answer: [], basis },
        ask: (type, named) => askAround(this.runner, tenant, { planId, type, named, today }),
      },
      context,
    );
    return { planId, receipt };
  }
}
