import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import type { Case } from './scene.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-disputes', {
  nb: {
    title: 'Uenighet',
    placement: 'Hvilken enhet som skal koordinere',
    raised: 'Tatt opp {{day}}, avgjøres av {{settler}}',
    view: 'Mener',
    other: 'Den andre siden',
    settled: 'Avgjort {{day}}: {{outcome}}.',
  },
  nn: {
    title: 'Usemje',
    placement: 'Kva eining som skal koordinere',
    raised: 'Teken opp {{day}}, blir avgjord av {{settler}}',
    view: 'Meiner',
    other: 'Den andre sida',
    settled: 'Avgjord {{day}}: {{outcome}}.',
  },
});

type Dispute = Omit<Case['disputes'][number], 'topic' | 'followUp'> & { readonly topic?: string };

/** What there is disagreement on in the handling of the case. */
export function HandlingDisputes() {
  return <Disputes of={useCasePage().of.disputes} />;
}

/** What there is disagreement on about who is to coordinate. */
export function CoordinatorDisputes() {
  return <Disputes of={useCasePage().coordination?.disputes ?? []} />;
}

function Disputes({ of }: { readonly of: readonly Dispute[] }) {
  const say = useText();
  const label = useLabel();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="records">
        {of.map((one) => (
          <li key={one.disputeId}>
            <strong>
              {one.topic === undefined ? say('placement') : capital(label('handlingTopic', one.topic))}
            </strong>
            <p className="small quiet">
              {say('raised', { day: fullDay(one.raisedOn), settler: label('disputeSettler', one.settledBy) })}
            </p>
            <p className="keep-lines">
              {say('view')}: {textOf(one.view)}
            </p>
            <p className="keep-lines">
              {say('other')}: {textOf(one.otherView)}
            </p>
            {one.settledOn !== null && (
              <p>
                {say('settled', {
                  day: fullDay(one.settledOn),
                  outcome: joined(
                    one.outcome !== null && label('disputeOutcome', one.outcome),
                    one.unit !== null && label('unit', one.unit),
                  ),
                })}{' '}
                {textOf(one.reason)}
              </p>
            )}
            <StepsAbout id={one.disputeId} />
          </li>
        ))}
      </ul>
    </>
  );
}
