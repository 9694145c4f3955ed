import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { enquiryDecider } from '../domain/decide.js';
import { enquiryStream } from '../questions.js';
import { CasesOfEnquiries } from './cases.js';
import { askAround } from './circumstances.js';
import { type RecordedEnquiryStep, refuseOthers } from './record-enquiry-step.js';

/** Puts an event of an enquiry right, or says that it was recorded in error. */
export class ReviseEnquiryEventCommand extends Command<RecordedEnquiryStep> {
  constructor(
    readonly data: Revision & { readonly enquiryId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseEnquiryEventCommand)
export class ReviseEnquiryEventHandler implements ICommandHandler<ReviseEnquiryEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CasesOfEnquiries,
  ) {}

  async execute({ data, context }: ReviseEnquiryEventCommand): Promise<RecordedEnquiryStep> {
    const { municipality: tenant } = context;
    const { enquiryId, ...revision } = data;
    const stream = enquiryStream(tenant, enquiryId);
    const { runner, cases } = this;
    await refuseOthers({ runner }, stream, context);
    const ask = (type: string, changed: Recorded['data']) =>
      askAround({ runner, cases }, tenant, type, changed);
    const revising = { decider: enquiryDecider, stream, revision, ask };
    return { enquiryId, receipt: await reviseStepped(runner, revising, context) };
  }
}
