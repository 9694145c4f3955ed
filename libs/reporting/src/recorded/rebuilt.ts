import type { Edition } from '../domain/publication/edition.js';
import { published } from '../domain/publication/publish.js';
import { policyOf } from '../domain/report/state.js';
import {
  type Counting,
  countingBy,
  publicationToday,
  type PublicationRules,
  rulesToday,
} from '../domain/rules.js';
import type { LeadershipReport } from '../questions.js';
import { type CountedAt, countedAt } from './counted-at.js';
import type { Cut, FactsOfLog } from './facts-of-log.js';

/** The versions that there are, and by which one is counted today. */
interface Rules {
  readonly by: Readonly<Record<string, Counting | undefined>>;
  readonly today: string;
  readonly publication: PublicationRules;
}

export interface Rebuilt {
  readonly counted: CountedAt;
  readonly edition: Edition;
  /** What was published before, the oldest first. */
  readonly earlier: readonly Edition[];
}

export const cutOf = ({
  cutStream: stream,
  cutRevision: revision,
  cutEvent: eventId,
}: LeadershipReport): Cut => ({
  stream,
  revision,
  eventId,
});

/**
 * A report anew from the log: its figures up to its last event, and what is published of them after the editions of the reports frozen before it.
 * Undefined where there is no such report, or its last event is not in this log.
 */
export async function rebuilt(
  log: FactsOfLog,
  tenant: string,
  reports: readonly LeadershipReport[],
  reportId: string,
  /** A report is counted by the rules that it was frozen by, whichever were adopted since. */
  rules: Rules = { by: countingBy, today: rulesToday, publication: publicationToday },
): Promise<Rebuilt | undefined> {
  const earlier: Edition[] = [];
  for (const report of reports) {
    const isMeant = report.reportId === reportId;
    // What was never frozen, or was replaced, nobody read.
    if (!isMeant && (!report.frozen || report.replacedBy !== undefined)) continue;
    const period = { from: report.from, to: report.to };
    const counted = await countedAt(log, tenant, {
      period,
      until: { cut: cutOf(report) },
      by: rules.by[report.frozen?.rules ?? rules.today],
    });
    if (!counted) return undefined;
    const edition = published(counted.figures, {
      level: report.level,
      policy: policyOf(report),
      earlier,
      publication: report.frozen?.publication ?? rules.publication,
    });
    if (isMeant) return { counted, edition, earlier };
    earlier.push(edition);
  }
  return undefined;
}
