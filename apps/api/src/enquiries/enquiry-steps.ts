import { Injectable } from '@nestjs/common';
import {
  type EnquiryStepType,
  RecordEnquiryStepCommand,
  type ToldEnquiryStep,
} from '#enquiry/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';

/** Records steps of enquiries on behalf of a request. */
@Injectable()
export class EnquirySteps {
  constructor(private readonly commands: Commands) {}

  record<Type extends EnquiryStepType>(exchange: Exchange, step: Type, told: ToldEnquiryStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordEnquiryStepCommand(step, told, context));
  }

  /** Receives one; equal ones at the same time are one. */
  receive(exchange: Exchange, told: ToldEnquiryStep<'EnquiryReceived'>) {
    return this.commands.begin(
      exchange,
      (context) => new RecordEnquiryStepCommand('EnquiryReceived', told, context),
    );
  }
}
