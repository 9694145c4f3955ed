import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { levelOfPeriod } from '../domain/publication/policy.js';
import { reportRefusals } from '../domain/report/refusals.js';
import { reportsOf } from '../questions.js';
import { FactsOfLog } from '../recorded/facts-of-log.js';
import { recordReportStep, type RecordedReportStep, type ToldReportStep } from './record-step.js';

type Said = ToldReportStep<'ReportPeriodClosed'>;
type Chosen = 'unitOrder' | 'threeYearTables' | 'blockFrom';
/** What is not chosen is as in the report before, or as usual: every table each year, units by their codes, blocks that begin with the period. */
export type ToldPeriod = Omit<Said, Chosen | 'level' | 'cutStream' | 'cutRevision' | 'cutEvent'> &
  Partial<Pick<Said, Chosen>>;

/** Begins a report of a period, counted from what is recorded by now. */
export class CloseReportPeriodCommand extends Command<RecordedReportStep<'ReportPeriodClosed'>> {
  constructor(
    readonly told: ToldPeriod,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseReportPeriodCommand)
export class CloseReportPeriodHandler implements ICommandHandler<CloseReportPeriodCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly log: FactsOfLog,
  ) {}

  async execute({ told, context }: CloseReportPeriodCommand) {
    const { municipality } = context;
    const known = await this.log.known(municipality, {});
    if (!known) throw reportRefusals.refusal('nothing-recorded');
    const before = (await reportsOf(this.runner, municipality)).at(-1);
    const { from, to } = told;
    const chosen = {
      unitOrder: told.unitOrder ?? before?.unitOrder ?? known.register.unitsOn(to).toSorted(),
      threeYearTables: told.threeYearTables ?? before?.threeYearTables ?? [],
      blockFrom: told.blockFrom ?? before?.blockFrom ?? Number(from.slice(0, 4)),
    };
    const level = levelOfPeriod({ from, to }, chosen);
    if (level === undefined) throw reportRefusals.refusal('level');
    const { stream: cutStream, revision: cutRevision, eventId: cutEvent } = known.cut;
    const said = { ...told, ...chosen, level, cutStream, cutRevision, cutEvent };
    return recordReportStep(this.runner, 'ReportPeriodClosed', said, context);
  }
}
