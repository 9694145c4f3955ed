import { type Field, operations } from '../../steps/operations.js';

const asked = ['subjectId', 'coordinatorId', 'begunOn', 'consentGivenOn', 'answeredOn'] as const;

/** Of each person: five fields. */
export const lineFields: readonly Field[] = asked.flatMap((name) =>
  operations.UnitReports_report.fields.filter((field) => field.name === name),
);

/** As many persons as are reported at a time. */
export const lines: Field = { name: 'lines', kind: 'rows', required: true, least: 1, fields: lineFields };

/** For which unit, where whoever reports leads none or several. */
export const unit: Field = { name: 'unit', kind: 'id', required: true };
