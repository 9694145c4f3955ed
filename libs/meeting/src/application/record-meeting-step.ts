import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseForMeeting } from '#casework';
import {
  type Basis,
  type CommandContext,
  CommandRunner,
  completed,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { askNamed, hasLeft, leaderOf, profileOf } from '#municipality';
import { presentSubject } from '#subject';
import { meetingDecider } from '../domain/decide.js';
import { meetingEvents, type SaidOf, type StepOf, stepOf, type StepType } from '../domain/events.js';
import type { Asked } from '../domain/step.js';
import { boardOf, meetingStream } from '../questions.js';

/** What is told of a step, and of which meeting; one that is planned gets an id. */
export type ToldMeetingStep<Type extends StepType> = (Type extends 'MeetingPlanned'
  ? { readonly meetingId?: string }
  : { readonly meetingId: string }) &
  Omit<Usually<SaidOf<Type>, StepOf<Type>['event']['occurs']>, 'meetingId'>;

export interface RecordedMeetingStep {
  readonly meetingId: string;
  readonly receipt: Receipt;
}

/** Records a step of a meeting. */
export class RecordMeetingStepCommand<Type extends StepType = StepType> extends Command<RecordedMeetingStep> {
  constructor(
    readonly step: Type,
    readonly told: ToldMeetingStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

type Data = Recorded['data'];

@CommandHandler(RecordMeetingStepCommand)
export class RecordMeetingStepHandler implements ICommandHandler<RecordMeetingStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ step, told, context }: RecordMeetingStepCommand): Promise<RecordedMeetingStep> {
    const { municipality: tenant } = context;
    const { said: whole, day } = completed(stepOf(step).event, told as Data, context);
    const { said, profiled } = await this.withStandingItems(tenant, step, whole, day);
    const meetingId = String(said['meetingId']);
    const [{ named, basis }, elsewhere] = await Promise.all([
      askNamed(this.runner, tenant, { events: meetingEvents, type: step, named: said }),
      this.ask(tenant, step, said, day),
    ]);
    const { asked } = elsewhere;
    const data = { ...named, step, about: { meetingId }, said, asked };
    const bases = [...profiled, ...basis, ...elsewhere.basis];
    const stream = meetingStream(tenant, meetingId);
    const receipt = await this.runner.run(
      meetingDecider,
      stream,
      { type: 'RecordStep', data },
      context,
      bases,
    );
    return { meetingId, receipt };
  }

  /** A meeting of the unit takes up what the profile of that day says, unless told (U9). */
  private async withStandingItems(
    tenant: string,
    step: StepType,
    said: Data,
    day: string,
  ): Promise<{ readonly said: Data; readonly profiled: readonly Basis[] }> {
    const isAsked =
      step === 'MeetingPlanned' && said['kind'] === 'UNIT' && said['standingItems'] === undefined;
    if (!isAsked) return { said, profiled: [] };
    const { profile, basis } = await profileOf(this.runner, tenant, day);
    const standingItems = profile?.standingItems;
    return { said: standingItems ? { ...said, standingItems } : said, profiled: basis };
  }

  /** Whoever leads the unit's meetings by role on that day; undefined where the profile names no role (F27). */
  private async leader(tenant: string, day: string) {
    const { profile, basis } = await profileOf(this.runner, tenant, day);
    const unit = profile?.meetingLeaderUnit;
    if (unit === undefined) return { leader: undefined, basis };
    const { answer: partyId, basis: units } = await leaderOf(this.runner, tenant, unit, day);
    return { leader: { partyId }, basis: [...basis, ...units] };
  }

  /** Whether who led the meeting has left by that day, and who leads its unit's meetings then. */
  private async whoApproves(tenant: string, meetingId: string, day: string) {
    const meeting = await this.runner.look(meetingDecider, meetingStream(tenant, meetingId));
    const ledBy = meeting.state.status === 'absent' ? undefined : meeting.state.ledBy;
    if (ledBy === undefined) return { asked: {}, basis: [] };
    const [left, led] = await Promise.all([
      hasLeft(this.runner, tenant, ledBy, day),
      this.leader(tenant, day),
    ]);
    return {
      asked: { leader: led.leader, leaderHasLeft: left.answer },
      basis: [...left.basis, ...led.basis],
    };
  }

  /** What the step looks at in other streams. */
  private async ask(
    tenant: string,
    step: StepType,
    said: Data,
    day: string,
  ): Promise<{ readonly asked: Asked; readonly basis: readonly Basis[] }> {
    if (step === 'MeetingHeld') {
      const [{ answer: board, basis }, led] = await Promise.all([
        boardOf(this.runner, tenant, day),
        this.leader(tenant, day),
      ]);
      return { asked: { board, leader: led.leader }, basis: [...basis, ...led.basis] };
    }
    if (step === 'ProtocolApproved') return this.whoApproves(tenant, String(said['meetingId']), day);
    if (step !== 'CasePutOnAgenda' && step !== 'CaseTreated') return { asked: {}, basis: [] };
    const { answer, basis } = await caseForMeeting(this.runner, tenant, String(said['caseId']));
    const { subjectId } = answer;
    const subject =
      subjectId === undefined ? [] : (await presentSubject(this.runner, tenant, subjectId)).basis;
    return { asked: { case: answer }, basis: [...basis, ...subject] };
  }
}
