import {
  code,
  codeOf,
  dayToCome,
  digest,
  id,
  idOf,
  integer,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { stepsOf } from '#event-sourcing/step';
import { units } from '#vocabulary';
import { plusDays } from '../days.js';
import { levelOfPeriod } from '../publication/policy.js';
import { figureRules, publicationRules, reportLevels, reportSections, threeYearTables } from './codes.js';
import { reportRefusals } from './refusals.js';
import { changed, type Report, type Reports } from './state.js';

const { refusal, refuseIf, inOrder } = reportRefusals;

const about = { municipality: id() };
/** Texts about nobody in the register: sealed all the same, since one may tell of somebody. */
const own = { of: 'municipality', class: 'UNIT' } as const;

const step = stepsOf<Reports, undefined, unknown, typeof about>();
const of = { ...about, reportId: idOf('leadershipReport') };

/** The report, on a day after what was told of it. */
function reportNamed({ all }: Reports, reportId: string, day: string): Report {
  const found = all.find((one) => one.reportId === reportId);
  if (!found) throw refusal('no-such-report');
  inOrder(found.lastOn, day, 'date-order.report');
  return found;
}

const alike = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each, index) => each === other[index]);

type Choices = Pick<Report, 'from' | 'to' | 'level' | 'unitOrder' | 'threeYearTables' | 'blockFrom'>;
const yearOf = (day: string) => Number(day.slice(0, 4));
const blockOf = ({ from, blockFrom }: Choices) => Math.floor((yearOf(from) - blockFrom) / 3);

/** What is published how often, and how cells are merged, is fixed beforehand, so that no difference between two reports tells of anybody (S8). */
function refuseOtherChoices(all: readonly Report[], one: Choices): void {
  for (const other of all) {
    const isOfBlock = other.blockFrom !== one.blockFrom || blockOf(other) === blockOf(one);
    const isSameBlock =
      other.blockFrom === one.blockFrom &&
      alike(other.threeYearTables.toSorted(), one.threeYearTables.toSorted());
    refuseIf(isOfBlock && !isSameBlock, 'block-policy-late');
    const isOfYear = yearOf(plusDays(other.to, -1)) === yearOf(plusDays(one.to, -1));
    refuseIf(isOfYear && !alike(other.unitOrder, one.unitOrder), 'tree-changed');
  }
}

/** The period is over and what is known of it is fixed: by the last event, whatever is recorded later. */
export const periodClosed = step(
  'ReportPeriodClosed',
  v1(
    {
      ...about,
      reportId: newId('leadershipReport'),
      from: dayToCome(),
      /** The day after the last. */
      to: dayToCome(),
      level: codeOf(reportLevels),
      /** In which order units are merged where they are small: those that go together stand together. */
      unitOrder: list(code(units)),
      threeYearTables: list(codeOf(threeYearTables)),
      /** The first year of a block of three. */
      blockFrom: integer(1900, 2199),
      /** The last event that the figures are counted from. */
      cutStream: id(),
      cutRevision: integer(0),
      cutEvent: id(),
      /** A report whose figures were wrong. */
      replaces: optional(idOf('leadershipReport')),
      closedOn: localDate(),
    },
    { occurs: 'closedOn' },
  ),
  {
    check({ all }, told) {
      const { from, to, level, replaces, closedOn } = told;
      refuseIf(level !== levelOfPeriod({ from, to }, told), 'level');
      refuseIf(to > plusDays(closedOn, 1), 'period-open');
      const standing = all.filter(({ reportId, isReplaced }) => !isReplaced && reportId !== replaces);
      refuseIf(
        replaces !== undefined && !all.some(({ reportId }) => reportId === replaces),
        'no-such-report',
      );
      refuseIf(
        standing.some((one) => one.level === level && one.from < to && from < one.to),
        'overlaps-published',
      );
      refuseOtherChoices(standing, told);
    },
    evolve(state, { replaces, closedOn: lastOn, reportId, from, to, level, ...chosen }) {
      const before = replaces === undefined ? state : changed(state, replaces, { isReplaced: true });
      const { unitOrder, threeYearTables: tables, blockFrom } = chosen;
      const choices = { unitOrder, threeYearTables: tables, blockFrom };
      const report = {
        reportId,
        from,
        to,
        level,
        ...choices,
        status: 'CLOSED',
        isReplaced: false,
        lastOn,
      } as const;
      return { ...before, all: [...before.all, report] };
    },
  },
);

