import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import type { Around } from './coordination-steps.js';
import { Steps } from './steps.js';

const useText = texts('person-disputes', {
  nb: { title: 'Uenighet om plassering', raised: 'Meldt {{day}}', settled: 'Avgjort {{day}}: {{outcome}}.' },
  nn: { title: 'Usemje om plassering', raised: 'Meld {{day}}', settled: 'Avgjord {{day}}: {{outcome}}.' },
});

/** What units do not agree on of who is to coordinate, with both views. */
export function Disputes({ subjectId, coordination }: Around) {
  const say = useText();
  const label = useLabel();
  const disputes = coordination?.disputes ?? [];
  if (disputes.length === 0) return null;
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="lines">
        {disputes.map((one) => (
          <li key={one.disputeId} className="with-steps">
            <div>
              <p className="quiet small">{say('raised', { day: fullDay(one.raisedOn) })}</p>
              <blockquote>{textOf(one.view)}</blockquote>
              <blockquote>{textOf(one.otherView)}</blockquote>
              {one.settledOn !== null && (
                <p>
                  {say('settled', {
                    day: fullDay(one.settledOn),
                    outcome: label('disputeOutcome', one.outcome ?? ''),
                  })}
                </p>
              )}
            </div>
            {one.settledOn === null && (
              <Steps
                steps={[
                  {
                    operation: 'PlacementDisputes_settle',
                    of: one.disputeId,
                    params: { subjectId, disputeId: one.disputeId },
                    by: ['CASEWORKER', 'LEADER'],
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
