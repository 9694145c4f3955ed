import { Alert } from '@digdir/designsystemet-react';
import { clockOf, dayOf, fullDay } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { Freshness } from '../../ui/freshness.js';
import { useCasePage } from './case-context.js';
import { Emphasis } from '../../ui/emphasis.js';
import { Missing } from './missing.js';
import { NextStep } from './next-step.js';
import { statusSentences } from './status-sentence.js';

const useText = texts('case-now', {
  nb: {
    title: 'Hvor saken står',
    stale:
      'Saken er ikke oppdatert siden {{day}} kl. {{clock}}. Noe i loggen kan ikke leses, og det som er registrert etterpå, står ikke her. Si fra til den som drifter Samspor.',
    done: 'Det du ble sendt hit for, venter ikke lenger. Det er gjort, eller noe annet kom imellom.',
  },
  nn: {
    title: 'Kvar saka står',
    stale:
      'Saka er ikkje oppdatert sidan {{day}} kl. {{clock}}. Noko i loggen kan ikkje lesast, og det som er registrert etterpå, står ikkje her. Sei frå til den som driftar Samspor.',
    done: 'Det du vart send hit for, ventar ikkje lenger. Det er gjort, eller noko anna kom imellom.',
  },
});

interface Props {
  /** A step was asked for by the address, and there is none such any more. */
  readonly isAsked: boolean;
}

/** Where the case stands, what is next, and what is missing. */
export function Now({ isAsked }: Props) {
  const say = useText();
  const label = useLabel();
  const { profile } = usePlace();
  const { of, day, isThen } = useCasePage();
  const sentences = statusSentences(of, {
    language: language(),
    label,
    now: day,
    decider: profile.deciderBody,
  });
  return (
    <section aria-labelledby="now" className="stack">
      <h2 id="now" className="ds-sr-only">
        {say('title')}
      </h2>
      <p className="status-sentence">
        {sentences.map((sentence) => (
          <span key={sentence}>
            <Emphasis>{sentence}</Emphasis>{' '}
          </span>
        ))}
      </p>
      {of.notUpToDateSince !== null && (
        <Alert data-color="warning">
          {say('stale', {
            day: fullDay(dayOf(of.notUpToDateSince)),
            clock: clockOf(new Date(of.notUpToDateSince)),
          })}
        </Alert>
      )}
      {!isThen && <Freshness currentTo={of.currentTo} />}
      {isAsked && (
        <p className="panel light" role="status">
          {say('done')}
        </p>
      )}
      {!isThen && <NextStep />}
      <Missing />
    </section>
  );
}