/** What was counted, kept as it was, with the digests that it is held to for good. */
export const figuresFrozen = step(
  'ReportFiguresFrozen',
  v1(
    {
      ...of,
      rules: codeOf(figureRules),
      publication: codeOf(publicationRules),
      figuresSha256: digest(),
      forumSha256: digest(),
      contributorsSha256: digest(),
      /** The canonical texts themselves. */
      figures: personal.text({ ...own, max: 200_000 }),
      forum: personal.text({ ...own, max: 200_000 }),
      frozenOn: localDate(),
    },
    { occurs: 'frozenOn' },
  ),
  {
    check(state, { reportId, frozenOn }) {
      refuseIf(reportNamed(state, reportId, frozenOn).status !== 'CLOSED', 'already-frozen');
    },
    evolve: (state, { reportId, frozenOn: lastOn }) => changed(state, reportId, { status: 'FROZEN', lastOn }),
  },
);

/** One of the four sections; written again it is the newer one that stands (H11). */
export const sectionWritten = step(
  'ReportSectionWritten',
  v1(
    {
      ...of,
      section: codeOf(reportSections),
      text: personal.text({ ...own, max: 10_000 }),
      writtenOn: localDate(),
    },
    { occurs: 'writtenOn' },
  ),
  {
    check(state, { reportId, writtenOn }) {
      const { status } = reportNamed(state, reportId, writtenOn);
      refuseIf(status === 'APPROVED' || status === 'SUBMITTED', 'already-approved');
    },
    evolve: (state, { reportId, writtenOn: lastOn }) => changed(state, reportId, { lastOn }),
  },
);

export const reportApproved = step(
  'ReportApproved',
  v1({ ...of, approvedOn: localDate() }, { occurs: 'approvedOn' }),
  {
    check(state, { reportId, approvedOn }) {
      const { status } = reportNamed(state, reportId, approvedOn);
      refuseIf(status === 'CLOSED', 'not-frozen');
      refuseIf(status !== 'FROZEN', 'already-approved');
    },
    evolve: (state, { reportId, approvedOn: lastOn }) =>
      changed(state, reportId, { status: 'APPROVED', lastOn }),
  },
);

export const reportSubmitted = step(
  'ReportSubmitted',
  v1({ ...of, submittedOn: localDate() }, { occurs: 'submittedOn' }),
  {
    check(state, { reportId, submittedOn }) {
      const { status } = reportNamed(state, reportId, submittedOn);
      refuseIf(status === 'SUBMITTED', 'already-submitted');
      refuseIf(status !== 'APPROVED', 'not-approved');
    },
    evolve: (state, { reportId, submittedOn: lastOn }) =>
      changed(state, reportId, { status: 'SUBMITTED', lastOn }),
  },
);

/** What the forum asked for: shown first in the next report. */
export const actionAgreed = step(
  'ReportActionAgreed',
  v1(
    {
      ...of,
      actionId: newId('action'),
      action: personal.text({ ...own, max: 1000 }),
      ownerId: ref('party'),
      dueOn: dayToCome(),
      agreedOn: localDate(),
    },
    { occurs: 'agreedOn' },
  ),
  {
    check(state, { reportId, agreedOn, dueOn }) {
      refuseIf(reportNamed(state, reportId, agreedOn).status !== 'SUBMITTED', 'not-submitted');
      inOrder(agreedOn, dueOn, 'date-order.report');
    },
    evolve: (state, { reportId, actionId, agreedOn: lastOn }) => ({
      ...changed(state, reportId, { lastOn }),
      actions: [...state.actions, { actionId, isDone: false }],
    }),
  },
);

export const actionDone = step(
  'ReportActionDone',
  v1(
    {
      ...about,
      actionId: idOf('action'),
      outcome: optional(personal.text({ ...own, max: 1000 })),
      doneOn: localDate(),
    },
    { occurs: 'doneOn' },
  ),
  {
    check({ actions }, { actionId }) {
      const action = actions.find((one) => one.actionId === actionId);
      if (!action) throw refusal('no-such-action');
      refuseIf(action.isDone, 'action-done');
    },
    evolve: (state, { actionId }) => ({
      ...state,
      actions: state.actions.map((one) => (one.actionId === actionId ? { ...one, isDone: true } : one)),
    }),
  },
);

export const reportSteps = [
  periodClosed,
  figuresFrozen,
  sectionWritten,
  reportApproved,
  reportSubmitted,
  actionAgreed,
  actionDone,
] as const;
