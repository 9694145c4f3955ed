import { Injectable } from '@nestjs/common';
import {
  type OrganisationStepType,
  RecordOrganisationStepCommand,
  type ToldOrganisationStep,
} from '#municipality/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';

/** Records what a municipality tells of its unit on behalf of a request. */
@Injectable()
export class OrganisationSteps {
  constructor(private readonly commands: Commands) {}

  record<Type extends OrganisationStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldOrganisationStep<Type>,
  ) {
    return this.commands.run(exchange, (context) => new RecordOrganisationStepCommand(step, told, context));
  }
}
