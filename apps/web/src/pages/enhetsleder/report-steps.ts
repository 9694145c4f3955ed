import type { OperationId } from '../../steps/operations.js';
import type { StepFormProps } from '../../steps/step-form-props.js';
import type { Report } from './report.js';
import type { Circumstances } from './use-circumstances.js';

type Step = Pick<StepFormProps, 'operation' | 'params' | 'preset' | 'hide' | 'choices'>;

/** What can be done about a report as it stands, by the unit that made it, and by the coordinating unit. */
export function stepsFor(report: Report, isOfUnit: boolean, staff: Circumstances['staff']): readonly Step[] {
  const { reportId, subject, state, planId, discrepancies, hasPlan } = report;
  const { subjectId } = subject;
  if (subjectId === null) return [];
  const params = { subjectId, reportId };
  const step = (operation: OperationId, more: Partial<Step> = {}): Step => ({ operation, params, ...more });
  const lacksAnswer = discrepancies.some(
    ({ code, endedOn }) => code === 'ANSWER_MISSING' && endedOn === null,
  );
  const told = { params: { subjectId }, hide: ['planId', 'reportId', 'unit', 'reportedById'] };
  if (state === 'REPORTED') {
    return [
      ...(isOfUnit ? [step('UnitReports_confirm', { hide: ['planId', 'appointmentId'] })] : []),
      step(
        'UnitReports_complete',
        staff === undefined ? {} : { hide: ['leaderId'], choices: { coordinatorId: staff } },
      ),
      ...(hasPlan ? [step('EndReports_closure', { ...told, preset: { reportId } })] : []),
      step('UnitReports_withdraw'),
    ];
  }
  if (state !== 'CONFIRMED') return [];
  return [
    ...(lacksAnswer
      ? [
          step('UnitReports_complete', {
            hide: ['leaderId', 'coordinatorId', 'begunOn', 'consentGivenOn'],
          }),
        ]
      : []),
    ...(planId === null ? [] : [step('EndReports_closure', { ...told, preset: { planId } })]),
  ];
}

/** What stands in the address while the step is open. */
export const keyOf = ({ reportId }: Report, { operation }: Step) => `${reportId}.${operation}`;
