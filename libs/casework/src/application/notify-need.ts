import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import type { Said } from '../domain/intents.js';
import { caseStream } from '../questions.js';
import { askSubject } from './circumstances.js';

export interface NotifiedNeed {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** Somebody told the unit of a need, which opens a case before any application (U10, U14). */
export class NotifyNeedCommand extends Command<NotifiedNeed> {
  constructor(
    readonly data: Said<'NeedNotified'> & { readonly subjectId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(NotifyNeedCommand)
export class NotifyNeedHandler implements ICommandHandler<NotifyNeedCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: NotifyNeedCommand): Promise<NotifiedNeed> {
    const tenant = context.municipality;
    const caseId = madeId(context.commandId, 'case');
    const subject = await askSubject(this.runner, tenant, data.subjectId);
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(tenant, caseId),
      { type: 'NotifyNeed', data: { ...data, caseId, subject: subject.told } },
      context,
      subject.basis,
    );
    return { caseId, receipt };
  }
}
