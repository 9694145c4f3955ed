import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#event-sourcing';
import type { MeetingKind } from '#meeting';
import { type Profile, profileOf, type TargetDay } from '#municipality';
import type { Opened } from '#personal-data';
import { type BriefCase, casesInBrief } from '#projections/case-overview/queries';
import { isTaskAfter, type Task, tasksPage } from '#projections/tasks/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { needsOne } from '../auth/logins.js';
import { fromLog } from '../reading/from-log.js';
import type { Names, NamedSubject } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { targetsIn } from '../reading/targets.js';
import { caseTaskModels } from '../tasks/task-models.js';
import { type Proposed, proposedDays, yearsIn } from './proposal.js';

/** A case that waits for a meeting, and when it might be taken up. */
type ReadyCase = Task & Pick<BriefCase, 'receivedOn'>;
interface ProposedLine extends Pick<ReadyCase, 'caseId' | 'caseNumber' | 'since' | 'days'>, Proposed {
  readonly subject: NamedSubject | null;
  /** Null where the year of birth does not tell. */
  readonly adult: boolean | null;
}
export type ProposedCase = Opened<ProposedLine>;

/** Cases that are ready for a meeting of the unit, or of the board, and on no agenda. */
export class AgendaProposalQuery extends Query<{
  readonly adultsOn: string | null;
  readonly cases: readonly ProposedCase[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly kind: MeetingKind,
    readonly page: PageQuery,
  ) {
    super();
  }
}

const ready = { UNIT: 'CASE_TO_CONSIDER', BOARD: 'CASE_FOR_BOARD' } as const;

@QueryHandler(AgendaProposalQuery)
export class AgendaProposalHandler implements IQueryHandler<AgendaProposalQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, kind, page }: AgendaProposalQuery) {
    const [tenant, ...others] = request.tenants;
    if (tenant === undefined || others.length > 0) throw needsOne();
    const [adopted, targetDay] = await Promise.all([
      fromLog(profileOf(this.runner, tenant)),
      targetsIn(this.runner, tenant),
    ]);
    const weekday = adopted?.profile?.adultIntakeWeekday;
    let adultsOn: string | null = null;
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: caseTaskModels,
      isAfter: isTaskAfter,
      rowsOf: async ({ pool, viewer, today }, place) => {
        adultsOn = proposedDays({ today, weekday, adult: true, receivedOn: null }).proposedOn;
        const found = await tasksPage(pool, viewer, { kind: [ready[kind]] }, { today, ...place });
        const briefs = await casesInBrief(
          pool,
          viewer,
          found.rows.flatMap(({ caseId }) => caseId ?? []),
        );
        const rows = found.rows.map((row): ReadyCase => ({
          ...row,
          receivedOn: briefs.get(row.caseId ?? '')?.receivedOn ?? null,
        }));
        return { ...found, rows };
      },
      idsIn: ({ subjectId }) => [subjectId],
      lineOf: (row, names, { today }) => lineOf(row, names, { today, weekday, targetDay }),
    });
    return { adultsOn, cases: lines as readonly ProposedCase[], ...rest };
  }
}

interface On {
  readonly today: string;
  readonly weekday: Profile['adultIntakeWeekday'];
  readonly targetDay: TargetDay;
}

function lineOf(
  { caseId, caseNumber, since, days, subjectId, receivedOn }: ReadyCase,
  names: Names,
  { today, weekday, targetDay }: On,
): ProposedLine {
  const subject = subjectId === null ? null : names.listed(subjectId);
  const adult = isAdult(subject, today);
  const decideBy = receivedOn === null ? undefined : targetDay('RECEIVED_TO_DECIDED', receivedOn);
  const proposed = proposedDays({
    today,
    weekday,
    adult: adult === true,
    receivedOn,
    decideBy: decideBy ?? null,
  });
  return { caseId, caseNumber, subject, since, days, adult, ...proposed };
}

/** By the year of birth, which alone is readable: null in the year of the eighteenth birthday, and where it is not known. */
function isAdult(subject: NamedSubject | null, today: string): boolean | null {
  const birthYear = subject?.birthYear ?? null;
  if (birthYear === null) return null;
  const years = yearsIn(birthYear, today);
  return years === 18 ? null : years > 18;
}
