import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import type { Said } from '../domain/intents.js';
import { caseStream } from '../questions.js';
import { askProfile, askSubject, ownerOfCase } from './circumstances.js';

export interface ReceivedApplication {
  readonly caseId: string;
  readonly receipt: Receipt;
}
/** The person, for a case of its own; or the case that it joins, which knows the person. */
type Whose =
  | { readonly subjectId: string; readonly caseId?: undefined }
  | { readonly caseId: string; readonly subjectId?: undefined };

/** An application arrived. Consent, signature or identity number may be missing: that stands open on the case. */
export class ReceiveApplicationCommand extends Command<ReceivedApplication> {
  constructor(
    readonly data: Said<'ApplicationReceived'> & Whose,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReceiveApplicationCommand)
export class ReceiveApplicationHandler implements ICommandHandler<ReceiveApplicationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({
    data: { caseId: joined, subjectId: named, ...said },
    context,
  }: ReceiveApplicationCommand): Promise<ReceivedApplication> {
    const tenant = context.municipality;
    const caseId = joined ?? madeId(context.commandId, 'case');
    const subjectId = joined === undefined ? named : await ownerOfCase(this.runner, tenant, joined);
    const [subject, profile] = await Promise.all([
      askSubject(this.runner, tenant, subjectId),
      askProfile(this.runner, tenant, said.receivedOn),
    ]);
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(tenant, caseId),
      {
        type: 'ReceiveApplication',
        data: {
          ...said,
          caseId,
          joins: joined !== undefined,
          subjectId: subjectId ?? '',
          subject: subject.told,
          profile: profile.told,
        },
      },
      context,
      [...subject.basis, ...profile.basis],
    );
    return { caseId, receipt };
  }
}
