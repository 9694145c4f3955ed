import { Injectable } from '@nestjs/common';
import {
  type PartyStepType,
  RecordPartyStepCommand,
  type ToldPartyStep,
} from '#municipality/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';

/** Records what happens to a party on behalf of a request. */
@Injectable()
export class PartySteps {
  constructor(private readonly commands: Commands) {}

  record<Type extends PartyStepType>(
    exchange: Exchange,
    step: Type,
    data: ToldPartyStep<Type> & { readonly partyId: string },
  ) {
    return this.commands.run(exchange, (context) => new RecordPartyStepCommand(step, data, context));
  }
}
