import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asChanged, type CommandContext, CommandRunner, type Revision } from '#event-sourcing';
import { enquiryDecider } from '../domain/decide.js';
import { enquiryEvents } from '../domain/events.js';
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
    const nothing = { restingElsewhere: [] };
    if ('reasonCode' in revision) {
      const intent = { type: 'AnnulStep', data: { ...revision, ...nothing } } as const;
      return { enquiryId, receipt: await runner.run(enquiryDecider, stream, intent, context) };
    }
    const { history } = await runner.look(enquiryDecider, stream);
    const { type } = asChanged(enquiryEvents, history, revision);
    const { named, asked, basis } = await askAround({ runner, cases }, tenant, type, revision.changed);
    const intent = { type: 'CorrectStep', data: { ...revision, ...named, ...nothing, asked } } as const;
    return { enquiryId, receipt: await runner.run(enquiryDecider, stream, intent, context, basis) };
  }
}
