import { Injectable } from '@nestjs/common';
import { coordinatorsMeant } from '#coordination';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import {
  type FollowUpStepType,
  RecordFollowUpStepCommand,
  ReviseFollowUpEventCommand,
  type ToldFollowUpStep,
} from '#follow-up/application/index';
import type { Revision } from '#event-sourcing';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { isAmong, isConcerned } from '../coordination/concerned.js';
import { notFound } from '../problems/problem.js';
import { minutesOf } from '../meetings/time-of-day.js';

/** The time as it is stored. */
export const timed = <T extends { readonly startsAt?: string }>({ startsAt, ...rest }: T) => ({
  ...rest,
  ...(startsAt !== undefined && { startsAt: minutesOf(startsAt) }),
});

/** Records what is done around a person on behalf of a request: of the coordinating unit, or of whoever coordinates the person today. */
@Injectable()
export class FollowUpSteps {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  async record<Type extends FollowUpStepType>(exchange: Exchange, step: Type, told: ToldFollowUpStep<Type>) {
    const context = await this.#allowed(exchange, told.subjectId);
    return this.#send(exchange, step, told, context);
  }

  /** What only whoever coordinates records, standing in or not. */
  async recordAsCoordinator<Type extends FollowUpStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldFollowUpStep<Type>,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    if (!(await this.#coordinates(context, told.subjectId))) throw notFound();
    return this.#send(exchange, step, told, context);
  }

  /** Puts right, by whoever could have recorded it. */
  async revise(exchange: Exchange, subjectId: string, revision: Revision) {
    const context = await this.commands.contextOf(exchange.request);
    if (!(await this.#coordinates(context, subjectId))) throw notFound();
    const command = new ReviseFollowUpEventCommand({ ...revision, subjectId }, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  async #send<Type extends FollowUpStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldFollowUpStep<Type>,
    context: CommandContext,
  ) {
    const command = new RecordFollowUpStepCommand(step, told, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  async #allowed({ request }: Exchange, subjectId: string): Promise<CommandContext> {
    const context = await this.commands.contextOf(request);
    const those = await this.#coordinators(context, subjectId);
    if (!(await isConcerned(this.runner, request, context, those))) throw notFound();
    return context;
  }

  #coordinators({ municipality, today }: CommandContext, subjectId: string) {
    return coordinatorsMeant(this.runner, municipality, subjectId, { on: today });
  }

  async #coordinates(context: CommandContext, subjectId: string): Promise<boolean> {
    return isAmong(this.runner, context, await this.#coordinators(context, subjectId));
  }
}
