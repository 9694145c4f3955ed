import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Answers } from './answers.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { Dispatches } from './dispatches.js';
import { SecondReadings } from './second-readings.js';

const useText = texts('case-decision', {
  nb: {
    title: 'Avgjørelse',
    none: 'Saken er ikke avgjort.',
    by: 'Avgjort {{day}} av {{body}}.',
    basis: 'Hjemmel: {{basis}}.',
    amended: 'Gjort om {{day}}: {{ground}}',
    usedUp: 'Det som ble innvilget, gjelder ikke fra {{day}}.',
  },
  nn: {
    title: 'Avgjerd',
    none: 'Saka er ikkje avgjord.',
    by: 'Avgjord {{day}} av {{body}}.',
    basis: 'Heimel: {{basis}}.',
    amended: 'Gjord om {{day}}: {{ground}}',
    usedUp: 'Det som vart innvilga, gjeld ikkje frå {{day}}.',
  },
});

/** The answer to every item with its reason, the conditions, who decided, and what was sent. */
export function DecisionSection() {
  const say = useText();
  const label = useLabel();
  const { of } = useCasePage();
  const isEmpty = of.decidedOn === null && of.readings.length === 0;
  return (
    <CaseSection name="decision" title={say('title')} isEmpty={isEmpty}>
      {of.decidedOn === null && <p className="quiet">{say('none')}</p>}
      {of.decidedOn !== null && (
        <>
          <p>
            {of.decidedBy !== null &&
              say('by', { day: fullDay(of.decidedOn), body: label('deciderBody', of.decidedBy) })}{' '}
            {of.legalBasis !== null && say('basis', { basis: label('legalBasis', of.legalBasis) })}
          </p>
          <Answers items={of.outcomes} criteria={of.criteria} />
          {of.grantUsedUpOn !== null && <p>{say('usedUp', { day: fullDay(of.grantUsedUpOn) })}</p>}
        </>
      )}
      {of.amendments.length > 0 && (
        <ul className="records">
          {of.amendments.map(({ decisionId, decidedOn, groundCode, reason, items, decidedBy }) => (
            <li key={decisionId}>
              <strong>
                {say('amended', { day: fullDay(decidedOn), ground: label('amendmentGround', groundCode) })}
              </strong>
              <p className="small quiet">
                {capital(
                  joined(listOf(items.map((item) => label('item', item))), label('deciderBody', decidedBy)),
                )}
              </p>
              <p className="keep-lines">{textOf(reason)}</p>
            </li>
          ))}
        </ul>
      )}
      <SecondReadings />
      <Dispatches />
    </CaseSection>
  );
}
