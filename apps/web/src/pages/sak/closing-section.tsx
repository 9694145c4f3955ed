import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';

const useText = texts('case-closing', {
  nb: {
    title: 'Avslutning',
    open: 'Saken er åpen. Den kan avsluttes når som helst, og åpnes igjen. Historikken blir stående.',
    closed: 'Avsluttet',
    why: 'Hvorfor',
    goesOn: 'Noe som ble satt i gang, løper videre og må avsluttes for seg.',
    person: 'Se hva som løper',
    reopened: 'Åpnet igjen',
  },
  nn: {
    title: 'Avslutning',
    open: 'Saka er open. Ho kan avsluttast når som helst, og opnast igjen. Historikken blir ståande.',
    closed: 'Avslutta',
    why: 'Kvifor',
    goesOn: 'Noko som vart sett i gang, går vidare og må avsluttast for seg.',
    person: 'Sjå kva som går',
    reopened: 'Opna igjen',
  },
});

/** How the case ended, or that it can. */
export function ClosingSection() {
  const say = useText();
  const label = useLabel();
  const { of } = useCasePage();
  return (
    <CaseSection name="closing" title={say('title')} isEmpty={of.closedOn === null && of.reopenedOn === null}>
      {of.closedOn === null && <p className="quiet">{say('open')}</p>}
      <Facts
        rows={[
          of.closedOn !== null && [say('closed'), fullDay(of.closedOn)],
          of.closureReasonCode !== null && [
            say('why'),
            <>
              {capital(label('caseClosureReason', of.closureReasonCode))}
              {of.closureReason !== null && <p className="keep-lines">{textOf(of.closureReason)}</p>}
            </>,
          ],
          of.reopenedOn !== null && [
            say('reopened'),
            <>
              {fullDay(of.reopenedOn)}
              {of.reopeningReason !== null && <p className="keep-lines">{textOf(of.reopeningReason)}</p>}
            </>,
          ],
        ]}
      />
      {of.goesOn.length > 0 && (
        <p>
          {say('goesOn')}{' '}
          <Link to="/person/$subjectId" params={{ subjectId: of.subject.subjectId }}>
            {say('person')}
          </Link>
        </p>
      )}
    </CaseSection>
  );
}
