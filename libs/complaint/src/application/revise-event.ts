import { setAsideBy } from '#casework';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { presentSubject } from '#subject';
import { courseRefusals } from '../domain/course.js';
import { complaintDecider } from '../domain/decide.js';
import { complaintOf, complaintStream } from '../questions.js';
import { askAround } from './circumstances.js';

/** Puts an event of a complaint right, or says that it was recorded in error. */
export class ReviseComplaintEventCommand extends Command<{
  readonly complaintId: string;
  readonly receipt: Receipt;
}> {
  constructor(
    readonly data: Revision & { readonly complaintId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseComplaintEventCommand)
export class ReviseComplaintEventHandler implements ICommandHandler<ReviseComplaintEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReviseComplaintEventCommand) {
    const { municipality: tenant, actor } = context;
    const { complaintId, ...revision } = data;
    const { answer: state, subjectId } = await complaintOf(this.runner, tenant, complaintId);
    if (subjectId === undefined) throw courseRefusals.refusal('no-such-complaint');
    const { basis } = await presentSubject(this.runner, tenant, subjectId);
    const caseId = state.status === 'absent' ? undefined : state.caseId;
    const set = caseId === undefined ? undefined : await setAsideBy(this.runner, tenant, caseId, complaintId);
    const ask = (type: string, named: Recorded['data']) =>
      askAround(this.runner, tenant, { type, named, subjectId, actorId: actor.partyId, state });
    const resting = { answer: set?.answer ?? [], basis: [...basis, ...(set?.basis ?? [])] };
    const revising = {
      decider: complaintDecider,
      stream: complaintStream(tenant, complaintId),
      revision,
      resting,
      ask,
    };
    return { complaintId, receipt: await reviseStepped(this.runner, revising, context) };
  }
}
