import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { reportRefusals } from '../domain/report/refusals.js';
import { fingerprinted } from '../fingerprinted.js';
import { publicationToday, rulesToday } from '../domain/rules.js';
import { reportsOf } from '../questions.js';
import { FactsOfLog } from '../recorded/facts-of-log.js';
import { rebuilt } from '../recorded/rebuilt.js';
import { recordReportStep, type RecordedReportStep } from './record-step.js';

/** Counts the figures of a report up to its last event, and keeps them. */
export class FreezeReportFiguresCommand extends Command<RecordedReportStep<'ReportFiguresFrozen'>> {
  constructor(
    readonly told: { readonly reportId: string; readonly frozenOn?: string | undefined },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FreezeReportFiguresCommand)
export class FreezeReportFiguresHandler implements ICommandHandler<FreezeReportFiguresCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly log: FactsOfLog,
  ) {}

  async execute({ told, context }: FreezeReportFiguresCommand) {
    const { municipality } = context;
    const reports = await reportsOf(this.runner, municipality);
    const built = await rebuilt(this.log, municipality, reports, told.reportId);
    if (!built) throw reportRefusals.refusal('no-such-report');
    const figures = fingerprinted(built.counted.figures);
    const forum = fingerprinted(built.edition);
    const said = {
      ...told,
      rules: rulesToday,
      publication: publicationToday,
      figuresSha256: figures.sha256,
      forumSha256: forum.sha256,
      contributorsSha256: fingerprinted(built.counted.contributors).sha256,
      figures: figures.text,
      forum: forum.text,
    } as const;
    return recordReportStep(this.runner, 'ReportFiguresFrozen', said, context);
  }
}
