import { Injectable } from '@nestjs/common';
import { RecordCoordinationStepCommand, type ToldType, type ToldStep } from '#coordination/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';

/** Records steps of persons' coordination on behalf of a request. */
@Injectable()
export class CoordinationSteps {
  constructor(private readonly commands: Commands) {}

  record<Type extends ToldType>(exchange: Exchange, step: Type, told: ToldStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordCoordinationStepCommand(step, told, context));
  }
}
