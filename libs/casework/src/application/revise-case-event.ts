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
import { askAround, askSubject, ownerOfCase } from './circumstances.js';
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
    const before = effective(history).find(({ id }) => id === data.eventId)?.data ?? {};
    const around = await askAround({ runner: this.runner, meetings: this.meetings }, tenant, {
      type,
      named: data.changed,
      before,
      day,
      subjectId,
      caseId,
      isByProfile: true,
    });
    const correcting = { type: 'CorrectCaseEvent', data: { ...data, ...about, ...around.asked } } as const;
    const bases = [...subject.basis, ...around.basis, ...basis];
    return { caseId, receipt: await this.runner.run(caseDecider, stream, correcting, context, bases) };
  }
}
