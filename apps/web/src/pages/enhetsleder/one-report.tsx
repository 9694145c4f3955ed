import { getRouteApi } from '@tanstack/react-router';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { StepButton } from '../../steps/step-button.js';
import { StepForm } from '../../steps/step-form.js';
import { joined } from '../../ui/joined.js';
import { nameOf, textOf } from '../../ui/opened.js';
import type { Report } from './report.js';
import { keyOf, stepsFor } from './report-steps.js';
import type { Circumstances } from './use-circumstances.js';

const useText = texts('one-report', {
  nb: {
    protected: 'Person med fortrolig adresse',
    reported: 'meldt {{day}}',
    by: 'av {{name}}',
    coordinator: '{{coordinator}}: {{name}}',
    none: 'ingen er oppgitt',
    begun: 'fra {{day}}',
    noPlan: 'uten plan',
    since: '{{what}} (siden {{day}}; ordnes av {{owner}})',
    ended: '{{what}} (i orden {{day}}: {{how}})',
  },
  nn: {
    protected: 'Person med fortruleg adresse',
    reported: 'meld {{day}}',
    by: 'av {{name}}',
    coordinator: '{{coordinator}}: {{name}}',
    none: 'ingen er oppgitt',
    begun: 'frå {{day}}',
    noPlan: 'utan plan',
    since: '{{what}} (sidan {{day}}; blir ordna av {{owner}})',
    ended: '{{what}} (i orden {{day}}: {{how}})',
  },
});

const route = getRouteApi('/inside/enhetsleder');

interface Props extends Pick<Circumstances, 'staff'> {
  readonly report: Report;
}

/** One person as the unit reported them: how far it has come, what does not fit and whose that is, and what can be done. */
export function OneReport({ report, staff }: Props) {
  const say = useText();
  const label = useLabel();
  const isOfUnit = useHasRole('CASEWORKER', 'LEADER');
  const { subject, unit, state, reportedOn, leader, coordinator, begunOn, hasPlan, discrepancies } = report;
  const { steg } = route.useSearch();
  const navigate = route.useNavigate();
  const turn = (key: string | undefined) =>
    void navigate({ search: key === undefined ? {} : { steg: key }, replace: true, resetScroll: false });
  const steps = stepsFor(report, isOfUnit, staff);
  const open = steps.find((step) => keyOf(report, step) === steg);
  const name = subject.subjectId === null ? say('protected') : nameOf(subject);
  return (
    <li>
      <div>
        <h3>{name}</h3>
        <p className="small">
          {joined(
            capital(label('reportState', state)),
            label('unit', unit),
            say('reported', { day: shortDay(reportedOn) }),
            leader !== null && say('by', { name: textOf(leader.name) }),
            say('coordinator', { name: coordinator === null ? say('none') : textOf(coordinator.name) }),
            begunOn !== null && say('begun', { day: shortDay(begunOn) }),
            !hasPlan && say('noPlan'),
          )}
        </p>
      </div>
      {discrepancies.length > 0 && (
        <ul className="small">
          {discrepancies.map(({ code, since, owner, endedOn, endedBy }) => (
            <li key={`${code} ${since}`} className={endedOn === null ? undefined : 'quiet'}>
              {endedOn === null
                ? say('since', {
                    what: capital(label('discrepancy', code)),
                    day: shortDay(since),
                    owner: label('discrepancyOwner', owner),
                  })
                : say('ended', {
                    what: capital(label('discrepancy', code)),
                    day: shortDay(endedOn),
                    how: label('discrepancyEnd', endedBy ?? 'OTHERWISE'),
                  })}
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <div className="row step-row no-print">
          {steps.map((step) => {
            const key = keyOf(report, step);
            return (
              <StepButton
                key={key}
                operation={step.operation}
                open={steg === key}
                toggle={() => turn(steg === key ? undefined : key)}
              />
            );
          })}
        </div>
      )}
      {open && (
        <StepForm
          key={steg}
          {...open}
          lead={name}
          onDone={() => turn(undefined)}
          onCancel={() => turn(undefined)}
        />
      )}
    </li>
  );
}
