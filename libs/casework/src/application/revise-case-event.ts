import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  asChanged,
  type CommandContext,
  CommandRunner,
  effective,
  type Receipt,
  type Revision,
} from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import { caseEvents } from '../domain/events.js';
import { caseStream } from '../questions.js';
import {
  askAuthority,
  askCodes,
  askMeeting,
  askParties,
  askProfile,
  askSubject,
  ownerOfCase,
} from './circumstances.js';
import { MeetingsOfCases } from './meetings-of-cases.js';
import { RestingOnCases } from './resting-elsewhere.js';

export interface RevisedCaseEvent {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** Puts an event of a case right, or says that it was recorded in error; refused where later steps would not hold any more. */
export class ReviseCaseEventCommand extends Command<RevisedCaseEvent> {
  constructor(
    readonly data: Revision & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Rests on a case that is not there; the decision says that. */
const nothing = { resting: [], basis: [] };

@CommandHandler(ReviseCaseEventCommand)
export class ReviseCaseEventHandler implements ICommandHandler<ReviseCaseEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly elsewhere: RestingOnCases,
    private readonly meetings: MeetingsOfCases,
  ) {}

  async execute({ data, context }: ReviseCaseEventCommand): Promise<RevisedCaseEvent> {
    const { caseId } = data;
    const { municipality: tenant, today } = context;
    const stream = caseStream(tenant, caseId);
    const subjectId = await ownerOfCase(this.runner, tenant, caseId);
    const subject = await askSubject(this.runner, tenant, subjectId);
    const { resting, basis } =
      subjectId === undefined ? nothing : await this.elsewhere.of(tenant, subjectId, caseId);
    const actorId = context.actor.partyId;
    const about = { caseId, subject: subject.answer, actorId, restingElsewhere: resting };
    if ('reasonCode' in data) {
      const annulling = { type: 'AnnulCaseEvent', data: { ...data, ...about } } as const;
      const bases = [...subject.basis, ...basis];
      return { caseId, receipt: await this.runner.run(caseDecider, stream, annulling, context, bases) };
    }
    const { history } = await this.runner.look(caseDecider, stream);
    const { type, day = today } = asChanged(caseEvents, history, data);
    const reads = effective(history).find(({ id }) => id === data.eventId)?.data ?? {};
    const named = { ...reads, ...data.changed };
    const [profile, parties, codes, meeting] = await Promise.all([
      askProfile(this.runner, tenant, day),
      askParties(this.runner, tenant, { type, named: data.changed, day, subjectId }),
      askCodes(this.runner, tenant, type, data.changed, day),
      askMeeting(this.meetings, tenant, caseId, { type, named }),
    ]);
    const authority = await askAuthority(this.runner, tenant, { type, day }, profile.answer);
    const asked = {
      profile: profile.answer,
      partyIsKnown: parties.answer.areKnown,
      kin: parties.answer.kin,
      unknownCode: codes.answer,
      meeting: meeting.answer,
      authority: authority.answer,
    };
    const correcting = { type: 'CorrectCaseEvent', data: { ...data, ...about, ...asked } } as const;
    const elsewhere = [subject, profile, parties, codes, meeting, authority];
    const bases = [...elsewhere.flatMap((one) => one.basis), ...basis];
    return { caseId, receipt: await this.runner.run(caseDecider, stream, correcting, context, bases) };
  }
}
