import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  madeId,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { contactCardOn, isOneParty } from '#municipality';
import { MessageIds } from '#personal-data';
import { courseRefusals } from '../domain/course.js';
import { enquiryDecider } from '../domain/decide.js';
import { type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { enquiryStream } from '../questions.js';
import { CasesOfEnquiries } from './cases.js';
import { askAround, type Elsewhere } from './circumstances.js';

/** What is told of a step; of which enquiry, but for the one that begins it. */
export type ToldEnquiryStep<Type extends StepType> = (Type extends 'EnquiryReceived'
  ? { readonly enquiryId?: undefined }
  : { readonly enquiryId: string }) &
  Usually<
    SaidOf<Type>,
    StepOf<Type>['event']['occurs'] | (Type extends 'EnquiryReferredToContactCard' ? 'cardId' : never)
  >;

export interface RecordedEnquiryStep {
  readonly enquiryId: string;
  readonly receipt: Receipt;
}

/** Records a step of an enquiry, or its receipt. */
export class RecordEnquiryStepCommand<Type extends StepType = StepType> extends Command<RecordedEnquiryStep> {
  constructor(
    readonly step: Type,
    readonly told: ToldEnquiryStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordEnquiryStepCommand)
export class RecordEnquiryStepHandler implements ICommandHandler<RecordEnquiryStepCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CasesOfEnquiries,
    @Inject(MessageIds) private readonly messages: Pick<MessageIds, 'idOf'>,
  ) {}

  execute<Type extends StepType>(command: RecordEnquiryStepCommand<Type>): Promise<RecordedEnquiryStep> {
    const { runner, cases, messages } = this;
    return recordEnquiryStep({ runner, cases, messages }, command);
  }
}

/** Asks elsewhere what the step names, and records what was asked as the decision's basis. */
export async function recordEnquiryStep<Type extends StepType>(
  parts: Elsewhere,
  { step, told, context }: Pick<RecordEnquiryStepCommand<Type>, 'step' | 'told' | 'context'>,
): Promise<RecordedEnquiryStep> {
  const { municipality } = context;
  const { enquiryId: joined, ...rest } = told as Recorded['data'] & { readonly enquiryId?: string };
  const enquiryId = joined ?? madeId(begunBy(parts, rest, context), 'enquiry');
  const stream = enquiryStream(municipality, enquiryId);
  if (joined !== undefined) await refuseOthers(parts, stream, context);
  const completedStep = completed(stepOf(step).event, rest, context);
  const said =
    step === 'EnquiryReferredToContactCard'
      ? await withCard(parts, municipality, completedStep)
      : completedStep.said;
  const { named, asked, basis } = await askAround(parts, municipality, step, said);
  const intent = {
    type: 'RecordStep',
    data: { ...named, step, about: { enquiryId }, said, asked },
  } as const;
  return { enquiryId, receipt: await parts.runner.run(enquiryDecider, stream, intent, context, basis) };
}

/** What a message opens has its id of the message: however often it is told, it is one enquiry. */
const begunBy = (
  { messages }: Elsewhere,
  { messageReference: message }: Recorded['data'],
  { municipality, commandId }: CommandContext,
): string => (typeof message === 'string' ? messages?.idOf(municipality, message) : undefined) ?? commandId;

/** The card that was told, else the one of that day. */
async function withCard(
  { runner }: Elsewhere,
  tenant: string,
  { said, day }: ReturnType<typeof completed>,
): Promise<Recorded['data']> {
  const cardId = said['cardId'] ?? (await contactCardOn(runner, tenant, day))?.cardId;
  // An id of none: the decision says that there is none.
  return { ...said, cardId: cardId ?? 'none' };
}

/** The service office goes on with what it registered itself, under whichever registration of its own, and knows of nothing else. */
export async function refuseOthers(
  { runner }: Pick<Elsewhere, 'runner'>,
  stream: string,
  { municipality, actor }: Pick<CommandContext, 'municipality' | 'actor'>,
): Promise<void> {
  if (actor.role !== 'SERVICE_OFFICE') return;
  const [opening] = (await runner.look(enquiryDecider, stream)).history;
  const isOwn =
    opening !== undefined &&
    (await isOneParty(runner, municipality, opening.metadata.actor.partyId, actor.partyId));
  courseRefusals.refuseIf(!isOwn, 'no-such-enquiry');
}
