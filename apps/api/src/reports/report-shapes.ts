import {
  figureRules,
  type LeadershipReport,
  publicationRules,
  reportLevels,
  reportSections,
  threeYearTables,
} from '#reporting';
import { units } from '#vocabulary';
import type { Names } from '../reading/names.js';
import {
  code,
  codeOf,
  date,
  instant,
  integer,
  list,
  object,
  orNull,
  party,
  personal,
  type Shape,
  text,
} from '../reading/shape.js';

export const cutShape = object({ stream: text(), revision: integer(), eventId: text() });
export const figuresShape: Shape = {
  type: 'object',
  additionalProperties: { type: 'object', additionalProperties: true },
  description: 'By id (docs/statistics.md)',
};
export const countedShape = {
  figures: figuresShape,
  statusOn: date(),
  rules: text('By which version of the definitions'),
  sha256: text('Of the canonical form'),
  contributors: {
    type: 'object',
    additionalProperties: list(text()),
    description: 'By cell (`A2/AGE/0-5`), the ids that count there',
  } as Shape,
  cut: cutShape,
  recordedAt: instant(),
  leftOut: integer(),
};

export const actionShape = object({
  actionId: text(),
  action: personal(),
  owner: party,
  dueOn: date(),
  agreedOn: date(),
  doneOn: orNull(date()),
  outcome: orNull(personal()),
});
const texts = object({
  rules: codeOf(figureRules),
  publication: codeOf(publicationRules),
  figuresSha256: text(),
  forumSha256: text(),
  contributorsSha256: text(),
  frozenOn: date(),
  figures: personal(),
  forum: personal(),
});
export const reportShape = object({
  reportId: text(),
  from: date(),
  to: date('The day after the last'),
  level: codeOf(reportLevels),
  unitOrder: list(code(units)),
  threeYearTables: list(codeOf(threeYearTables)),
  blockFrom: integer(),
  cut: cutShape,
  closedOn: date(),
  approvedOn: orNull(date()),
  submittedOn: orNull(date()),
  replaces: orNull(text()),
  replacedBy: orNull(text()),
  sections: list(object({ section: codeOf(reportSections), text: orNull(personal()) })),
  actions: list(actionShape),
  frozen: orNull(texts),
});

/** With names of those who see to something; `names` holds them. */
export function shownReport(one: LeadershipReport, names: Names) {
  const {
    cutStream: stream,
    cutRevision: revision,
    cutEvent: eventId,
    sections,
    actions,
    frozen,
    ...report
  } = one;
  const { approvedOn = null, submittedOn = null, replaces = null, replacedBy = null } = one;
  return {
    ...report,
    approvedOn,
    submittedOn,
    replaces,
    replacedBy,
    cut: { stream, revision, eventId },
    sections: reportSections.codes.map((section) => ({ section, text: sections[section] ?? null })),
    actions: actions.map(({ ownerId, doneOn = null, outcome = null, ...action }) => ({
      ...action,
      owner: names.party(ownerId),
      doneOn,
      outcome,
    })),
    frozen: frozen ?? null,
  };
}
