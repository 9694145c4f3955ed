import { Injectable } from '@nestjs/common';
import { RecordCaseStepCommand, type StepType, type ToldStep } from '#casework/application/index';
import type { CommandContext } from '#event-sourcing';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';

/** Records steps of cases on behalf of a request. */
@Injectable()
export class CaseSteps {
  constructor(private readonly commands: Commands) {}

  /** `told` may follow from who asks, and when. */
  record<Type extends StepType>(
    exchange: Exchange,
    step: Type,
    told: ToldStep<Type> | ((context: CommandContext) => ToldStep<Type>),
  ) {
    return this.commands.run(exchange, (context) => {
      const said = typeof told === 'function' ? told(context) : told;
      return new RecordCaseStepCommand(step, said, context);
    });
  }

  /** Records a step that begins something, such as a case: equal ones at the same time are one. */
  begin<Type extends StepType>(exchange: Exchange, step: Type, told: ToldStep<Type>) {
    return this.commands.begin(exchange, (context) => new RecordCaseStepCommand(step, told, context));
  }
}
