import { importStatuses } from '#projections/imports/labels';
import { codeOf, date, flag, integer, list, object, orNull, page, personal, text } from '../reading/shape.js';
import { earlierFacts, rowVerdicts } from './labels.js';

const counts = { recorded: integer(), already: integer(), faulty: integer() };

export const rehearsalAnswer = object({
  importId: text('What the import is, or would be, called: equal lists are one'),
  status: orNull(codeOf(importStatuses, 'How far it has come, where it has begun')),
  ...counts,
  notes: list(text('A column that is not read')),
  rows: list(
    object({
      row: integer(),
      verdict: codeOf(rowVerdicts),
      subjectId: orNull(text('Who it is of, or would be')),
      facts: list(object({ what: codeOf(earlierFacts), on: orNull(date()) })),
      faults: list(
        object({
          column: orNull(text('Its letter, as a spreadsheet names it')),
          heading: orNull(text()),
          message: text('What is wrong, and what to do'),
        }),
      ),
    }),
  ),
});

const shown = {
  importId: text(),
  municipality: text(),
  status: codeOf(importStatuses),
  underWay: flag('This process is at it now'),
  fileName: orNull(personal()),
  rowCount: integer(),
  rowsTaken: integer(),
  begunOn: date(),
  recorded: orNull(integer()),
  already: orNull(integer()),
  faulty: orNull(integer()),
  completedOn: orNull(date()),
  takeBackReason: orNull(personal()),
  takenBackOn: orNull(date()),
  entries: orNull(integer()),
};
export const importsAnswer = page({ imports: list(object(shown)) });

export const templateAnswer = object({
  columns: list(object({ heading: text(), takes: text('What goes into it') })),
});
