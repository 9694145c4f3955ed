import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { type Around, reportSteps } from './coordination-steps.js';
import { Section } from '../../ui/section.js';
import { OpenForm, StepButtons } from './steps.js';

const useText = texts('person-reports', {
  nb: {
    title: 'Meldt fra enhetene',
    reported: 'meldt {{day}}',
    open: 'Avvik: {{what}}.',
    ended: 'Meldt slutt {{day}} ({{reason}}), ikke registrert.',
  },
  nn: {
    title: 'Meldt frå einingane',
    reported: 'meld {{day}}',
    open: 'Avvik: {{what}}.',
    ended: 'Meld slutt {{day}} ({{reason}}), ikkje registrert.',
  },
});

/** What units say of the person, apart from what is confirmed; nothing where none has said anything. */
export function Reports(around: Around) {
  const say = useText();
  const label = useLabel();
  const { reports = [], endReports = [] } = around.coordination ?? {};
  const untold = endReports.filter(({ isRecorded }) => !isRecorded);
  if (reports.length === 0 && untold.length === 0) return null;
  const steps = reportSteps(around);
  return (
    <Section title={say('title')}>
      <ul className="dashes">
        {reports.map(({ reportId, unit, state, reportedOn, coordinator, discrepancies }) => {
          const open = discrepancies.filter(({ endedOn }) => endedOn === null);
          const what = open.map(({ code }) => label('discrepancy', code)).join(', ');
          return (
            <li key={reportId}>
              {joined(
                capital(label('reportState', state)),
                label('unit', unit),
                coordinator !== null && textOf(coordinator.name),
                say('reported', { day: shortDay(reportedOn) }),
              )}
              {what !== '' && <p className="small">{say('open', { what })}</p>}
            </li>
          );
        })}
        {untold.map(({ endReportId, endedOn, closureReasonCode, departureReasonCode }) => (
          <li key={endReportId}>
            {say('ended', {
              day: shortDay(endedOn),
              reason:
                closureReasonCode === null
                  ? label('departureReason', departureReasonCode ?? 'OTHER')
                  : label('closureReason', closureReasonCode),
            })}
          </li>
        ))}
      </ul>
      <StepButtons steps={steps} />
      <OpenForm steps={steps} />
    </Section>
  );
}
