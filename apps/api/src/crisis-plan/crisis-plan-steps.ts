import { Injectable } from '@nestjs/common';
import { coordinatorsMeant } from '#coordination';
import { type CommandContext, CommandRunner, type Revision } from '#event-sourcing';
import {
  type CrisisPlanStepType,
  RecordCrisisPlanStepCommand,
  ReviseCrisisPlanEventCommand,
  type ToldCrisisPlanStep,
} from '#crisis-plan/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { isAmong } from '../coordination/concerned.js';
import { notFound } from '../problems/problem.js';

type Told<Type extends CrisisPlanStepType> = (context: CommandContext) => ToldCrisisPlanStep<Type>;

/** Records what is done with a crisis plan on behalf of whoever coordinates its person that day, or stands in; or of whoever the route lets in. */
@Injectable()
export class CrisisPlanSteps {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  async record<Type extends CrisisPlanStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldCrisisPlanStep<Type>,
  ) {
    const context = await this.#coordinating(exchange, told.subjectId);
    return this.#send(exchange, step, told, context);
  }

  /** What is not the coordinator's alone, with who it is that records. */
  async recordAnyhow<Type extends CrisisPlanStepType>(exchange: Exchange, step: Type, told: Told<Type>) {
    const context = await this.commands.contextOf(exchange.request);
    return this.#send(exchange, step, told(context), context);
  }

  async revise(exchange: Exchange, subjectId: string, revision: Revision) {
    const context = await this.#coordinating(exchange, subjectId);
    const command = new ReviseCrisisPlanEventCommand({ ...revision, subjectId }, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  /** The person is told by whoever coordinates; by the unit, where nobody does. */
  async tell(exchange: Exchange, told: ToldCrisisPlanStep<'CrisisPlanReadingTold'>) {
    const context = await this.commands.contextOf(exchange.request);
    const those = await this.#coordinators(context, told.subjectId);
    const isUnit = ['CASEWORKER', 'LEADER'].some((role) =>
      exchange.request.roles.some((one) => one === role),
    );
    if (!(those.length === 0 && isUnit) && !(await isAmong(this.runner, context, those))) throw notFound();
    return this.#send(exchange, 'CrisisPlanReadingTold', told, context);
  }

  async #send<Type extends CrisisPlanStepType>(
    exchange: Exchange,
    step: Type,
    told: ToldCrisisPlanStep<Type>,
    context: CommandContext,
  ) {
    const command = new RecordCrisisPlanStepCommand(step, told, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  async #coordinating({ request }: Exchange, subjectId: string): Promise<CommandContext> {
    const context = await this.commands.contextOf(request);
    const those = await this.#coordinators(context, subjectId);
    if (!(await isAmong(this.runner, context, those))) throw notFound();
    return context;
  }

  #coordinators({ municipality, today }: CommandContext, subjectId: string) {
    return coordinatorsMeant(this.runner, municipality, subjectId, { on: today });
  }
}
