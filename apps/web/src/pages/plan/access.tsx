import { Link } from '@tanstack/react-router';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { TableFrame } from '../../ui/table-frame.js';
import { ConsentLosses } from './consent-losses.js';
import { Parents } from './parents.js';
import { usePlanPage } from './plan.js';
import { PrintFor } from './printed.js';
import { PlanSection, PlanSteps } from './section.js';

const useText = texts('plan-access', {
  nb: {
    title: 'Hvem får se hva',
    nobody: 'Planen er ikke delt med noen.',
    who: 'Hvem',
    until: 'Til og med',
    yes: 'Ser',
    no: '–',
    as: 'Vis som',
    caption: 'Personer og deler av planen. Underskrevet på papir er dette samtykket til deling.',
    sign: 'Dato og underskrift',
  },
  nn: {
    title: 'Kven får sjå kva',
    nobody: 'Planen er ikkje delt med nokon.',
    who: 'Kven',
    until: 'Til og med',
    yes: 'Ser',
    no: '–',
    as: 'Vis som',
    caption: 'Personar og delar av planen. Underskriven på papir er dette samtykket til deling.',
    sign: 'Dato og underskrift',
  },
});

/** Persons by sections: with whom what is shared, and how each sees it (F18). */
export function AccessMatrix() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  const { planId, isWhole, sections } = plan;
  if (!isWhole) return null;
  const accesses = plan.accesses.filter(({ revokedOn }) => revokedOn === null);
  return (
    <PlanSection part="access" title={say('title')}>
      {accesses.length === 0 ? (
        <p className="quiet">{say('nobody')}</p>
      ) : (
        <>
          <TableFrame label={say('title')}>
            <table className="ds-table plan-matrix">
              <caption>{say('caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('who')}</th>
                  {sections.map((section) => (
                    <th key={section} scope="col">
                      {capital(label('planSection', section))}
                    </th>
                  ))}
                  <th scope="col">{say('until')}</th>
                </tr>
              </thead>
              <tbody>
                {accesses.map((one) => (
                  <tr key={one.accessId}>
                    <th scope="row">{textOf(one.party.name)}</th>
                    {sections.map((section) => (
                      <td key={section}>{say(one.sections.includes(section) ? 'yes' : 'no')}</td>
                    ))}
                    <td>{shortDay(one.until)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <p className="plan-signature">{say('sign')}</p>
          {accesses.map((one) => (
            <div key={one.accessId} className="no-print">
              <p>
                <strong>{textOf(one.party.name)}</strong>{' '}
                <Link to="/plan/$planId" params={{ planId }} search={{ som: one.party.partyId }}>
                  {say('as')}
                </Link>{' '}
                <PrintFor planId={planId} partyId={one.party.partyId} name={textOf(one.party.name)} />
              </p>
              <PlanSteps part="access" about={one.accessId} />
            </div>
          ))}
        </>
      )}
      <ConsentLosses />
      <Parents />
    </PlanSection>
  );
}
