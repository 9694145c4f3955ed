import { Injectable } from '@nestjs/common';
import {
  type ComplaintStepType,
  RecordComplaintStepCommand,
  type ToldComplaintStep,
} from '#complaint/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';

/** Records steps of complaints on behalf of a request. */
@Injectable()
export class ComplaintSteps {
  constructor(private readonly commands: Commands) {}

  record<Type extends ComplaintStepType>(exchange: Exchange, step: Type, told: ToldComplaintStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordComplaintStepCommand(step, told, context));
  }

  /** Records what begins a complaint; equal ones at the same time are one. */
  async begin<Type extends ComplaintStepType>(exchange: Exchange, step: Type, told: ToldComplaintStep<Type>) {
    const answer = await this.commands.begin(
      exchange,
      (context) => new RecordComplaintStepCommand(step, told, context),
    );
    exchange.reply.header('Location', `/v1/complaints/${answer.complaintId}`);
    return answer;
  }
}
