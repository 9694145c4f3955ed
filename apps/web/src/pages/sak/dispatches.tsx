import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import type { Case } from './scene.js';
import { StepsAbout } from './step-buttons.js';

const useText = texts('case-dispatches', {
  nb: {
    title: 'Svaret',
    sent: 'Sendt {{day}}, {{channel}}',
    earlier: 'en tidligere avgjørelse',
    delivered: 'kom fram {{day}}',
    returned: 'kom i retur {{day}}',
    underway: 'ikke kjent om det er kommet fram',
  },
  nn: {
    title: 'Svaret',
    sent: 'Sendt {{day}}, {{channel}}',
    earlier: 'ei tidlegare avgjerd',
    delivered: 'kom fram {{day}}',
    returned: 'kom i retur {{day}}',
    underway: 'ikkje kjent om det er kome fram',
  },
});

type Recipient = Case['dispatches'][number]['to'][number];

/** Every answer that went out, and what became of it with each recipient. */
export function Dispatches() {
  const say = useText();
  const label = useLabel();
  const { of } = useCasePage();
  if (of.dispatches.length === 0) return null;
  const became = ({ deliveredOn, returnedOn, proof, returnCause }: Recipient) => {
    if (returnedOn !== null) {
      return joined(
        say('returned', { day: fullDay(returnedOn) }),
        returnCause !== null && label('returnCause', returnCause),
      );
    }
    if (deliveredOn === null) return say('underway');
    return joined(
      say('delivered', { day: fullDay(deliveredOn) }),
      proof !== null && label('deliveryProof', proof),
    );
  };
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="records">
        {of.dispatches.map(({ dispatchId, sentOn, channel, decisionId, to }) => (
          <li key={dispatchId}>
            <strong>{say('sent', { day: fullDay(sentOn), channel: label('channel', channel) })}</strong>
            {decisionId !== null && decisionId !== of.decisionId && (
              <span className="quiet"> ({say('earlier')})</span>
            )}
            <ul className="dashes">
              {to.map((one) => (
                <li key={`${one.recipient} ${one.party?.partyId ?? ''}`}>
                  {capital(joined(textOf(one.party?.name), label('recipient', one.recipient)))}:{' '}
                  {one.returnedOn === null ? became(one) : <strong>{became(one)}</strong>}
                </li>
              ))}
            </ul>
            <StepsAbout id={dispatchId} />
          </li>
        ))}
      </ul>
    </>
  );
}
