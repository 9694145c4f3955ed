import { Injectable } from '@nestjs/common';
import type { CommandRunner } from '#event-sourcing';
import {
  countedBefore,
  cutOf,
  type Edition,
  FactsOfLog,
  type Figures,
  type LeadershipReport,
  rebuilt,
  reportsOf,
  rulesOf,
  targetsOn,
  type ToldTheme,
  toldEdition,
  toldFigures,
} from '#reporting';
import { profileOf } from '#municipality';
import type { ApiRequest } from '../auth/authenticate.js';
import { Lists } from '../lists/lists.js';
import type { Saying } from '../lists/saying.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import { fromLog } from '../reading/from-log.js';
import type { ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { targetsIn } from '../reading/targets.js';
import { periodsShown } from './figures.controller.js';
import { profileChangesIn } from './profile-changes.js';
import { unitNameIn } from './told-shapes.js';

/** A report with its numbers in words. */
export interface ToldReport {
  readonly report: LeadershipReport;
  readonly say: Saying;
  /** When the last of what is counted was recorded. */
  readonly recordedAt: string;
  readonly isFrozen: boolean;
  /** Days within the period on which another profile came into force. */
  readonly profileChanges: readonly string[];
  readonly figures: Figures;
  readonly edition: Edition;
  readonly unit: readonly ToldTheme[];
  readonly forum: readonly ToldTheme[];
  /** What the unit wrote, by section; what is disposed of is left out. */
  readonly sections: Readonly<Record<string, string>>;
  readonly municipality: string;
  readonly currentTo: CurrentTo;
}

/** The report that is meant; 404 where there is none. */
export async function reportNamed(runner: CommandRunner, tenant: string, reportId: string) {
  const reports = await reportsOf(runner, tenant);
  const report = reports.find((one) => one.reportId === reportId);
  if (!report) throw notFound();
  return { reports, report };
}

/** Tells a report's numbers: as they were frozen, else as they would be. */
@Injectable()
export class ReportTelling {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly log: FactsOfLog,
    private readonly lists: Lists,
  ) {}

  async of(request: ApiRequest, query: ReadQuery, reportId: string): Promise<ToldReport> {
    const say = await this.lists.sayingFor(request);
    const counted = async (runner: CommandRunner, tenant: string) => {
      const { reports, report } = await reportNamed(runner, tenant, reportId);
      const built = await rebuilt(this.log, tenant, reports, reportId);
      const known = await this.log.known(tenant, { cut: cutOf(report) }, rulesOf(report.frozen));
      if (!built || !known) throw notFound();
      const before = countedBefore(known, tenant, built.counted.figures.period, periodsShown);
      const targets = targetsOn(await targetsIn(runner, tenant), built.counted.figures.statusOn);
      const profileChanges = await profileChangesIn(runner, tenant, built.counted.figures.period);
      return { report, built, before, targets, profileChanges };
    };
    let all: Awaited<ReturnType<typeof counted>> | undefined;
    const { found, currentTo } = await this.reading.answer(request, query, async (runner, tenant) => {
      all = await counted(runner, tenant);
      const { frozen } = all.report;
      const { profile } = (await fromLog(profileOf(runner, tenant))) ?? {};
      return {
        figures: frozen?.figures ?? null,
        forum: frozen?.forum ?? null,
        municipality: profile?.name ?? null,
        sections: all.report.sections,
      };
    });
    if (!all) throw notFound();
    const { report, built, before, targets, profileChanges } = all;
    const figures = parsed<Figures>(found.figures) ?? built.counted.figures;
    const edition = parsed<Edition>(found.forum) ?? built.edition;
    const published = built.earlier.filter(({ level }) => level === edition.level);
    const unitName = unitNameIn(say);
    return {
      report,
      say,
      recordedAt: built.counted.recordedAt,
      isFrozen: report.frozen !== undefined,
      profileChanges,
      figures,
      edition,
      unit: toldFigures(figures, before, unitName, targets),
      forum: toldEdition(edition, published.slice(-periodsShown), unitName, targets),
      sections: Object.fromEntries(
        Object.entries(found.sections).flatMap(([section, text]) =>
          typeof text === 'string' ? [[section, text] as const] : [],
        ),
      ),
      municipality: typeof found.municipality === 'string' ? found.municipality : '',
      currentTo,
    };
  }
}

/** What was frozen; undefined where it was not, or is disposed of. */
const parsed = <T>(text: unknown): T | undefined =>
  typeof text === 'string' ? (JSON.parse(text) as T) : undefined;
