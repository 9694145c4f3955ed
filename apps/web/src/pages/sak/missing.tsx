import { Button } from '@digdir/designsystemet-react';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useOwnText } from '../../i18n/texts.js';
import { stepTitle } from '../../steps/step-texts.js';
import { useCasePage } from './case-context.js';
import { remedyOf } from './missing-of.js';

const useText = texts('case-missing', {
  nb: {
    title: 'Mangler {{count}}',
    APPLICATION: 'Hindrer at saken avgjøres. Hindrer ikke kartleggingen.',
    WRITING: 'Hindrer ikke at saken behandles og avgjøres.',
    SIGNATURE: 'Samtykket i skjemaet gjelder ikke før det er underskrevet. Hindrer ikke avgjørelsen.',
    CONSENT:
      'Hindrer at {{coordinator}} oppnevnes, at planen startes og at noe deles. Hindrer ikke avgjørelsen.',
    GUARDIAN: 'Hindrer ingenting, men det skal kunne vises hvem som kunne samtykke.',
    OTHER_GUARDIAN: 'Begge skal samtykke. Hindrer ikke avgjørelsen.',
    CHILD_NOT_HEARD:
      'Barnet skal få si hva det mener før det avgjøres noe. Hindrer ikke at avgjørelsen skrives.',
    IDENTITY_NUMBER: 'Hindrer ingenting, men uten nummeret kan samme person bli ført to ganger.',
  },
  nn: {
    title: 'Manglar {{count}}',
    APPLICATION: 'Hindrar at saka blir avgjord. Hindrar ikkje kartlegginga.',
    WRITING: 'Hindrar ikkje at saka blir behandla og avgjord.',
    SIGNATURE: 'Samtykket i skjemaet gjeld ikkje før det er underskrive. Hindrar ikkje avgjerda.',
    CONSENT:
      'Hindrar at {{coordinator}} blir oppnemnd, at planen blir starta og at noko blir delt. Hindrar ikkje avgjerda.',
    GUARDIAN: 'Hindrar ingenting, men det skal kunne visast kven som kunne samtykkje.',
    OTHER_GUARDIAN: 'Begge skal samtykkje. Hindrar ikkje avgjerda.',
    CHILD_NOT_HEARD:
      'Barnet skal få seie kva det meiner før noko blir avgjort. Hindrar ikkje at avgjerda blir skriven.',
    IDENTITY_NUMBER: 'Hindrar ingenting, men utan nummeret kan same person bli ført to gonger.',
  },
});

/** What the case lacks, what that stands in the way of, and a button for each. */
export function Missing() {
  const say = useText();
  const label = useLabel();
  const own = useOwnText();
  const { of, steps, open } = useCasePage();
  if (of.openPoints.length === 0) return null;
  return (
    <div className="missing-box">
      <h3>{say('title', { count: of.openPoints.length })}</h3>
      <ul>
        {of.openPoints.map((point) => {
          const step = steps.find(({ operation }) => operation === remedyOf(point));
          return (
            <li key={point}>
              <div>
                <strong>{capital(label('openPoint', point))}</strong>
                <p className="small quiet">{say(point)}</p>
              </div>
              {step !== undefined && (
                <Button variant="secondary" className="no-print" onClick={() => open(step)}>
                  {own(stepTitle(step.operation))}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
