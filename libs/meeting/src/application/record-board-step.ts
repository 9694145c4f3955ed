import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { askNamed } from '#municipality';
import {
  boardDecider,
  boardEvents,
  type BoardSaidOf,
  boardStepOf,
  type BoardStepOf,
  type BoardStepType,
} from '../domain/board/decide.js';
import { boardStream } from '../questions.js';

type FieldsOf<Type extends BoardStepType> = BoardStepOf<Type>['event']['fields'];
export type ToldBoardStep<Type extends BoardStepType> = Usually<
  BoardSaidOf<Type>,
  MadeIn<FieldsOf<Type>> | BoardStepOf<Type>['event']['occurs']
>;

export interface RecordedBoardStep {
  /** Whose seat it is about. */
  readonly memberId?: string;
  readonly receipt: Receipt;
}

/** Records who sits on the board, and how many it takes to decide. */
export class RecordBoardStepCommand<
  Type extends BoardStepType = BoardStepType,
> extends Command<RecordedBoardStep> {
  constructor(
    readonly step: Type,
    readonly told: ToldBoardStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordBoardStepCommand)
export class RecordBoardStepHandler implements ICommandHandler<RecordBoardStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ step, told, context }: RecordBoardStepCommand): Promise<RecordedBoardStep> {
    const { municipality } = context;
    const { said } = completed(boardStepOf(step).event, told as Recorded['data'], context);
    const { named, basis } = await askNamed(this.runner, municipality, {
      events: boardEvents,
      type: step,
      named: said,
    });
    const intent = {
      type: 'RecordStep',
      data: { ...named, step, about: { municipality }, said, asked: {} },
    } as const;
    const receipt = await this.runner.run(boardDecider, boardStream(municipality), intent, context, basis);
    const { memberId } = said;
    return { ...(typeof memberId === 'string' && { memberId }), receipt };
  }
}
